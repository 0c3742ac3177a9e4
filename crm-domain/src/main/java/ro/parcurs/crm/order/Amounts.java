package ro.parcurs.crm.order;

import java.util.Map;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.Money;

/** Checks that the documents of the ERP have in common. */
final class Amounts {

  private Amounts() {}

  static void requireRevision(long revision) {
    if (revision < 1) {
      throw InvalidInput.of("revision", "too-small", Map.of("value", 1));
    }
  }

  static void requirePositive(Money amount) {
    if (!amount.isPositive()) {
      throw InvalidInput.of("amount", "not-positive");
    }
  }
}
