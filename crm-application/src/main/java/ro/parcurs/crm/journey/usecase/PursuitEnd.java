package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.usecase.Contracts;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.order.ClientOrder;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.usecase.ClientOrders;
import ro.parcurs.crm.pursuit.Closure;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.RefusalReason;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.RefusalReasons;
import ro.parcurs.crm.timeline.FinanceChanged.ClientOrderCreated;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.OfferChanged.OfferAccepted;
import ro.parcurs.crm.timeline.OfferChanged.OfferRefused;
import ro.parcurs.crm.timeline.PursuitChanged.LeadContracted;
import ro.parcurs.crm.timeline.PursuitChanged.LeadRefused;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.NumberSeries;

/**
 * What follows for the offer, the order, the pursuit and the lead when a responsibility is closed.
 * The lead is always written last, so that two pieces of work never wait for each other.
 */
public final class PursuitEnd {

  /** What followed. */
  record Consequences(List<LeadEvent> events, LeadState lead, Optional<OrderId> order) {}

  private final Offers offers;
  private final Contracts contracts;
  private final ClientOrders orders;
  private final Pursuits pursuits;
  private final Leads leads;
  private final RefusalReasons reasons;
  private final NumberSeries numbers;
  private final Journal journal;
  private final Ids ids;

  @Inject
  public PursuitEnd(
      Offers offers,
      Contracts contracts,
      ClientOrders orders,
      Pursuits pursuits,
      Leads leads,
      RefusalReasons reasons,
      NumberSeries numbers,
      Journal journal,
      Ids ids) {
    this.offers = offers;
    this.contracts = contracts;
    this.orders = orders;
    this.pursuits = pursuits;
    this.leads = leads;
    this.reasons = reasons;
    this.numbers = numbers;
    this.journal = journal;
    this.ids = ids;
  }

  Consequences follow(Responsibility closed, Closure closure, Stamp by) {
    if (closure instanceof Closure.Refused no) {
      return refused(closed, no.reason(), by);
    }
    if (closure instanceof Closure.Completed) {
      return contracted(closed, by);
    }
    boolean accepted =
        closure instanceof Closure.OpenNext && closed.step() == Step.OFFER_NEGOTIATION;
    return new Consequences(
        accepted ? List.of(accept(closed, by)) : List.of(), LeadState.ACTIVE, Optional.empty());
  }

  private LeadEvent accept(Responsibility closed, Stamp by) {
    Offer offer = newestOffer(closed).accept(by);
    offers.save(offer);
    return new OfferAccepted(offer.id(), offer.number(), offer.figures().totals().net());
  }

  private Consequences refused(Responsibility closed, RefusalReason reason, Stamp by) {
    List<LeadEvent> events = new ArrayList<>();
    offers
        .findNewest(closed.pursuit())
        .filter(offer -> offer.state().isLive())
        .map(offer -> offer.refuse(by))
        .ifPresent(
            offer -> {
              offers.save(offer);
              events.add(new OfferRefused(offer.id(), offer.number()));
            });
    Pursuit pursuit = pursuits.get(closed.pursuit()).refused(reason, by);
    pursuits.save(pursuit);
    Lead lead = leads.get(closed.lead()).refused(by);
    leads.save(lead);
    events.add(
        new LeadRefused(
            pursuit.number(),
            reason.code(),
            reason.code().flatMap(reasons::find).map(choice -> choice.in(Locale.ROOT)),
            reason.text()));
    return new Consequences(events, lead.state(), Optional.empty());
  }

  private Consequences contracted(Responsibility closed, Stamp by) {
    Contract contract =
        contracts
            .find(closed.pursuit())
            .orElseThrow(() -> new NotFound(Subject.CONTRACT, closed.pursuit()));
    Offer offer = newestOffer(closed);
    Pursuit pursuit = pursuits.get(closed.pursuit()).contracted(by);
    pursuits.save(pursuit);
    Lead lead = leads.get(closed.lead()).contracted(by);
    leads.save(lead);
    ClientOrder order =
        ClientOrder.from(
            contract,
            offer,
            new OrderId(ids.next()),
            numbers.next(Series.CLIENT_ORDER, journal.today().getYear()),
            journal.today(),
            by);
    orders.add(order);
    return new Consequences(
        List.of(
            new ClientOrderCreated(order.id(), order.number()),
            new LeadContracted(pursuit.number())),
        lead.state(),
        Optional.of(order.id()));
  }

  private Offer newestOffer(Responsibility closed) {
    return offers
        .findNewest(closed.pursuit())
        .orElseThrow(() -> new NotFound(Subject.OFFER, closed.pursuit()));
  }
}
