package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferFigures;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.work.Work;

/** Shows what an offer that is being written would come to; nothing is kept. */
public final class PreviewOffer {

  /**
   * @param offer the draft that is being changed; missing for a new one
   */
  public record Query(@Nullable OfferId offer, @NotNull @Valid OfferData content) {}

  private final Work work;
  private final OfferGate gate;
  private final OfferWriter writer;
  private final AccessPolicy policy;
  private final OfferViews views = new OfferViews();

  @Inject
  public PreviewOffer(Work work, OfferGate gate, OfferWriter writer, AccessPolicy policy) {
    this.work = work;
    this.gate = gate;
    this.writer = writer;
    this.policy = policy;
  }

  /**
   * @throws InvalidInput with every fault
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not see it, or the catalogue
   */
  public OfferContentView handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          policy.check(actor, Permission.SEE_CATALOGUE);
          Optional<OfferContent> before =
              Optional.ofNullable(query.offer())
                  .map(id -> gate.open(actor, id))
                  .map(Offer::content);
          OfferContent content = writer.write(query.content(), before);
          return views.view(content, OfferFigures.of(content));
        });
  }
}
