package ro.parcurs.crm.catalogue;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.LineNet;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.TaxedNet;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;

/**
 * An item at its price of the day: what sheets add up and offers are made of, so that both come to
 * the same.
 *
 * @param price the net price of one unit, in the document's currency
 * @param cost what one unit costs the company, in the same currency, where that is known
 */
public record PricedLine(
    ItemId item,
    ItemCode code,
    String name,
    String unit,
    ItemKind kind,
    String category,
    Quantity quantity,
    UnitPrice price,
    VatRate vat,
    Percentage commission,
    Optional<UnitPrice> cost) {

  /**
   * @throws InvalidInput {@code other-currency} when the cost is not in the price's currency
   */
  public PricedLine {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(vat, "vat");
    Objects.requireNonNull(commission, "commission");
    if (cost.filter(known -> known.currency() != price.currency()).isPresent()) {
      throw InvalidInput.of("cost", "other-currency");
    }
  }

  /** What the line comes to before VAT. */
  public Money net() {
    return LineNet.of(price, quantity);
  }

  /** What the line contributes to the totals. */
  public TaxedNet taxed() {
    return new TaxedNet(vat, net());
  }
}
