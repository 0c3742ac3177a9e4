package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.VatSubtotal;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.Cells;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Wording;

/**
 * Writes one revision of an offer into a workbook: a sheet of its lines, in the columns in which
 * lines are imported, and a sheet of everything else. Figures are those of the offer, not formulas.
 * What the offer costs the seller is not in it.
 */
public final class ExportOffer {

  public record Query(@NotNull OfferId offer, @NotNull Locale language) {}

  private final ShowOffer show;
  private final Wording wording;
  private final Spreadsheets spreadsheets;

  @Inject
  public ExportOffer(ShowOffer show, Wording wording, Spreadsheets spreadsheets) {
    this.show = show;
    this.wording = wording;
    this.spreadsheets = spreadsheets;
  }

  /**
   * @param to is not closed
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not see its lead
   * @throws IOException when the stream takes no more
   */
  public void handle(Actor actor, Query query, OutputStream to) throws IOException {
    OfferView offer = show.handle(actor, new ShowOffer.Query(query.offer()));
    spreadsheets.write(to, List.of(lines(offer, query.language()), facts(offer, query.language())));
  }

  private SheetContent lines(OfferView offer, Locale language) {
    List<Column> columns =
        List.of(
            column(OfferColumn.CHAPTER, Format.TEXT, 30, language),
            column(OfferColumn.CODE, Format.TEXT, 14, language),
            column(OfferColumn.NAME, Format.TEXT, 45, language),
            column(OfferColumn.UNIT, Format.TEXT, 8, language),
            column(OfferColumn.QUANTITY, Format.QUANTITY, 12, language),
            column(OfferColumn.PRICE, Format.PRICE, 14, language),
            column(OfferColumn.DISCOUNT, Format.PERCENT, 12, language),
            column(OfferColumn.VAT, Format.TEXT, 10, language),
            column(OfferColumn.NET, Format.AMOUNT, 16, language),
            column(OfferColumn.OPTIONAL, Format.TEXT, 10, language));
    return new SheetContent(
        wording.text("sheet.offer-lines", Map.of(), language),
        columns,
        sheet -> offer.content().chapters().forEach(chapter -> giveTo(sheet, chapter)));
  }

  private static void giveTo(Consumer<List<Cell>> sheet, ChapterView chapter) {
    for (OfferLineView line : chapter.lines()) {
      sheet.accept(
          List.of(
              Cell.of(chapter.title()),
              Cells.text(line.code().map(code -> code.value())),
              Cell.of(line.name()),
              Cell.of(line.unit()),
              Cell.of(line.quantity().value()),
              Cell.of(line.price().value()),
              Cells.percent(line.discount().value()),
              Cell.of(line.vat().code()),
              Cell.of(line.net().amount()),
              new Cell.Truth(line.optional())));
    }
  }

  private SheetContent facts(OfferView offer, Locale language) {
    OfferContentView content = offer.content();
    List<List<Cell>> rows = new ArrayList<>();
    Facts facts = new Facts(rows, language);
    facts.add("number", Cell.of(offer.number().toString()));
    facts.add("client", Cell.of(offer.leadName()));
    rows.add(List.of(Cell.of("CUI"), Cell.of(offer.cui().digits())));
    facts.add("state", Cell.of(wording.of(offer.state(), language)));
    facts.add("valid-until", Cell.of(content.validUntil()));
    facts.add("currency", Cell.of(content.currency().name()));
    facts.add("before-discount", content.beforeDiscount());
    facts.add("discount", Cells.percent(content.discount().value()));
    facts.add("net", content.totals().net());
    for (VatSubtotal vat : content.totals().vatByRate()) {
      rows.add(
          List.of(
              Cell.of(wording.text("sheet.vat", Map.of("rate", vat.rate().code()), language)),
              Cell.of(vat.vat().amount())));
    }
    facts.add("vat-total", content.totals().vat());
    facts.add("gross", content.totals().gross());
    if (content.hasOptional()) {
      facts.add("optional", content.optional());
    }
    content.notes().ifPresent(text -> facts.add("notes", Cell.of(text)));
    content.terms().ifPresent(text -> facts.add("terms", Cell.of(text)));
    content.deliveryTime().ifPresent(text -> facts.add("delivery-time", Cell.of(text)));
    return new SheetContent(
        wording.text("sheet.offer", Map.of(), language),
        List.of(
            new Column(wording.text("sheet.field", Map.of(), language), Format.TEXT, 30),
            new Column(wording.text("sheet.value", Map.of(), language), Format.AMOUNT, 40)),
        rows::forEach);
  }

  private Column column(OfferColumn column, Format format, int width, Locale language) {
    return new Column(wording.of(column, language), format, width);
  }

  private final class Facts {

    private final List<List<Cell>> rows;
    private final Locale language;

    Facts(List<List<Cell>> rows, Locale language) {
      this.rows = rows;
      this.language = language;
    }

    void add(String name, Money amount) {
      add(name, Cell.of(amount.amount()));
    }

    void add(String name, Cell cell) {
      rows.add(List.of(Cell.of(wording.text("sheet." + name, Map.of(), language)), cell));
    }
  }
}
