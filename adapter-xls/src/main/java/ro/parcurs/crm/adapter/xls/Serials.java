package ro.parcurs.crm.adapter.xls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Dates as Excel counts them. In the system of 1900 day 60 is 29 February 1900, which never was;
 * the days before it are counted from 31 December 1899, those after it from a day earlier.
 */
enum Serials {
  FROM_1900,
  FROM_1904;

  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 31);
  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
  private static final int NO_DAY = 60;
  private static final int MAX = 2_958_465;
  private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

  /** The moment, to the second; empty when there is none. */
  Optional<LocalDateTime> moment(BigDecimal serial) {
    if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(MAX + 1L)) >= 0) {
      return Optional.empty();
    }
    long seconds = serial.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    long days = seconds / SECONDS.intValue();
    if (this == FROM_1900 && days == NO_DAY) {
      return Optional.empty();
    }
    LocalDate first = this == FROM_1904 ? DAY_0_OF_1904 : DAY_0;
    long passed = this == FROM_1900 && days > NO_DAY ? days - 1 : days;
    return Optional.of(
        first.plusDays(passed).atStartOfDay().plusSeconds(seconds % SECONDS.intValue()));
  }

  /** What Excel counts for a moment of the system of 1900; empty for one before it. */
  static Optional<BigDecimal> of(LocalDateTime moment) {
    long days = ChronoUnit.DAYS.between(DAY_0, moment.toLocalDate());
    if (days < 1 || days >= MAX) {
      return Optional.empty();
    }
    long counted = days >= NO_DAY ? days + 1 : days;
    Duration time = Duration.between(moment.toLocalDate().atStartOfDay(), moment);
    return Optional.of(
        BigDecimal.valueOf(counted)
            .add(
                BigDecimal.valueOf(time.toSeconds())
                    .divide(SECONDS, 10, RoundingMode.HALF_UP)
                    .stripTrailingZeros()));
  }
}
