package ro.parcurs.crm.evaluation.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.money.Totals;

/**
 * What a sheet comes to.
 *
 * @param totals net, VAT per rate and gross; empty while a line can't be priced
 * @param problem why the whole can't be added up, other than for a line's sake
 */
public record SheetFigures(
    List<SheetLineView> lines, Optional<Totals> totals, Optional<CrmException> problem) {

  public SheetFigures {
    lines = List.copyOf(lines);
  }
}
