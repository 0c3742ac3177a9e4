package ro.parcurs.crm.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.pursuit.usecase.RefusalReasons;
import ro.parcurs.crm.timeline.LeadChanged.LeadFieldChanged;
import ro.parcurs.crm.timeline.LeadChanged.OwnerChanged;
import ro.parcurs.crm.timeline.LeadField;
import ro.parcurs.crm.timeline.PursuitChanged.LeadRefused;

class MessagesTest {

  private static final Locale ROMANIAN = Locale.forLanguageTag("ro");

  private final Messages messages = new Messages(RefusalReasons.USUAL);

  @Test
  void what_is_empty_is_told_by_what_stands_instead_of_it() {
    OwnerChanged event =
        new OwnerChanged(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new UserId("ana")),
            Optional.of("Ana $1 Pop"));
    assertThat(messages.of(event, ROMANIAN))
        .isEqualTo("Responsabil comercial: nimeni → Ana $1 Pop");
    assertThat(messages.of(event, Locale.ENGLISH)).isEqualTo("Owner: nobody → Ana $1 Pop");
    assertThat(
            messages.of(
                new LeadFieldChanged(LeadField.IBAN, Optional.of("RO49"), Optional.empty()),
                ROMANIAN))
        .isEqualTo("IBAN: RO49 → –");
  }

  @Test
  void a_field_may_have_a_sentence_of_its_own() {
    assertThat(messages.of(new Violation("company.address.county", "required", Map.of()), ROMANIAN))
        .isEqualTo("Alegeți județul.");
    assertThat(messages.of(new Violation("quantity", "required", Map.of()), ROMANIAN))
        .isEqualTo("Este obligatoriu.");
  }

  @Test
  void a_reason_for_refusing_is_told_in_the_language_of_who_reads() {
    LeadRefused event =
        new LeadRefused(2, Optional.of("PRICE"), Optional.of("Prea scump"), Optional.empty());
    assertThat(messages.of(event, ROMANIAN))
        .isEqualToNormalizingWhitespace("Demersul 2 s-a încheiat cu refuz: Preț prea mare");
    assertThat(messages.of(event, Locale.ENGLISH))
        .isEqualToNormalizingWhitespace("Pursuit 2 ended with a refusal: Price too high");
  }

  @Test
  void a_reason_that_is_no_more_on_the_list_is_told_as_it_was_called_then() {
    LeadRefused event =
        new LeadRefused(1, Optional.of("MOON"), Optional.of("Lună plină"), Optional.of("de tot"));
    assertThat(messages.of(event, ROMANIAN))
        .isEqualToNormalizingWhitespace("Demersul 1 s-a încheiat cu refuz: Lună plină de tot");
    assertThat(messages.of(event, Locale.ENGLISH))
        .isEqualToNormalizingWhitespace("Pursuit 1 ended with a refusal: Lună plină de tot");
    LeadRefused inWords =
        new LeadRefused(1, Optional.empty(), Optional.empty(), Optional.of("de tot"));
    assertThat(messages.of(inWords, Locale.ENGLISH))
        .isEqualToNormalizingWhitespace("Pursuit 1 ended with a refusal: de tot");
  }
}
