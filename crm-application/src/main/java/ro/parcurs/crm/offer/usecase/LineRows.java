package ro.parcurs.crm.offer.usecase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.spreadsheet.RowReading;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.Table;

/** Takes rows of a sheet for lines of an offer, as their cells are meant. */
final class LineRows {

  /**
   * What a row says; what it leaves empty is null.
   *
   * @param number as the spreadsheet counts
   * @param line everything but which item it is
   * @param faults what of it can't be meant
   */
  record LineRow(
      int number,
      @Nullable String chapter,
      @Nullable String code,
      LineData line,
      @Nullable Currency currency,
      List<Violation> faults) {

    /** Whether it says a chapter only: the one that the rows below it stand in. */
    boolean isTitle() {
      return chapter != null
          && code == null
          && line.name() == null
          && line.quantity() == null
          && line.price() == null
          && faults.isEmpty();
    }

    LineData of(ItemId item) {
      return new LineData(
          item,
          line.name(),
          line.unit(),
          line.quantity(),
          line.price(),
          line.discount(),
          line.vat(),
          line.optional());
    }
  }

  private LineRows() {}

  /** All rows in which there is anything. */
  static List<LineRow> of(Table<OfferColumn> table) {
    List<LineRow> all = new ArrayList<>();
    try (SheetRows rows = table.below()) {
      while (rows.hasNext()) {
        SheetRow row = rows.next();
        RowReading<OfferColumn> cells = new RowReading<>(table.columns(), row);
        if (!cells.isBlank()) {
          all.add(read(row.number(), cells));
        }
      }
    }
    return all;
  }

  private static LineRow read(int number, RowReading<OfferColumn> cells) {
    String chapter = cells.text(OfferColumn.CHAPTER);
    String code = cells.code(OfferColumn.CODE);
    Currency currency = cells.currency(OfferColumn.CURRENCY);
    String name = cells.text(OfferColumn.NAME);
    String unit = cells.text(OfferColumn.UNIT);
    BigDecimal quantity = cells.number(OfferColumn.QUANTITY);
    BigDecimal price = cells.number(OfferColumn.PRICE);
    BigDecimal discount = cells.percent(OfferColumn.DISCOUNT);
    String vat = cells.code(OfferColumn.VAT);
    boolean optional = Boolean.TRUE.equals(cells.truth(OfferColumn.OPTIONAL));
    return new LineRow(
        number,
        chapter,
        code,
        new LineData(null, name, unit, quantity, price, discount, vat, optional),
        currency,
        cells.faults());
  }
}
