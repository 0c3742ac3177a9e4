package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferNumber;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.timeline.OfferChanged.OfferDrafted;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.Work;

/** Writes a new offer by hand, with lines from the catalogue or in free text. */
public final class DraftOffer {

  public record Command(@NotNull LeadId lead, @NotNull @Valid OfferData content) {}

  private final Work work;
  private final OfferGate gate;
  private final OfferWriter writer;
  private final Offers offers;
  private final NumberSeries numbers;
  private final Journal journal;
  private final Ids ids;

  @Inject
  public DraftOffer(
      Work work,
      OfferGate gate,
      OfferWriter writer,
      Offers offers,
      NumberSeries numbers,
      Journal journal,
      Ids ids) {
    this.work = work;
    this.gate = gate;
    this.writer = writer;
    this.offers = offers;
    this.numbers = numbers;
    this.journal = journal;
    this.ids = ids;
  }

  /**
   * @throws InvalidInput with every fault
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not pursue it
   * @throws NotInNegotiation when no pursuit of it is negotiating
   * @throws AlreadyExists when the pursuit has a live offer, which can be changed or revised
   */
  public OfferRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          PursuitId pursuit = gate.negotiation(caller.actor(), command.lead());
          OfferContent content = writer.write(command.content(), Optional.empty());
          Stamp by = journal.stamp(caller.actor());
          OfferNumber number =
              OfferNumber.first(numbers.next(Series.OFFER, journal.today().getYear()));
          Offer draft =
              Offer.draft(
                  new OfferId(ids.next()),
                  command.lead(),
                  pursuit,
                  number,
                  Optional.empty(),
                  content,
                  by);
          offers.add(draft);
          journal.write(by, draft.lead(), pursuit, new OfferDrafted(draft.id(), number));
          return OfferRef.saved(draft);
        });
  }
}
