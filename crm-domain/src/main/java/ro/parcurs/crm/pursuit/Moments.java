package ro.parcurs.crm.pursuit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import ro.parcurs.crm.error.InvalidInput;

/** Moments as people give them: a mistyped year is found, and a store can keep the rest. */
final class Moments {

  static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private Moments() {}

  /**
   * The moment to the microsecond.
   *
   * @throws InvalidInput {@code out-of-range}
   */
  static Instant of(String field, Instant at) {
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw InvalidInput.of(field, "out-of-range", Map.of("min", EARLIEST, "max", LATEST));
    }
    return at.truncatedTo(ChronoUnit.MICROS);
  }
}
