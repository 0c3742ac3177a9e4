package ro.parcurs.crm.order;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;

/**
 * A line of a client order, as it stood in the accepted offer.
 *
 * @param chapter the title of the offer's chapter that it comes from
 * @param item the catalogue's item; empty for a line that was written by hand
 * @param price of one unit, before any discount
 * @param net after the line's discount and its share of the offer's discount
 * @param commission the item's commission rate on the day of the offer, for the report of services;
 *     zero for a line that was written by hand
 */
public record OrderLine(
    String chapter,
    Optional<ItemId> item,
    String name,
    String unit,
    Quantity quantity,
    UnitPrice price,
    VatRate vat,
    Money net,
    Percentage commission) {

  public OrderLine {
    Objects.requireNonNull(chapter, "chapter");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(vat, "vat");
    Objects.requireNonNull(net, "net");
    Objects.requireNonNull(commission, "commission");
  }
}
