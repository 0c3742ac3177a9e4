package ro.parcurs.crm.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.timeline.LeadChanged.LeadFieldChanged;
import ro.parcurs.crm.timeline.LeadChanged.OwnerChanged;
import ro.parcurs.crm.timeline.LeadField;

class MessagesTest {

  private static final Locale ROMANIAN = Locale.forLanguageTag("ro");

  private final Messages messages = new Messages();

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
}
