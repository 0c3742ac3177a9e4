package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.example.RunningApp;
import ro.parcurs.example.Visitor;

/** A lead's timeline and pursuits, asked over HTTP; each test activates a lead of its own. */
class PursuitPagesTest {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"(_once|seen|persons)\" value=\"([^\"]*)\"");
  private static final Pattern CLOSE = Pattern.compile("(/responsibilities/[0-9a-f-]{36})/close");

  private final Visitor ana = new Visitor(RunningApp.address()).as("ana.ionescu");
  private String lead = "";

  @BeforeEach
  void activateALead() {
    ana.get("/leads/add");
    HttpResponse<String> added =
        ana.post(
            "/leads/add",
            Map.of(
                "cui", Cuis.next().digits(),
                "name", "Demers SRL",
                "county", "CJ",
                "locality", "Dej",
                "priority", "NORMAL"));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
    lead =
        first(
            Pattern.compile("(/leads/[0-9a-f-]{36})"),
            added.headers().firstValue("Location").orElse(""));
    assertThat(activate(inHours(-3)).body()).contains("Nu poate fi în trecut.");
    assertThat(activate(inHours(3)).statusCode()).isEqualTo(303);
  }

  @Test
  void the_closing_dialog_says_what_is_missing_and_refuses_with_just_that() {
    String close = open() + "/close";
    assertThat(ana.get(close).body())
        .contains("rezumatul discuției", "cel puțin o dată de contactare")
        .doesNotContain("value=\"COMPLETED\"");

    HttpResponse<String> refused =
        send(close, Map.of("outcome", "OPEN_NEXT", "deadline", inHours(48)));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("Lipsește: rezumatul discuției, cel puțin o dată de contactare.");
    assertThat(send(close, Map.of()).statusCode()).isEqualTo(422);
    assertThat(send(close, Map.of("outcome", "POSTPONED", "until", "")).body())
        .contains("Este obligatoriu.");
  }

  @Test
  void a_responsibility_is_worked_on_and_closed_with_the_green_button() {
    String at = open();
    done(send(at + "/contact", Map.of("means", "PHONE", "at", inHours(-1), "note", "revine")));
    done(send(at + "/summary", Map.of("summary", "Vor o întâlnire")));
    done(send(at + "/deadline", Map.of("deadline", inHours(5))));
    done(send(at + "/close", Map.of("outcome", "OPEN_NEXT", "deadline", inHours(48))));

    String next = open();
    assertThat(next).isNotEqualTo(at);
    done(send(next + "/meeting", Map.of("at", inHours(-2), "place", "la ei", "others", "Șeful")));
    String hold =
        first(
            Pattern.compile("(/responsibilities/[0-9a-f-]{36}/meetings/[0-9a-f-]{36}/hold)"),
            ana.get(lead + "/commercial").body());
    assertThat(ana.get(hold).body()).contains("Șeful");
    done(send(hold, Map.of("at", inHours(-2), "minutes", "de acord", "others", "Șeful")));
    assertThat(ana.get(lead + "/commercial").body())
        .contains("Întâlnire și evaluare", "de acord", "Ținută", "Vor o întâlnire");
    assertThat(ana.get(lead + "/timeline").body())
        .contains(
            "Întâlnire ținută",
            "Responsabilitate încheiată: Contactare prospect",
            "Lead activat: demersul 1");
  }

  @Test
  void a_planned_meeting_is_moved() {
    String at = open();
    done(send(at + "/meeting", Map.of("at", inHours(20), "place", "la ei", "others", "Șeful")));
    String move = first(Pattern.compile("(" + at + "/meetings/[0-9a-f-]{36}/move)"), commercial());
    assertThat(ana.get(move).body()).contains("value=\"60\"", "value=\"la ei\"", "Șeful");

    assertThat(send(move, Map.of("at", inHours(21), "lengthInMinutes", "0", "place", "")).body())
        .contains("Cel puțin 1.", "Este obligatoriu.");
    done(send(move, Map.of("at", inHours(21), "lengthInMinutes", "90", "place", "la noi")));
    assertThat(commercial()).contains("90 min", "la noi").doesNotContain("la ei");
    assertThat(ana.get(lead + "/timeline").body()).contains("Întâlnire mutată:");
  }

  @Test
  void a_refusal_needs_a_reason_and_ends_the_pursuit() {
    String close = open() + "/close";
    assertThat(send(close, Map.of("outcome", "REFUSED")).statusCode()).isEqualTo(422);
    done(send(close, Map.of("outcome", "REFUSED", "reason", "PRICE", "text", "cu mult")));
    assertThat(ana.get(lead + "/commercial").body())
        .contains("Refuzat", "Preț prea mare", "cu mult")
        .doesNotContain("/close\"");
  }

  @Test
  void postponing_opens_the_same_step_again() {
    String at = open();
    String until = LocalDate.now(CrmModule.ZONE).plusDays(4).toString();
    done(send(at + "/close", Map.of("outcome", "POSTPONED", "until", until)));
    assertThat(open()).isNotEqualTo(at);
    assertThat(ana.get(lead + "/timeline").body()).contains("mai sunt 4 zile", "Amânare");
  }

  @Test
  void who_is_second_reads_who_was_first() {
    String close = open() + "/close";
    Visitor manager = new Visitor(RunningApp.address()).as("dan.munteanu");
    Map<String, String> late = fields(manager.get(close).body());
    done(send(close, Map.of("outcome", "REFUSED", "reason", "PRICE")));
    late.putAll(Map.of("outcome", "REFUSED", "reason", "PRICE"));
    HttpResponse<String> answer = manager.post(close, late);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("a fost modificat între timp de Ana Ionescu");
  }

  @Test
  void a_deactivated_lead_has_nothing_open() {
    done(send(lead + "/deactivate", Map.of()));
    assertThat(ana.get(lead + "/commercial").body())
        .contains("Abandonat", "Anulată")
        .doesNotContain("/close\"");
    assertThat(ana.get(lead + "/timeline").body()).contains("Nu există nicio sarcină deschisă");
  }

  @Test
  void nobody_else_sees_or_closes_it() {
    String at = open();
    Visitor mihai = new Visitor(RunningApp.address()).as("mihai.radu");
    assertThat(mihai.get(lead + "/timeline").statusCode()).isEqualTo(403);
    assertThat(mihai.get(lead + "/commercial").statusCode()).isEqualTo(403);
    assertThat(mihai.get(at + "/close").statusCode()).isEqualTo(403);
    assertThat(
            mihai
                .post(at + "/close", Map.of("outcome", "REFUSED", "reason", "PRICE", "seen", "1"))
                .statusCode())
        .isNotEqualTo(303);
    assertThat(open()).isEqualTo(at);
  }

  private HttpResponse<String> activate(String firstContact) {
    return send(
        lead + "/activate",
        Map.of(
            "owner", "ana.ionescu",
            "firstContact", firstContact,
            "step", "PROSPECT_CONTACT",
            "priority", "HIGH"));
  }

  private String open() {
    return first(CLOSE, commercial());
  }

  private String commercial() {
    return ana.get(lead + "/commercial").body();
  }

  /** Fills the form at the address and sends it. */
  private HttpResponse<String> send(String path, Map<String, String> typed) {
    Map<String, String> all = fields(ana.get(path).body());
    all.putAll(typed);
    if (path.endsWith("/close")) {
      all.putIfAbsent("assignee", "ana.ionescu");
    }
    return ana.post(path, all);
  }

  private static void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  private static Map<String, String> fields(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher matcher = HIDDEN.matcher(page.substring(page.indexOf("class=\"form\"")));
    while (matcher.find()) {
      fields.putIfAbsent(matcher.group(1), matcher.group(2));
    }
    return fields;
  }

  private static String inHours(int hours) {
    return LocalDateTime.now(CrmModule.ZONE)
        .plusHours(hours)
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
