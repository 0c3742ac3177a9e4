package ro.parcurs.crm.money;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ro.parcurs.crm.error.InvalidInput;

/**
 * The VAT rates there are, each with the dates on which it is valid; a rate may end and come back,
 * but never twice on one day.
 *
 * @param periods in the order of their beginnings, then of their codes
 */
public record VatRates(List<Period> periods) {

  /**
   * A rate and the dates on which it is valid.
   *
   * @param until the last day; empty while no end is known
   */
  public record Period(VatRate rate, LocalDate from, Optional<LocalDate> until) {

    /**
     * @throws InvalidInput {@code ends-before-it-begins}
     */
    public Period {
      if (until.filter(end -> end.isBefore(from)).isPresent()) {
        throw InvalidInput.of("until", "ends-before-it-begins");
      }
    }

    boolean covers(LocalDate date) {
      return !date.isBefore(from) && until.filter(date::isAfter).isEmpty();
    }

    private boolean meets(Period other) {
      return rate.code().equals(other.rate.code())
          && until.filter(other.from::isAfter).isEmpty()
          && other.until.filter(from::isAfter).isEmpty();
    }
  }

  /**
   * @throws InvalidInput {@code overlapping-periods} when a code is valid twice on one day
   */
  public VatRates {
    periods =
        periods.stream()
            .sorted(
                Comparator.comparing(Period::from).thenComparing(period -> period.rate().code()))
            .toList();
    Map<String, Period> last = new HashMap<>();
    for (Period period : periods) {
      Period before = last.put(period.rate().code(), period);
      if (before != null && before.meets(period)) {
        throw InvalidInput.of(
            "vatRates", "overlapping-periods", Map.of("code", period.rate().code()));
      }
    }
  }

  /**
   * What Romanian law had in force when this was written: 21 % standard and 11 % reduced since 1
   * August 2025 (Law 141/2025), before that 19, 9 and 5 %; 9 % stayed for some dwellings until 31
   * July 2026. A start for a new company's data, not a rule.
   */
  public static VatRates romanian() {
    LocalDate change = LocalDate.of(2025, 8, 1);
    LocalDate start = LocalDate.of(2017, 1, 1);
    Optional<LocalDate> eve = Optional.of(change.minusDays(1));
    return new VatRates(
        List.of(
            new Period(VatRate.of("21", "21"), change, Optional.empty()),
            new Period(VatRate.of("11", "11"), change, Optional.empty()),
            new Period(VatRate.of("0", "0"), start, Optional.empty()),
            new Period(VatRate.exempt("SCUTIT"), start, Optional.empty()),
            new Period(VatRate.of("19", "19"), start, eve),
            new Period(VatRate.of("9", "9"), start, Optional.of(LocalDate.of(2026, 7, 31))),
            new Period(VatRate.of("5", "5"), start, eve)));
  }

  /** The rates that are valid on the date. */
  public List<VatRate> validOn(LocalDate date) {
    return on(date).map(Period::rate).toList();
  }

  /** The rate with the code, where it is valid on the date. */
  public Optional<VatRate> find(String code, LocalDate date) {
    return on(date).map(Period::rate).filter(rate -> rate.code().equals(code)).findFirst();
  }

  /**
   * The first day after {@code from} and up to {@code until} on which one of the given rates is no
   * longer what it was on {@code from}; an offer whose validity holds such a day says so.
   */
  public Optional<LocalDate> changeBetween(LocalDate from, LocalDate until, List<VatRate> rates) {
    return rates.stream()
        .flatMap(
            rate ->
                on(from)
                    .filter(period -> period.rate().equals(rate))
                    .flatMap(period -> period.until().stream())
                    .map(last -> last.plusDays(1)))
        .filter(day -> !day.isAfter(until))
        .min(Comparator.naturalOrder());
  }

  private Stream<Period> on(LocalDate date) {
    return periods.stream().filter(period -> period.covers(date));
  }
}
