package ro.parcurs.crm.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.error.InvalidInput;

class ContactDetailsTest {

  @ParameterizedTest
  @CsvSource({
    "0722 123 456, +40722123456, 0722 123 456",
    "0722.123.456, +40722123456, 0722 123 456",
    "(021) 312-34-56, +40213123456, 0213 123 456",
    "021/3123456, +40213123456, 0213 123 456",
    "+40 722 123 456, +40722123456, 0722 123 456",
    "0040722123456, +40722123456, 0722 123 456",
    "+40 (0) 722 123 456, +40722123456, 0722 123 456",
    "722123456, +40722123456, 0722 123 456",
    "+44 20 7946 0958, +442079460958, +442079460958"
  })
  void a_phone_number_is_read_however_it_is_written(String text, String value, String shown) {
    assertThat(PhoneNumber.of(text).value()).isEqualTo(value);
    assertThat(PhoneNumber.of(text).shown()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "112",
        "0722",
        "07221234567",
        "0422123456",
        "telefon",
        "+0722123456",
        "+4+0722"
      })
  void what_cannot_be_dialled_is_refused(String text) {
    assertThatThrownBy(() -> PhoneNumber.of(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("phone-format");
  }

  @ParameterizedTest
  @CsvSource({
    "ana.pop@exemplu.ro, ana.pop@exemplu.ro",
    "' Ana.Pop@EXEMPLU.RO ', Ana.Pop@exemplu.ro",
    "a+b@sub.exemplu.co.uk, a+b@sub.exemplu.co.uk",
    "x@a-b.ro, x@a-b.ro"
  })
  void an_email_address_is_read(String text, String value) {
    assertThat(EmailAddress.of(text).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "ana@exemplu",
        "@exemplu.ro",
        "ana@",
        "ana@@exemplu.ro",
        "ana pop@exemplu.ro",
        ".ana@exemplu.ro",
        "ana..pop@exemplu.ro",
        "ana@-exemplu.ro",
        "ana@exemplu.ro, ion@exemplu.ro",
        "ana@exemplu.ro\r\nBcc: x@y.ro",
        "Ana <ana@exemplu.ro>",
        "\"ana\"@exemplu.ro",
        "ană@exemplu.ro",
        "ana@127.0.0.1",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@exemplu.ro"
      })
  void what_is_not_one_plain_address_is_refused(String text) {
    assertThatThrownBy(() -> EmailAddress.of(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("email-format");
  }

  @ParameterizedTest
  @CsvSource({
    "www.exemplu.ro, https://www.exemplu.ro",
    "HTTP://exemplu.ro/a?b=c, http://exemplu.ro/a?b=c",
    "exemplu.ro:8080/x, https://exemplu.ro:8080/x"
  })
  void a_web_site_is_read(String text, String value) {
    assertThat(Website.of(text).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "exemplu",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://exemplu.ro",
        "https://exemplu.ro/\"onclick",
        "https://",
        "https://a b.ro"
      })
  void what_a_page_must_not_link_to_is_refused(String text) {
    assertThatThrownBy(() -> Website.of(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("website-format");
  }

  @ParameterizedTest
  @CsvSource({"4711, 4711", "119, 0119", "610, 0610"})
  void an_activity_code_gets_its_lost_zero_back(String text, String digits) {
    assertThat(CaenCode.of(text).digits()).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "47111", "47A1"})
  void an_activity_code_has_four_digits(String text) {
    assertThatThrownBy(() -> CaenCode.of(text)).hasMessageContaining("caen-format");
  }

  @Test
  void a_postal_code_gets_its_lost_zero_back_and_has_six_digits() {
    assertThat(PostalCode.of("60787").digits()).isEqualTo("060787");
    assertThatThrownBy(() -> PostalCode.of("4000")).hasMessageContaining("postal-code-format");
    assertThatThrownBy(() -> PostalCode.of("4000011")).hasMessageContaining("postal-code-format");
  }

  @Test
  void an_address_reads_like_an_envelope() {
    Address address =
        new Address(
            County.CJ,
            " Cluj-Napoca ",
            Optional.of("Șos. Florilor 3"),
            Optional.of(PostalCode.of("400001")));
    assertThat(address.inOneLine()).isEqualTo("Șos. Florilor 3, Cluj-Napoca, Cluj, 400001");
  }

  @Test
  void a_blank_street_is_no_street() {
    assertThat(new Address(County.CJ, "Dej", Optional.of(" "), Optional.empty()).street())
        .isEmpty();
  }

  @Test
  void the_vat_status_is_fresh_up_to_the_full_age() {
    Instant now = Instant.parse("2026-11-24T10:00:00Z");
    Duration day = Duration.ofHours(24);
    assertThat(VatStatus.checked(VatState.PAYER, now.minus(day)).isCheckedWithin(day, now))
        .isTrue();
    assertThat(
            VatStatus.checked(VatState.PAYER, now.minus(day).minusMillis(1))
                .isCheckedWithin(day, now))
        .isFalse();
    assertThat(VatStatus.declared(VatState.PAYER).isCheckedWithin(day, now)).isFalse();
  }
}
