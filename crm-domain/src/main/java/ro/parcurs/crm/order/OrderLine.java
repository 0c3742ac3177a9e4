package ro.parcurs.crm.order;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.offer.OfferedItem;

/**
 * A line of a client order, as it stood in the accepted offer.
 *
 * @param chapter the title of the offer's chapter that it comes from
 * @param item what was known of the catalogue item, its commission rate too; empty for a line in
 *     free text
 * @param price of one unit, before any discount
 * @param net after the line's discount and its share of the offer's discount
 */
public record OrderLine(
    String chapter,
    Optional<OfferedItem> item,
    String name,
    String unit,
    Quantity quantity,
    UnitPrice price,
    VatRate vat,
    Money net) {

  public OrderLine {
    Objects.requireNonNull(chapter, "chapter");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(vat, "vat");
    Objects.requireNonNull(net, "net");
  }
}
