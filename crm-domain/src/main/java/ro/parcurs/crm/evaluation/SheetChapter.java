package ro.parcurs.crm.evaluation;

import java.util.List;
import java.util.Objects;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.PricedLine;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;

/**
 * A sheet line with its prices and its recipe taken apart: the chapter that an offer makes of it.
 *
 * @param title the item's name
 * @param unit the item's unit of measure
 * @param price what one unit comes to; shown only: what counts is the sum of the lines
 * @param lines at least one
 */
public record SheetChapter(
    ItemId item,
    ItemCode code,
    String title,
    String unit,
    Quantity quantity,
    UnitPrice price,
    List<PricedLine> lines) {

  public SheetChapter {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(price, "price");
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a chapter without a line");
    }
  }

  static SheetChapter of(SheetLine line, Catalogue catalogue, SheetTerms terms) {
    CatalogueItem item = catalogue.get(line.item());
    return new SheetChapter(
        item.id(),
        item.code(),
        item.name(),
        item.details().unit(),
        line.quantity(),
        catalogue.price(line.item(), terms.pricing()),
        catalogue.explode(line.item(), line.quantity(), terms.explosion(), terms.pricing()));
  }

  /** The sum of its lines before VAT. */
  public Money net() {
    return lines.stream().map(PricedLine::net).reduce(Money.zero(price.currency()), Money::plus);
  }
}
