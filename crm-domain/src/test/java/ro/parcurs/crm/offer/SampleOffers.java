package ro.parcurs.crm.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.pursuit.PursuitId;

/** Offers to try things on. */
final class SampleOffers {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  static final LocalDate VALID_UNTIL = LocalDate.of(2026, 12, 24);
  static final Stamp ANA = stamp("ana");
  static final Stamp ION = stamp("ion");
  static final VatRate STANDARD = VatRate.of("21", "21");
  static final VatRate REDUCED = VatRate.of("11", "11");
  static final OfferNumber NUMBER = OfferNumber.first(new DocumentNumber(Series.OFFER, 2026, 42));

  private SampleOffers() {}

  static OfferLine line(String name, String quantity, String price) {
    return new OfferLine(
        Optional.empty(),
        name,
        "buc",
        Quantity.of(quantity),
        UnitPrice.of(price, Currency.RON),
        Percentage.ZERO,
        STANDARD,
        false);
  }

  static OfferLine optional(OfferLine line) {
    return new OfferLine(
        line.item(),
        line.name(),
        line.unit(),
        line.quantity(),
        line.price(),
        line.discount(),
        line.vat(),
        true);
  }

  static OfferLine at(VatRate vat, OfferLine line) {
    return new OfferLine(
        line.item(),
        line.name(),
        line.unit(),
        line.quantity(),
        line.price(),
        line.discount(),
        vat,
        line.optional());
  }

  static OfferContent content(OfferLine... lines) {
    return content("0", new Chapter("Capitol", Arrays.asList(lines)));
  }

  static OfferContent content(String discount, Chapter... chapters) {
    return new OfferContent(
        Currency.RON,
        Optional.empty(),
        Percentage.of(discount),
        List.of(chapters),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        VALID_UNTIL);
  }

  /** A draft by Ana. */
  static Offer draft() {
    return draft(content(line("Montaj", "2", "100")));
  }

  static Offer draft(OfferContent content) {
    return Offer.draft(
        new OfferId(new UUID(0, 1)),
        new LeadId(new UUID(0, 2)),
        new PursuitId(new UUID(0, 3)),
        NUMBER,
        Optional.empty(),
        content,
        ANA);
  }

  /** The same offer in another state, however it came to be there. */
  static Offer in(OfferState state) {
    Offer.Snapshot draft = draft().snapshot();
    return Offer.rebuild(
        new Offer.Snapshot(
            draft.id(),
            draft.lead(),
            draft.pursuit(),
            draft.number(),
            state,
            draft.sheet(),
            draft.content(),
            draft.milestones(),
            draft.changed(),
            draft.version()));
  }

  private static Stamp stamp(String user) {
    return new Stamp(new UserId(user), user, Instant.parse("2026-11-24T10:00:00Z"));
  }
}
