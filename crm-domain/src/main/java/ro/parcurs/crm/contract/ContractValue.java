package ro.parcurs.crm.contract;

import java.util.Objects;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;

/**
 * What a contract is worth, as the offer behind it says.
 *
 * @param offer the revision that it was taken from
 * @param net before VAT
 * @param gross with VAT, in the same currency
 */
public record ContractValue(OfferId offer, Money net, Money gross) {

  public ContractValue {
    Objects.requireNonNull(offer, "offer");
    if (net.currency() != gross.currency()) {
      throw new IllegalArgumentException("a value in two currencies");
    }
  }

  /** What the offer comes to. */
  public static ContractValue of(Offer offer) {
    Totals totals = offer.figures().totals();
    return new ContractValue(offer.id(), totals.net(), totals.gross());
  }

  public Currency currency() {
    return net.currency();
  }
}
