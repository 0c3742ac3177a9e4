package ro.parcurs.example;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.catalogue.usecase.ExportCatalogue;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.usecase.ExportLeads;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.ExportOffer;
import ro.parcurs.crm.offer.usecase.ListOffers;
import ro.parcurs.crm.offer.usecase.OfferFilter;
import ro.parcurs.crm.offer.usecase.OfferListItem;

/** What is written into workbooks on the command line. */
final class WorkbookExport {

  private final Crm crm;
  private final Task.Export task;
  private final Teller teller;

  WorkbookExport(Crm crm, Task.Export task, Teller teller) {
    this.crm = crm;
    this.task = task;
    this.teller = teller;
  }

  /**
   * Writes the workbook.
   *
   * @return what the program ends with
   * @throws NotFound when there is no such offer
   * @throws IOException when the file can't be written, or there is one of its name
   */
  int run() throws IOException {
    Actor actor = task.by().actor();
    Locale language = teller.language();
    WrittenFile.Content content =
        switch (task.what()) {
          case LEADS ->
              stream ->
                  crm.leads()
                      .export(
                          actor,
                          new ExportLeads.Query(
                              LeadFilter.ALL.withText(task.search()), LeadOrder.BY_NAME, language),
                          stream);
          case CATALOGUE ->
              stream -> crm.catalogue().export(actor, new ExportCatalogue.Query(language), stream);
          case OFFER -> {
            OfferId offer = offer(actor);
            yield stream ->
                crm.offers().export(actor, new ExportOffer.Query(offer, language), stream);
          }
        };
    WrittenFile.write(task.to(), content);
    teller.say(teller.text("workbook.written", task.to()));
    return 0;
  }

  private OfferId offer(Actor actor) {
    List<OfferListItem> found =
        crm.offers()
            .list(
                actor,
                new ListOffers.Query(
                    new OfferFilter(null, Set.of(), false, task.offer()),
                    null,
                    ListOffers.MAX_LIMIT))
            .items();
    return found.stream()
        .filter(item -> item.number().toString().equalsIgnoreCase(task.offer().strip()))
        .map(OfferListItem::id)
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.OFFER, task.offer()));
  }
}
