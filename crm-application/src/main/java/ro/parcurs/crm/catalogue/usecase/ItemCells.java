package ro.parcurs.crm.catalogue.usecase;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.Cells;
import ro.parcurs.crm.spreadsheet.Wording;

/** Items as cells of a table, in one language: as they are exported, and read back. */
final class ItemCells {

  private final Wording wording;
  private final Locale language;

  ItemCells(Wording wording, Locale language) {
    this.wording = wording;
    this.language = language;
  }

  /** A cell for each column that is read. An item with a recipe has no price of its own. */
  Map<ItemColumn, Cell> of(CatalogueItem item) {
    Map<ItemColumn, Cell> cells = new EnumMap<>(ItemColumn.class);
    cells.put(ItemColumn.CODE, Cell.of(item.code().value()));
    cells.put(ItemColumn.NAME, Cell.of(item.name()));
    cells.put(ItemColumn.UNIT, Cell.of(item.details().unit()));
    cells.put(ItemColumn.KIND, Cell.of(wording.of(item.details().kind(), language)));
    cells.put(ItemColumn.CATEGORY, Cell.of(item.details().category()));
    cells.put(ItemColumn.PRICE, price(item.price()));
    cells.put(ItemColumn.CURRENCY, Cells.text(item.price().map(UnitPrice::currency)));
    cells.put(ItemColumn.COST, price(item.cost()));
    cells.put(ItemColumn.VAT, Cell.of(item.details().vat().code()));
    cells.put(ItemColumn.COMMISSION, Cells.percent(item.details().commission().value()));
    cells.put(ItemColumn.ACTIVE, new Cell.Truth(item.isActive()));
    return cells;
  }

  /** The columns in which two items differ, or one from nothing. */
  List<ItemChange.Difference> differences(Optional<CatalogueItem> before, CatalogueItem after) {
    Map<ItemColumn, Cell> old = before.map(this::of).orElseGet(Map::of);
    return of(after).entrySet().stream()
        .map(
            cell ->
                new ItemChange.Difference(
                    cell.getKey(), old.getOrDefault(cell.getKey(), Cell.blank()), cell.getValue()))
        .filter(difference -> !difference.from().equals(difference.to()))
        .toList();
  }

  private static Cell price(Optional<UnitPrice> price) {
    return price.map(known -> Cell.of(known.value())).orElseGet(Cell::blank);
  }
}
