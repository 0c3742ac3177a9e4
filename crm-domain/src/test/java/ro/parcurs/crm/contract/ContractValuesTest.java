package ro.parcurs.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.file.Sha256;

class ContractValuesTest {

  private static final LocalDate START = LocalDate.of(2026, 11, 24);

  @Test
  void a_payment_term_is_of_0_to_365_days() {
    assertThat(new PaymentTerm(0).dueOn(START)).isEqualTo(START);
    assertThat(new PaymentTerm(365).dueOn(START)).isEqualTo(LocalDate.of(2027, 11, 24));
    assertFault(() -> new PaymentTerm(-1), "paymentTermDays", "out-of-range");
    assertFault(() -> new PaymentTerm(366), "paymentTermDays", "out-of-range");
  }

  @Test
  void a_term_ends_on_its_first_day_at_the_earliest_or_never() {
    assertThat(new Term(START, Optional.of(START)).isOpenEnded()).isFalse();
    assertThat(new Term(START, Optional.empty()).isOpenEnded()).isTrue();
    assertFault(
        () -> new Term(START, Optional.of(START.minusDays(1))), "end", "ends-before-it-begins");
  }

  @Test
  void a_number_is_of_1_to_50_characters() {
    assertThat(new ContractNumber(" " + "9".repeat(50) + " ").value()).hasSize(50);
    assertFault(() -> new ContractNumber("9".repeat(51)), "number", "too-long");
    assertFault(() -> new ContractNumber(" \u00a0 "), "number", "required");
  }

  @Test
  void a_file_is_of_1_byte_to_10_mebibytes() {
    assertThat(file("a.pdf", 1).size()).isEqualTo(1);
    assertThat(file("a.pdf", 10_485_760).size()).isEqualTo(10_485_760);
    assertFault(() -> file("a.pdf", 0), "content", "empty-file");
    assertFault(() -> file("a.pdf", 10_485_761), "content", "file-too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract.pdf", "C:\\Acte\\contract.pdf", "/tmp/acte/contract.pdf"})
  void a_file_is_known_by_its_name_without_the_path(String name) {
    assertThat(file(name, 1).name()).isEqualTo("contract.pdf");
  }

  @Test
  void the_name_of_a_file_is_one_line_of_text() {
    assertFault(() -> file("a\r\nX: b", 1), "fileName", "unreadable-character");
    assertFault(() -> file("acte/", 1), "fileName", "required");
    assertFault(() -> file("a".repeat(201), 1), "fileName", "too-long");
  }

  private static SignedFile file(String name, int size) {
    return new SignedFile(
        new FileId(new UUID(0, 1)),
        name,
        size,
        new Sha256("0".repeat(64)),
        new Stamp(new UserId("ana"), "Ana", Instant.EPOCH));
  }

  private static void assertFault(Runnable making, String field, String code) {
    assertThatThrownBy(making::run)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            fault -> {
              assertThat(fault.violations()).hasSize(1);
              assertThat(fault.violations().get(0).field()).isEqualTo(field);
              assertThat(fault.violations().get(0).code()).isEqualTo(code);
            });
  }
}
