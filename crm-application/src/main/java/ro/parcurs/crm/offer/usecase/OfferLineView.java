package ro.parcurs.crm.offer.usecase;

import java.util.Optional;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;

/**
 * A line of an offer, as shown to anybody who may see the offer: without what it costs the seller.
 *
 * @param net after the line's own discount
 */
public record OfferLineView(
    Optional<ItemId> item,
    Optional<ItemCode> code,
    String name,
    String unit,
    Quantity quantity,
    UnitPrice price,
    Percentage discount,
    VatRate vat,
    boolean optional,
    Money net) {}
