package ro.parcurs.crm.money;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** Amounts of different currencies don't add up without an exchange rate. */
public final class CurrencyMismatch extends Refusal {

  private static final long serialVersionUID = 1L;

  public CurrencyMismatch(Currency expected, Currency actual) {
    super(Map.of("expected", expected, "actual", actual));
  }

  static void check(Currency expected, Currency actual) {
    if (expected != actual) {
      throw new CurrencyMismatch(expected, actual);
    }
  }
}
