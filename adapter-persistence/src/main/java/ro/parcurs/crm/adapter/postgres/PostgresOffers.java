package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.offer.Milestones;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.text.SearchText;

/** The offers in the table {@code offer}. */
final class PostgresOffers implements Offers {

  private final OfferMapper mapper;
  private final Documents documents;
  private final OfferRows rows = new GeneratedOfferRows();

  PostgresOffers(OfferMapper mapper, Documents documents) {
    this.mapper = mapper;
    this.documents = documents;
  }

  @Override
  public void add(Offer offer) {
    OfferRow row = row(offer, offer.version().next());
    if (mapper.insert(row) == 0) {
      OfferRow existing = mapper.existing(row);
      throw new AlreadyExists(
          Subject.OFFER,
          existing == null ? offer.number() : rows.number(existing),
          existing == null ? offer.id() : existing.id());
    }
  }

  @Override
  public Offer get(OfferId id) {
    return Optional.ofNullable(mapper.get(id))
        .map(this::offer)
        .orElseThrow(() -> new NotFound(Subject.OFFER, id));
  }

  @Override
  public Optional<Offer> findNewest(PursuitId pursuit) {
    return Optional.ofNullable(mapper.newest(pursuit)).map(this::offer);
  }

  @Override
  public List<Offer> ofPursuit(PursuitId pursuit) {
    return mapper.ofPursuit(pursuit).stream().map(this::offer).toList();
  }

  @Override
  public List<Offer> madeFrom(SheetId sheet) {
    return mapper.madeFrom(sheet).stream().map(this::offer).toList();
  }

  @Override
  public void save(Offer offer) {
    OfferId id = offer.id();
    Guarded.requireOneRow(
        mapper.update(row(offer, offer.version())), Subject.OFFER, id, () -> mapper.changed(id));
  }

  private OfferRow row(Offer offer, Version version) {
    OfferRows.Derived derived =
        new OfferRows.Derived(
            documents.write(offer.content()),
            documents.write(offer.milestones()),
            offer.figures().totals(),
            SearchText.fold(offer.number().toString()));
    return rows.row(offer.snapshot(), derived, version);
  }

  private Offer offer(OfferRow row) {
    return Offer.rebuild(
        rows.offer(
            row,
            documents.read(row.content(), OfferContent.class),
            documents.read(row.milestones(), Milestones.class)));
  }
}
