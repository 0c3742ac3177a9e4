package ro.parcurs.crm.mail.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.ResponsibilityId;

/**
 * The store of sendings, each with its message: those that wait, and those that ended. Writes
 * happen only inside a unit of work.
 */
public interface Outbox {

  /**
   * @throws AlreadyExists when there is one under the same key; it names that one's identity
   */
  void add(Sending sending, MailMessage message);

  /**
   * @throws NotFound when there is no such sending
   */
  Sending get(SendingId id);

  /** From whom to whom it goes; empty once that was erased. */
  Optional<Envelope> findEnvelope(SendingId id);

  /**
   * The message, byte for byte as it was added.
   *
   * @throws NotFound when there is none, or it was erased
   */
  MailMessage messageOf(SendingId id);

  /** All sendings of the offer, the one queued last first. */
  List<Sending> ofOffer(OfferId offer);

  /** All sendings about meetings of the responsibility, the one queued last first. */
  List<Sending> ofResponsibility(ResponsibilityId responsibility);

  /**
   * All sendings for the lead whose message goes to the person and was not erased, the one queued
   * first first.
   */
  List<Sending> ofPerson(LeadId lead, ContactPersonId person);

  /**
   * The sending that is due longest: one that waits for its time, or one whose time is up for
   * whoever has taken it. Until the unit of work ends nobody else gets it; one that somebody else
   * has got is passed over. Only inside a unit of work.
   */
  Optional<Sending> lockDue(Instant now);

  /**
   * Keeps the changed sending, provided that nobody has changed it since it was read.
   *
   * @throws ConcurrentChange when somebody has
   * @throws NotFound when there is no such sending
   */
  void save(Sending sending);

  /** Forgets the message; the sending stays. */
  void eraseMessage(SendingId id);
}
