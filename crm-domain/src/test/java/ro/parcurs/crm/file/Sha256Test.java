package ro.parcurs.crm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.error.InvalidInput;

class Sha256Test {

  private static final String DIGITS = "0123456789abcdef".repeat(4);

  @Test
  void a_digest_has_64_hexadecimal_digits_in_lower_case() {
    assertThat(new Sha256(DIGITS)).hasToString(DIGITS);
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 65})
  void neither_more_nor_fewer(int length) {
    assertThatThrownBy(() -> new Sha256("a".repeat(length))).isInstanceOf(InvalidInput.class);
  }

  @Test
  void nor_others() {
    assertThatThrownBy(() -> new Sha256("A".repeat(64))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Sha256("g".repeat(64))).isInstanceOf(InvalidInput.class);
  }
}
