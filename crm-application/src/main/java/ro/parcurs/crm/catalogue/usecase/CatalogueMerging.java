package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Locale;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.money.VatRates;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;

/** Merges workbooks with the catalogue as it is now. Thread-safe. */
public final class CatalogueMerging {

  private final CatalogueItems items;
  private final VatRateBook book;
  private final CommandValidator validator;
  private final Journal journal;
  private final Ids ids;
  private final CatalogueRows rows;

  @Inject
  public CatalogueMerging(
      CatalogueItems items,
      VatRateBook book,
      CommandValidator validator,
      Wording wording,
      Journal journal,
      Ids ids) {
    this.items = items;
    this.book = book;
    this.validator = validator;
    this.journal = journal;
    this.ids = ids;
    this.rows = new CatalogueRows(wording);
  }

  /** What the tables make of the catalogue; kept is nothing of it. */
  CatalogueMerge merge(Actor actor, CatalogueTables tables) {
    VatRates rates = book.current().rates();
    LocalDate today = journal.today();
    return new CatalogueMerge(
        tables,
        rows,
        validator,
        new CatalogueMerge.Today(
            items.wholeCatalogue(),
            code ->
                rates.find(code, today).or(() -> rates.find(code.toUpperCase(Locale.ROOT), today)),
            journal.stamp(actor),
            () -> new ItemId(ids.next())));
  }
}
