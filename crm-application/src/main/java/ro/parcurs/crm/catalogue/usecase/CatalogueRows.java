package ro.parcurs.crm.catalogue.usecase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.spreadsheet.RowReading;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.Table;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.text.SearchText;

/** Takes rows of sheets for items and components, as their cells are meant. Thread-safe. */
final class CatalogueRows {

  /**
   * What a row says of an item; what it leaves empty is null.
   *
   * @param number as the spreadsheet counts
   * @param faults what of it can't be meant
   */
  record ItemRow(
      int number,
      @Nullable String code,
      @Nullable String name,
      @Nullable String unit,
      @Nullable ItemKind kind,
      @Nullable String category,
      @Nullable BigDecimal price,
      @Nullable Currency currency,
      @Nullable BigDecimal cost,
      @Nullable String vatRate,
      @Nullable BigDecimal commission,
      @Nullable Boolean active,
      List<Violation> faults) {}

  /** What a row says of a component. */
  record ComponentRow(
      int number,
      @Nullable String item,
      @Nullable String component,
      @Nullable BigDecimal quantity,
      List<Violation> faults) {}

  private final Map<String, ItemKind> kinds = new HashMap<>();

  CatalogueRows(Wording wording) {
    for (Locale language : List.of(Locale.forLanguageTag("ro"), Locale.ENGLISH)) {
      for (ItemKind kind : ItemKind.values()) {
        kinds.put(SearchText.fold(wording.of(kind, language)), kind);
        kinds.put(SearchText.fold(kind.name()), kind);
      }
    }
  }

  List<ItemRow> items(Table<ItemColumn> table) {
    List<ItemRow> all = new ArrayList<>();
    try (SheetRows rows = table.below()) {
      while (rows.hasNext()) {
        SheetRow row = rows.next();
        RowReading<ItemColumn> cells = new RowReading<>(table.columns(), row);
        if (!cells.isBlank()) {
          all.add(item(row.number(), cells));
        }
      }
    }
    return all;
  }

  private ItemRow item(int number, RowReading<ItemColumn> cells) {
    return new ItemRow(
        number,
        cells.code(ItemColumn.CODE),
        cells.text(ItemColumn.NAME),
        cells.text(ItemColumn.UNIT),
        cells.known(ItemColumn.KIND, "kind-unknown", kinds),
        cells.text(ItemColumn.CATEGORY),
        cells.number(ItemColumn.PRICE),
        cells.currency(ItemColumn.CURRENCY),
        cells.number(ItemColumn.COST),
        cells.code(ItemColumn.VAT),
        cells.percent(ItemColumn.COMMISSION),
        cells.truth(ItemColumn.ACTIVE),
        cells.faults());
  }

  List<ComponentRow> components(Table<RecipeColumn> table) {
    List<ComponentRow> all = new ArrayList<>();
    try (SheetRows rows = table.below()) {
      while (rows.hasNext()) {
        SheetRow row = rows.next();
        RowReading<RecipeColumn> cells = new RowReading<>(table.columns(), row);
        if (!cells.isBlank()) {
          all.add(
              new ComponentRow(
                  row.number(),
                  cells.code(RecipeColumn.ITEM),
                  cells.code(RecipeColumn.COMPONENT),
                  cells.number(RecipeColumn.QUANTITY),
                  cells.faults()));
        }
      }
    }
    return all;
  }
}
