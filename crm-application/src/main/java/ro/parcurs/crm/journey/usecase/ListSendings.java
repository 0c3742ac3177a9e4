package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.OfferGate;
import ro.parcurs.crm.work.Work;

/** The mails with one revision of an offer, the one queued last first. */
public final class ListSendings {

  public record Query(@NotNull OfferId offer) {}

  private final Work work;
  private final OfferGate gate;
  private final LeadGate leads;
  private final Outbox outbox;

  @Inject
  public ListSendings(Work work, OfferGate gate, LeadGate leads, Outbox outbox) {
    this.work = work;
    this.gate = gate;
    this.leads = leads;
    this.outbox = outbox;
  }

  /**
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not see its lead
   */
  public List<SendingView> handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          Offer offer = gate.open(actor, query.offer());
          boolean mayDecide = leads.permits(actor, Permission.PURSUE_LEAD, offer.lead());
          return outbox.ofOffer(offer.id()).stream()
              .map(sending -> SendingView.of(sending, outbox.findEnvelope(sending.id()), mayDecide))
              .toList();
        });
  }
}
