package ro.parcurs.crm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.testkit.SettableClock;

class CommandValidatorTest {

  record Line(@NotNull @PlainText(max = 5, required = true) String text) {}

  record Command(
      @NotNull @PlainText(max = 5, required = true) String name,
      @Size(min = 1, max = 2) @Valid List<Line> lines,
      @FutureOrPresent @Nullable LocalDate until) {}

  private final CommandValidator validator = new CommandValidator(new SettableClock());

  @Test
  void a_sound_command_passes() {
    assertThatCode(
            () ->
                validator.check(
                    new Command("Ana", List.of(new Line("x")), LocalDate.of(2026, 11, 24))))
        .doesNotThrowAnyException();
  }

  @Test
  void all_faults_are_told_at_once_each_with_its_field_and_reason() {
    Command command =
        new Command(
            null,
            List.of(new Line("ok"), new Line("too long"), new Line(" ")),
            LocalDate.of(2026, 11, 23));

    assertThat(faults(command))
        .containsExactly(
            new Violation("lines", "too-many", Map.of("min", 1, "max", 2)),
            new Violation("lines[1].text", "too-long", Map.of("max", 5)),
            new Violation("lines[2].text", "required", Map.of()),
            new Violation("name", "required", Map.of()),
            new Violation("until", "in-past", Map.of()));
  }

  @Test
  void what_no_store_can_keep_is_named_by_its_field() {
    assertThat(faults(new Command("a\u0000", List.of(new Line("x")), null)))
        .containsExactly(new Violation("name", "unreadable-character", Map.of()));
  }

  private List<Violation> faults(Command command) {
    return catchThrowableOfType(InvalidInput.class, () -> validator.check(command)).violations();
  }
}
