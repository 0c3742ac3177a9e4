package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.testkit.CalendarLines;

/** Guests are invited to a meeting and told of its changes, over HTTP, into the demo's mailbox. */
class InvitationByMailTest {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"(_once|seen|persons)\" value=\"([^\"]*)\"");
  private static final Pattern CHECKED =
      Pattern.compile("name=\"to\" value=\"([0-9a-f-]{36})\" checked");
  private static final Pattern INVITATION =
      Pattern.compile("(/responsibilities/[0-9a-f-]{36}/meetings/[0-9a-f-]{36}/invitation)");
  private static final int TRIES = 100;

  private final OfferToSend client =
      OfferToSend.drafted(RunningApp.address(), "Întâlniri " + System.nanoTime() + " SRL");
  private final Visitor ana = client.ana();
  private String invitation = "";

  @BeforeEach
  void planAMeeting() {
    String at = first(Pattern.compile("(/responsibilities/[0-9a-f-]{36})/meeting\""), commercial());
    String form = ana.get(at + "/meeting").body();
    Map<String, String> typed = hidden(form);
    typed.putAll(Map.of("at", inHours(26), "lengthInMinutes", "90", "place", "la ei, în Dej"));
    typed.put("person-" + stefan(form), "yes");
    typed.put("persons", stefan(form));
    done(ana.post(at + "/meeting", typed));
    assertThat(commercial()).contains("Trimite invitația").doesNotContain("Invitați la curent");
    invitation = first(INVITATION, commercial());
  }

  @Test
  void guests_are_invited_told_of_a_change_and_that_it_is_off() throws InterruptedException {
    assertThat(ana.get(invitation).body())
        .contains("Invitație: Întâlnire Soare Demo Instalații SRL – Întâlniri", "la ei, în Dej")
        .contains("Ștefan Țară", "Copie pentru Ana Ionescu")
        .doesNotContain("Fără Adresă");
    assertThat(ana.get(invitation + "?language=en").body()).contains("Invitation: Meeting");

    done(send());
    assertThat(pageThatSays("Trimis")).contains("Ștefan Țară", "stefan@exemplu.ro");
    assertThat(commercial()).contains("Invitați la curent");
    CalendarLines invited = calendar();
    assertThat(invited.value("METHOD")).isEqualTo("REQUEST");
    assertThat(invited.value("LOCATION")).isEqualTo("la ei, în Dej");
    assertThat(invited.only("ORGANIZER").value())
        .isEqualTo("mailto:ana.ionescu@soare-demo.example");

    move();
    assertThat(commercial()).contains("Invitați neanunțați", "Trimite modificarea");
    done(send());
    pageThatSays("Modificare");
    CalendarLines moved = calendar();
    assertThat(moved.value("UID")).isEqualTo(invited.value("UID"));
    assertThat(moved.value("SEQUENCE")).isEqualTo("1");
    assertThat(moved.value("LOCATION")).isEqualTo("la noi");

    String cancel = invitation.replace("/invitation", "/cancel");
    done(ana.post(cancel, hidden(commercial())));
    assertThat(commercial()).contains("Anunță că nu mai are loc");
    done(send());
    pageThatSays("Anulare");
    assertThat(calendar().value("METHOD")).isEqualTo("CANCEL");
    assertThat(calendar().value("UID")).isEqualTo(invited.value("UID"));
    assertThat(ana.get(client.lead() + "/timeline").body())
        .contains("Anulare la întâlnirea din", "a plecat pe e-mail");
  }

  @Test
  void what_is_not_right_is_said_beside_its_field() {
    Map<String, String> form = form();
    form.put("to", "");
    form.put("subject", "a\r\nBcc: x@exemplu.ro");
    HttpResponse<String> answer = ana.post(invitation, form);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("to-fault", "subject-fault", "un singur rând");
    assertThat(ana.get(invitation).body()).doesNotContain("E-mailuri");
  }

  @Test
  void who_may_not_pursue_the_lead_invites_nobody_to_its_meetings() {
    Visitor mihai = new Visitor(RunningApp.address()).as("mihai.radu");
    assertThat(mihai.get(invitation).statusCode()).isEqualTo(403);
    assertThat(mihai.post(invitation, form()).statusCode()).isEqualTo(403);
    String unknown = invitation + "/00000000-0000-7000-8000-000000000001";
    assertThat(ana.get(unknown).statusCode()).isEqualTo(404);
    assertThat(mihai.get(unknown).statusCode()).isEqualTo(403);
    assertThat(
            ana.get(invitation.replaceAll("[0-9a-f]{12}/invitation", "000000000000/invitation"))
                .statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<String> send() {
    return ana.post(invitation, form());
  }

  private Map<String, String> form() {
    String page = ana.get(invitation).body();
    Map<String, String> form = hidden(page);
    form.put("language", "ro");
    form.put("to", first(CHECKED, page));
    form.put("subject", first(Pattern.compile("name=\"subject\" value=\"([^\"]+)\""), page));
    form.put("text", first(Pattern.compile("(?s)<textarea[^>]*>(.*?)</textarea>"), page));
    return form;
  }

  private void move() {
    String at = invitation.replace("/invitation", "/move");
    String form = ana.get(at).body();
    Map<String, String> typed = hidden(form);
    typed.putAll(Map.of("at", inHours(50), "lengthInMinutes", "60", "place", "la noi"));
    typed.put("persons", stefan(form));
    typed.put("person-" + stefan(form), "yes");
    done(ana.post(at, typed));
  }

  /** What the newest mail in the mailbox brings to calendars. */
  private CalendarLines calendar() {
    String letter = first(Pattern.compile("(/mailbox/\\d+)"), ana.get("/mailbox").body());
    return CalendarLines.of(ana.download(letter + "/file").body());
  }

  private String pageThatSays(String text) throws InterruptedException {
    String page = ana.get(invitation).body();
    for (int i = 0; i < TRIES && (!page.contains(text) || page.contains("every 2s")); i++) {
      Thread.sleep(100);
      page = ana.get(invitation).body();
    }
    assertThat(page).contains(text).doesNotContain("every 2s");
    return page;
  }

  private String commercial() {
    return ana.get(client.lead() + "/commercial").body();
  }

  private static String stefan(String form) {
    return first(Pattern.compile("name=\"persons\" value=\"([0-9a-f-]{36})\""), form);
  }

  private static Map<String, String> hidden(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(page);
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2));
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
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(pattern + " in " + text).isTrue();
    return found.group(1);
  }

  private static void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }
}
