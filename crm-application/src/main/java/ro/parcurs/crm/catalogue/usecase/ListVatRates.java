package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** The VAT rates and their dates. */
public final class ListVatRates {

  /** Everything there is. */
  public record Query() {}

  private final Work work;
  private final VatRateBook book;
  private final AccessPolicy policy;
  private final Journal journal;

  @Inject
  public ListVatRates(Work work, VatRateBook book, AccessPolicy policy, Journal journal) {
    this.work = work;
    this.book = book;
    this.policy = policy;
    this.journal = journal;
  }

  /**
   * @throws NotPermitted when the actor may not see the catalogue
   */
  public VatRatesView handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          policy.check(actor, Permission.SEE_CATALOGUE);
          VatRateBook.Edition edition = book.current();
          return new VatRatesView(
              edition.rates(),
              edition.rates().validOn(journal.today()),
              edition.changed(),
              edition.version(),
              policy.permits(actor, Permission.CHANGE_CATALOGUE));
        });
  }
}
