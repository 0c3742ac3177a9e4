package ro.parcurs.crm.company;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a company is registered for VAT, and when the registry said so.
 *
 * @param checkedAt to the microsecond; empty when somebody filled it in by hand
 */
public record VatStatus(VatState state, Optional<Instant> checkedAt) {

  public VatStatus {
    Objects.requireNonNull(state, "state");
    checkedAt = checkedAt.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
  }

  /** Filled in by hand, asked of no registry. */
  public static VatStatus declared(VatState state) {
    return new VatStatus(state, Optional.empty());
  }

  /** Answered by the registry. */
  public static VatStatus checked(VatState state, Instant at) {
    return new VatStatus(state, Optional.of(at));
  }

  public boolean isPayer() {
    return state == VatState.PAYER;
  }

  /** Whether the registry was asked at most so long before now. */
  public boolean isCheckedWithin(Duration age, Instant now) {
    return checkedAt.filter(at -> !at.isBefore(now.minus(age))).isPresent();
  }
}
