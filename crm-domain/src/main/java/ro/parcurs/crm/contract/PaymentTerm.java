package ro.parcurs.crm.contract;

import java.time.LocalDate;
import java.util.Map;
import ro.parcurs.crm.error.InvalidInput;

/**
 * How many days after its date an invoice is due.
 *
 * @param days 0 to {@value #MAX_DAYS}
 */
public record PaymentTerm(int days) {

  public static final int MAX_DAYS = 365;

  /**
   * @throws InvalidInput {@code out-of-range}
   */
  public PaymentTerm {
    if (days < 0 || days > MAX_DAYS) {
      throw InvalidInput.of("paymentTermDays", "out-of-range", Map.of("min", 0, "max", MAX_DAYS));
    }
  }

  /** The last day on which an invoice of the given date can be paid without being late. */
  public LocalDate dueOn(LocalDate issuedOn) {
    return issuedOn.plusDays(days);
  }
}
