package ro.parcurs.crm.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.pursuit.PursuitId;

/** Offers in memory. */
public final class InMemoryOffers implements Offers {

  static final Comparator<Offer> NEWEST_FIRST =
      Comparator.comparing((Offer offer) -> offer.milestones().drafted().at())
          .thenComparing(offer -> offer.number().revision())
          .thenComparing(offer -> offer.id().toString())
          .reversed();

  private final InMemoryAggregates<OfferId, Offer> offers;

  public InMemoryOffers(InMemoryDatabase database) {
    offers =
        new InMemoryAggregates<>(
            Subject.OFFER,
            database.table(),
            Offer::id,
            Offer::version,
            Offer::changed,
            InMemoryOffers::atVersion);
  }

  @Override
  public void add(Offer offer) {
    all(other -> other.number().equals(offer.number()) || bothLive(other, offer)).stream()
        .findFirst()
        .ifPresent(
            other -> {
              throw new AlreadyExists(Subject.OFFER, other.number(), other.id());
            });
    offers.add(offer);
  }

  @Override
  public Offer get(OfferId id) {
    return offers.get(id);
  }

  @Override
  public Optional<Offer> findNewest(PursuitId pursuit) {
    return ofPursuit(pursuit).stream().findFirst();
  }

  @Override
  public List<Offer> ofPursuit(PursuitId pursuit) {
    return all(offer -> offer.pursuit().equals(pursuit));
  }

  @Override
  public List<Offer> madeFrom(SheetId sheet) {
    return all(offer -> offer.sheet().filter(sheet::equals).isPresent());
  }

  @Override
  public void save(Offer offer) {
    offers.save(offer);
  }

  List<Offer> all(Predicate<Offer> wanted) {
    return offers.all().stream().filter(wanted).sorted(NEWEST_FIRST).toList();
  }

  private static boolean bothLive(Offer one, Offer other) {
    return one.pursuit().equals(other.pursuit()) && one.state().isLive() && other.state().isLive();
  }

  private static Offer atVersion(Offer offer, Version version) {
    Offer.Snapshot state = offer.snapshot();
    return Offer.rebuild(
        new Offer.Snapshot(
            state.id(),
            state.lead(),
            state.pursuit(),
            state.number(),
            state.state(),
            state.sheet(),
            state.content(),
            state.milestones(),
            state.changed(),
            version));
  }
}
