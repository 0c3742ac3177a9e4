package ro.parcurs.crm.offer;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.LineNet;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.text.Text;

/**
 * One line of an offer, from the catalogue or in free text.
 *
 * @param item what is known of the catalogue item it stands for; empty for free text
 * @param name at most {@value #MAX_NAME_LENGTH} characters
 * @param unit the unit of measure; at most {@value #MAX_UNIT_LENGTH} characters
 * @param price net, in the offer's currency
 * @param optional shown apart and not in the total
 */
public record OfferLine(
    Optional<OfferedItem> item,
    String name,
    String unit,
    Quantity quantity,
    UnitPrice price,
    Percentage discount,
    VatRate vat,
    boolean optional) {

  public static final int MAX_NAME_LENGTH = 300;
  public static final int MAX_UNIT_LENGTH = 20;

  /**
   * @throws InvalidInput when the name or the unit is missing or too long
   */
  public OfferLine {
    Objects.requireNonNull(item, "item");
    name = Text.required("name", name, MAX_NAME_LENGTH);
    unit = Text.required("unit", unit, MAX_UNIT_LENGTH);
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(discount, "discount");
    Objects.requireNonNull(vat, "vat");
  }

  /** The catalogue item that it stands for; empty for free text. */
  public Optional<ItemId> itemId() {
    return item.map(OfferedItem::id);
  }

  /** What it comes to before any discount. */
  public Money listed() {
    return LineNet.of(price, quantity);
  }

  /** What it comes to after its own discount, before that of the offer. */
  public Money net() {
    return LineNet.of(price, quantity, discount);
  }

  /** The same line with another discount. */
  public OfferLine withDiscount(Percentage other) {
    return new OfferLine(item, name, unit, quantity, price, other, vat, optional);
  }
}
