package ro.parcurs.crm.testkit;

import ro.parcurs.crm.catalogue.usecase.VatRateBook;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.Subject;

/** The VAT rates in memory. */
public final class InMemoryVatRateBook implements VatRateBook {

  private static final Boolean THE_ONE = true;

  private final InMemoryTable<Boolean, Edition> editions;

  public InMemoryVatRateBook(InMemoryDatabase database) {
    editions = database.table();
  }

  @Override
  public Edition current() {
    return editions.find(THE_ONE).orElse(Edition.FIRST);
  }

  @Override
  public void save(Edition edition) {
    Edition stored = current();
    if (!stored.version().equals(edition.version())) {
      throw new ConcurrentChange(
          Subject.VAT_RATE, "vat-rates", stored.changed().or(edition::changed).orElseThrow());
    }
    editions.put(
        THE_ONE, new Edition(edition.rates(), edition.changed(), edition.version().next()));
  }
}
