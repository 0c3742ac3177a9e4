package ro.parcurs.crm.contract;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.error.InvalidInput;

/**
 * From when to when a contract holds.
 *
 * @param end the last day, not before the first; empty for an open-ended contract
 */
public record Term(LocalDate start, Optional<LocalDate> end) {

  /**
   * @throws InvalidInput {@code ends-before-it-begins}
   */
  public Term {
    Objects.requireNonNull(start, "start");
    if (end.filter(last -> last.isBefore(start)).isPresent()) {
      throw InvalidInput.of("end", "ends-before-it-begins");
    }
  }

  public boolean isOpenEnded() {
    return end.isEmpty();
  }
}
