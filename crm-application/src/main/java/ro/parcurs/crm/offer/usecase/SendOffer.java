package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.mail.FileName;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.MailTemplate;
import ro.parcurs.crm.mail.MailTooLarge;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.MessageId;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.Addresses;
import ro.parcurs.crm.mail.usecase.Envelope;
import ro.parcurs.crm.mail.usecase.MailFile;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailText;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.DocumentsNotConnected;
import ro.parcurs.crm.offer.MailNotConnected;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferExpired;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailQueued;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.validation.ValueOf;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Puts an e-mail with an offer, to chosen contact persons, into the outbox, whole: with the bytes
 * of its document. The offer counts as sent when a mail server has taken the mail.
 *
 * <p>The document is made before the unit of work begins. Answers go to the owner of the lead,
 * where the embedding application knows the owner's address.
 */
public final class SendOffer {

  public static final int MAX_RECIPIENTS = 20;

  /**
   * @param language of the document; Romanian for all but English
   * @param copyToOwner whether the owner of the lead gets a copy
   */
  public record Command(
      @NotNull OfferId offer,
      @NotNull Version seen,
      @NotNull @Size(min = 1, max = MAX_RECIPIENTS) List<@NotNull ContactPersonId> to,
      @NotNull Locale language,
      @NotNull @ValueOf(MailSubject.class) String subject,
      @NotNull @PlainText(max = MailTemplate.MAX_TEXT, required = true) String text,
      boolean copyToOwner) {

    public Command {
      to = List.copyOf(to);
    }
  }

  /** The offer, as it was, and the mail that waits. */
  public record Result(OfferRef offer, SendingId sending) {}

  private final Work work;
  private final OfferGate gate;
  private final PrintOffer print;
  private final Leads leads;
  private final Addresses addresses;
  private final Optional<MailTransport> transport;
  private final Outbox outbox;
  private final Journal journal;
  private final Ids ids;

  @Inject
  public SendOffer(
      Work work,
      OfferGate gate,
      PrintOffer print,
      Leads leads,
      Addresses addresses,
      Optional<MailTransport> transport,
      Outbox outbox,
      Journal journal,
      Ids ids) {
    this.work = work;
    this.gate = gate;
    this.print = print;
    this.leads = leads;
    this.addresses = addresses;
    this.transport = transport;
    this.outbox = outbox;
    this.journal = journal;
    this.ids = ids;
  }

  /**
   * @throws MailNotConnected when nothing is there that sends
   * @throws DocumentsNotConnected when nothing is there that makes documents
   * @throws InvalidInput with every fault; {@code no-email} for a person who has none
   * @throws NotFound when there is no such offer or person
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotInNegotiation when its pursuit is not negotiating
   * @throws NoSuchTransition unless it is finalised or sent
   * @throws OfferExpired when it is no longer valid
   * @throws MailTooLarge when the mail server takes no mail of that size
   * @throws AlreadyExists when a mail was queued under the caller's key so long ago that the key
   *     was forgotten
   */
  public Result handle(Caller caller, Command command) {
    MailTransport mail = transport.orElseThrow(MailNotConnected::new);
    PrintOffer.Printed printed =
        print.print(caller.actor(), command, command.offer(), command.language());
    return work.inTransaction(caller, command, () -> queue(caller, command, mail, printed));
  }

  private Result queue(
      Caller caller, Command command, MailTransport mail, PrintOffer.Printed printed) {
    Offer offer =
        gate.open(caller.actor(), Permission.PURSUE_LEAD, command.offer(), command.seen());
    if (!offer.version().equals(printed.offer().version())) {
      throw new ConcurrentChange(Subject.OFFER, offer.id(), offer.changed());
    }
    offer.requireSendable(journal.today());
    Stamp by = journal.stamp(caller.actor());
    SendingId id = new SendingId(ids.next());
    Mailbox sender = mail.sender();
    MailSubject subject = MailSubject.of(command.subject());
    MailMessage message =
        new MailMessage(
            MessageId.of(id, sender.address()),
            by.at(),
            envelope(leads.get(offer.lead()), command, sender, subject),
            MailText.of(command.text(), command.language()),
            MailFile.pdf(FileName.of(printed.document().fileName()), printed.document().content()));
    if (message.size() > mail.maxBytes()) {
      throw new MailTooLarge(message.size(), mail.maxBytes());
    }
    Sending sending =
        Sending.queue(
            id,
            offer.lead(),
            offer.pursuit(),
            new Matter.OfOffer(offer.id()),
            caller.key().map(key -> key.value()).orElse(id.toString()),
            message.id(),
            message.file().sha256(),
            by);
    outbox.add(sending, message);
    journal.write(
        by,
        offer.lead(),
        offer.pursuit(),
        new OfferMailQueued(offer.id(), offer.number(), subject.value()));
    return new Result(OfferRef.unchanged(offer), id);
  }

  private Envelope envelope(Lead lead, Command command, Mailbox sender, MailSubject subject) {
    Optional<Mailbox> owner = addresses.ofOwner(lead);
    return new Envelope(
        sender,
        owner,
        addresses.chosen(lead, command.to()),
        command.copyToOwner() ? owner.stream().toList() : List.of(),
        subject);
  }
}
