package ro.parcurs.crm.evaluation.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.PricedLine;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;

/**
 * A line of a sheet with what it comes to.
 *
 * @param price of one unit; empty where there is a problem
 * @param net the sum of its parts; empty where there is a problem
 * @param parts the lines of the chapter that an offer makes of it, without what the actor may not
 *     see
 * @param notSold what of it is no longer sold
 * @param problem why it can't be priced
 */
public record SheetLineView(
    ItemId item,
    ItemCode code,
    String name,
    String unit,
    Quantity quantity,
    Optional<UnitPrice> price,
    Optional<Money> net,
    List<PricedLine> parts,
    List<ItemCode> notSold,
    Optional<CrmException> problem) {

  public SheetLineView {
    parts = List.copyOf(parts);
    notSold = List.copyOf(notSold);
  }
}
