package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferComparison;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.work.Work;

/** Shows what one revision of an offer changed in another, line by line. */
public final class CompareRevisions {

  public record Query(@NotNull OfferId older, @NotNull OfferId newer) {}

  private final Work work;
  private final OfferGate gate;
  private final OfferViews views;

  @Inject
  public CompareRevisions(Work work, OfferGate gate) {
    this.work = work;
    this.gate = gate;
    this.views = new OfferViews();
  }

  /**
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not see its lead
   * @throws InvalidInput {@code other-lead} when the two are not offers to the same client
   */
  public ComparisonView handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          Offer older = gate.open(actor, query.older());
          Offer newer = gate.open(actor, query.newer());
          if (!older.lead().equals(newer.lead())) {
            throw InvalidInput.of("newer", "other-lead");
          }
          return views.view(
              older, newer, OfferComparison.between(older.content(), newer.content()));
        });
  }
}
