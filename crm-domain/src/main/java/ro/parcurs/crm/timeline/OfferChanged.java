package ro.parcurs.crm.timeline;

import java.time.LocalDate;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferNumber;

/** What happened to an offer. */
public sealed interface OfferChanged extends LeadEvent {

  /** The revision that it happened to. */
  OfferId offer();

  OfferNumber number();

  /** An offer was drafted by hand. */
  record OfferDrafted(OfferId offer, OfferNumber number) implements OfferChanged {}

  /** An offer was made from a sheet. */
  record OfferGenerated(OfferId offer, OfferNumber number, SheetId sheet, String sheetNumber)
      implements OfferChanged {}

  /** A draft was edited. */
  record OfferEdited(OfferId offer, OfferNumber number, Money from, Money to)
      implements OfferChanged {}

  /** A draft was made anew from its sheet, at the prices of the day. */
  record OfferRegenerated(OfferId offer, OfferNumber number, Money from, Money to)
      implements OfferChanged {}

  /**
   * The author asked for approval.
   *
   * @param net what it comes to before VAT
   */
  record OfferSubmitted(OfferId offer, OfferNumber number, Money net) implements OfferChanged {}

  record OfferApproved(OfferId offer, OfferNumber number) implements OfferChanged {}

  record OfferDeclined(OfferId offer, OfferNumber number, String reason) implements OfferChanged {}

  record OfferFinalised(OfferId offer, OfferNumber number, LocalDate validUntil)
      implements OfferChanged {}

  /** The client got it outside the system. */
  record OfferHandedOver(OfferId offer, OfferNumber number) implements OfferChanged {}

  /** An e-mail with it waits to be sent. */
  record OfferMailQueued(OfferId offer, OfferNumber number, String subject)
      implements OfferChanged {}

  record OfferAccepted(OfferId offer, OfferNumber number, Money net) implements OfferChanged {}

  record OfferRefused(OfferId offer, OfferNumber number) implements OfferChanged {}

  /**
   * The next revision took its place.
   *
   * @param next the new revision
   * @param nextNumber the number of the new revision
   */
  record OfferRevised(OfferId offer, OfferNumber number, OfferId next, OfferNumber nextNumber)
      implements OfferChanged {}
}
