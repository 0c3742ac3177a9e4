package ro.parcurs.crm.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.mail.MessageId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.Trouble;
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

  /**
   * The mail server has taken the e-mail with it.
   *
   * @param sending the mail, as it was queued
   * @param messageId what the mail is known by
   * @param attempt which attempt it was, from 1
   */
  record OfferMailSent(
      OfferId offer, OfferNumber number, SendingId sending, MessageId messageId, int attempt)
      implements OfferChanged {}

  /**
   * An attempt to send the e-mail with it came to nothing; there will be another.
   *
   * @param code what the mail server answered, where it did
   * @param next when it is tried again
   */
  record OfferMailDelayed(
      OfferId offer,
      OfferNumber number,
      SendingId sending,
      int attempt,
      Trouble trouble,
      Optional<Integer> code,
      Instant next)
      implements OfferChanged {}

  /**
   * The e-mail with it was given up; nobody has got it.
   *
   * @param attempt the last attempt; 0 when there was none
   */
  record OfferMailFailed(
      OfferId offer,
      OfferNumber number,
      SendingId sending,
      int attempt,
      Trouble trouble,
      Optional<Integer> code)
      implements OfferChanged {}

  /** The e-mail with it was given to the mail server, and nobody knows whether it was taken. */
  record OfferMailPerhapsSent(
      OfferId offer, OfferNumber number, SendingId sending, int attempt, Trouble trouble)
      implements OfferChanged {}

  /** Somebody says that the e-mail with it, of which nobody knew, has arrived. */
  record OfferMailConfirmed(OfferId offer, OfferNumber number, SendingId sending)
      implements OfferChanged {}

  /** Somebody wants the e-mail with it, of which nobody knows, to be sent once more. */
  record OfferMailSentAgain(OfferId offer, OfferNumber number, SendingId sending)
      implements OfferChanged {}

  /** Somebody wants the e-mail with it, which waits or was perhaps sent, to be left alone. */
  record OfferMailDropped(OfferId offer, OfferNumber number, SendingId sending)
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
