package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.spreadsheet.Table;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.validation.CommandValidator;

/** Merges sheets of lines with offers, at the catalogue's prices of the day. Thread-safe. */
public final class LinesMerging {

  private final CatalogueItems items;
  private final OfferWriter writer;
  private final CommandValidator validator;
  private final Wording wording;

  @Inject
  public LinesMerging(
      CatalogueItems items, OfferWriter writer, CommandValidator validator, Wording wording) {
    this.items = items;
    this.writer = writer;
    this.validator = validator;
    this.wording = wording;
  }

  /**
   * What the table makes of an offer; kept is nothing of it.
   *
   * @param language of the title of lines that no row gives a chapter
   */
  LinesMerge merge(Table<OfferColumn> table, OfferContent before, Locale language) {
    Catalogue catalogue = items.wholeCatalogue();
    return new LinesMerge(
        table,
        wording.text("sheet.offer-lines", Map.of(), language),
        before,
        catalogue,
        writer.lines(before, catalogue),
        validator);
  }
}
