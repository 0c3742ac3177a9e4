package ro.parcurs.crm.catalogue;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;
import ro.parcurs.crm.money.Currency;

/** An item is priced in another currency than the document, which has no exchange rate for it. */
public final class ExchangeRateMissing extends Refusal {

  private static final long serialVersionUID = 1L;

  public ExchangeRateMissing(ItemCode item, Currency from, Currency to) {
    super(Map.of("item", item.value(), "from", from, "to", to));
  }
}
