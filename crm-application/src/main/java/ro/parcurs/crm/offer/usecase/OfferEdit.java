package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import java.time.LocalDate;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.timeline.OfferChanged;
import ro.parcurs.crm.work.Journal;

/** What all work on an offer has in common: read, change, keep, tell. */
public final class OfferEdit {

  /** The change itself. */
  @FunctionalInterface
  interface Change {
    Offer of(Offer before, Stamp by);
  }

  /** What the timeline says of it. */
  @FunctionalInterface
  interface Story {
    OfferChanged of(Offer before, Offer after);
  }

  private final OfferGate gate;
  private final Offers offers;
  private final Journal journal;

  @Inject
  public OfferEdit(OfferGate gate, Offers offers, Journal journal) {
    this.gate = gate;
    this.offers = offers;
    this.journal = journal;
  }

  /** Changes what the actor has seen, provided that they have the permission on its lead. */
  OfferRef edit(
      Actor actor, Permission permission, OfferId id, Version seen, Change change, Story story) {
    Offer before = gate.open(actor, permission, id, seen);
    Stamp by = journal.stamp(actor);
    return kept(before, change.of(before, by), by, story);
  }

  /** The same; a content that stays as it is changes nothing and tells nothing. */
  OfferRef editIfDifferent(
      Actor actor, Permission permission, OfferId id, Version seen, Change change, Story story) {
    Offer before = gate.open(actor, permission, id, seen);
    Stamp by = journal.stamp(actor);
    Offer after = change.of(before, by);
    return after.content().equals(before.content())
        ? OfferRef.unchanged(before)
        : kept(before, after, by, story);
  }

  private OfferRef kept(Offer before, Offer after, Stamp by, Story story) {
    offers.save(after);
    journal.write(by, after.lead(), after.pursuit(), story.of(before, after));
    return OfferRef.saved(after);
  }

  /** The present date where the company is. */
  LocalDate today() {
    return journal.today();
  }
}
