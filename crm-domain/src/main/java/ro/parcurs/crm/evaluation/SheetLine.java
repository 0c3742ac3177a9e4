package ro.parcurs.crm.evaluation;

import java.util.Objects;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.money.Quantity;

/** What the user gives: an item of the catalogue, and how much of it. */
public record SheetLine(ItemId item, Quantity quantity) {

  public SheetLine {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(quantity, "quantity");
  }

  /** The line priced; see {@link Catalogue#explode} for what can be wrong. */
  public SheetChapter price(Catalogue catalogue, SheetTerms terms) {
    return SheetChapter.of(this, catalogue, terms);
  }
}
