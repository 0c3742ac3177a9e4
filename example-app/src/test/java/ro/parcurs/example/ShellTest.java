package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every page, asked over HTTP. */
class ShellTest {

  private final Visitor visitor = new Visitor(RunningApp.address());

  @Test
  void nobody_gets_in_without_signing_in() {
    HttpResponse<String> answer = visitor.get("/?x=1");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/sign-in?to=%2F%3Fx%3D1");
  }

  @Test
  void after_signing_in_one_comes_where_one_wanted_to_go() {
    visitor.get("/sign-in");

    HttpResponse<String> answer =
        visitor.post("/sign-in", Map.of("user", "ana.ionescu", "to", "/?x=1"));

    assertThat(answer.headers().firstValue("Location")).contains("/?x=1");
    assertThat(visitor.get("/").body()).contains("Ana Ionescu", "Agent");
  }

  @Test
  void signing_in_leads_to_no_other_site() {
    for (String elsewhere :
        new String[] {"//example.org", "https://example.org", "/\\example.org"}) {
      visitor.get("/sign-in");
      HttpResponse<String> answer =
          visitor.post("/sign-in", Map.of("user", "ana.ionescu", "to", elsewhere));

      assertThat(answer.headers().firstValue("Location")).as(elsewhere).contains("/");
    }
  }

  @Test
  void a_form_without_the_token_of_its_session_is_refused() {
    visitor.as("ana.ionescu");
    Visitor other = new Visitor(RunningApp.address()).as("mihai.radu");

    assertThat(visitor.postBare("/sign-out", Map.of()).statusCode()).isEqualTo(403);
    assertThat(visitor.postBare("/sign-out", Map.of("_csrf", "")).statusCode()).isEqualTo(403);
    assertThat(visitor.postBare("/sign-out", Map.of("_csrf", other.csrf())).statusCode())
        .isEqualTo(403);
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void a_form_sent_from_another_site_is_refused_even_with_the_token() {
    visitor.as("ana.ionescu");

    HttpResponse<String> answer =
        visitor.postBare(
            "/sign-out", Map.of("_csrf", visitor.csrf()), "Sec-Fetch-Site", "cross-site");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void signing_out_ends_the_session() {
    visitor.as("ana.ionescu");

    assertThat(visitor.post("/sign-out", Map.of()).statusCode()).isEqualTo(303);

    assertThat(visitor.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void the_cookie_changes_with_signing_in_and_scripts_cannot_read_it() {
    String before = visitor.get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
    String after =
        visitor
            .post("/sign-in", Map.of("user", "ana.ionescu", "to", "/"))
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();

    assertThat(before).contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(after).contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(after.split(";")[0]).isNotEqualTo(before.split(";")[0]);
  }

  @Test
  void browsers_are_told_to_run_nothing_foreign_and_to_keep_nothing() {
    HttpResponse<String> answer = visitor.get("/sign-in");

    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.body()).doesNotContain("<script>", "style=\"", "http://", "https://");
  }

  @Test
  void the_language_is_romanian_until_another_is_chosen() {
    assertThat(visitor.get("/sign-in").body()).contains("lang=\"ro\"", "Autentificare");

    visitor.post("/language", Map.of("language", "en", "to", "/sign-in"));

    assertThat(visitor.get("/sign-in").body()).contains("lang=\"en\"", "Sign in");
  }

  @Test
  void an_unknown_address_is_told_in_the_readers_words() {
    HttpResponse<String> answer = visitor.as("ana.ionescu").get("/no/such/page");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Pagina nu există");
  }

  @Test
  void a_form_larger_than_any_of_ours_is_not_read() {
    visitor.as("ana.ionescu");

    HttpResponse<String> answer =
        visitor.post("/language", Map.of("language", "en", "to", "x".repeat(600 * 1024)));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void what_is_typed_into_the_address_is_shown_as_text() {
    HttpResponse<String> answer =
        visitor.get("/sign-in?to=%2F%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

    assertThat(answer.body()).doesNotContain("<script>alert");
  }
}
