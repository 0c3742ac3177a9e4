package ro.parcurs.crm.adapter.postgres;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.offer.Milestones;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferNumber;
import ro.parcurs.crm.offer.usecase.OfferListItem;

/** Between the rows of offers and what they tell. */
@Mapper(config = RowMapping.class)
interface OfferRows {

  /** The columns that are made of other ones, or hold a whole document. */
  record Derived(String content, String milestones, Totals totals, String searchText) {}

  @Mapping(target = "number", source = "offer.number.document")
  @Mapping(target = "revision", source = "offer.number.revision")
  @Mapping(target = "validUntil", source = "offer.content.validUntil")
  @Mapping(target = "content", source = "derived.content")
  @Mapping(target = "milestones", source = "derived.milestones")
  @Mapping(target = "currency", source = "offer.content.currency")
  @Mapping(target = "net", source = "derived.totals.net.amount")
  @Mapping(target = "gross", source = "derived.totals.gross.amount")
  @Mapping(target = "searchText", source = "derived.searchText")
  @Mapping(target = "draftedBy", source = "offer.milestones.drafted.by")
  @Mapping(target = "draftedByName", source = "offer.milestones.drafted.name")
  @Mapping(target = "draftedAt", source = "offer.milestones.drafted.at")
  @Mapping(target = "version", source = "version")
  @Mapping(target = "changedBy", source = "offer.changed.by")
  @Mapping(target = "changedByName", source = "offer.changed.name")
  @Mapping(target = "changedAt", source = "offer.changed.at")
  OfferRow row(Offer.Snapshot offer, Derived derived, Version version);

  @Mapping(target = "number", expression = "java(number(row))")
  @Mapping(target = "content", source = "content")
  @Mapping(target = "milestones", source = "milestones")
  @Mapping(target = "changed", source = "row")
  Offer.Snapshot offer(OfferRow row, OfferContent content, Milestones milestones);

  @Mapping(target = "number", expression = "java(number(row))")
  @Mapping(target = "expired", source = "expired")
  @Mapping(target = "net", expression = "java(net(row))")
  @Mapping(target = "gross", expression = "java(gross(row))")
  @Mapping(target = "drafted", source = "row")
  OfferListItem item(OfferListRow row, boolean expired);

  default OfferNumber number(OfferRow row) {
    return new OfferNumber(row.number(), row.revision());
  }

  default OfferNumber number(OfferListRow row) {
    return new OfferNumber(row.number(), row.revision());
  }

  default Money net(OfferListRow row) {
    return new Money(row.net(), row.currency());
  }

  default Money gross(OfferListRow row) {
    return new Money(row.gross(), row.currency());
  }

  default Stamp drafted(OfferListRow row) {
    return new Stamp(row.draftedBy(), row.draftedByName(), row.draftedAt());
  }
}
