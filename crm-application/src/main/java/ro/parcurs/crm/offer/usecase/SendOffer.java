package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.offer.MailNotConnected;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferExpired;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.text.Text;
import ro.parcurs.crm.timeline.OfferChanged.OfferMailQueued;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Queues an e-mail with an offer to chosen contact persons. The offer counts as sent when the mail
 * has really left, which the mail adapter tells.
 */
public final class SendOffer {

  public static final int MAX_RECIPIENTS = 20;

  public record Command(
      @NotNull OfferId offer,
      @NotNull Version seen,
      @NotNull @Size(min = 1, max = MAX_RECIPIENTS) List<@NotNull ContactPersonId> to,
      @NotNull @PlainText(max = OfferMessage.MAX_SUBJECT_LENGTH, required = true) String subject,
      @NotNull @PlainText(max = OfferMessage.MAX_TEXT_LENGTH, required = true) String text) {

    public Command {
      to = List.copyOf(to);
    }
  }

  private final Work work;
  private final OfferGate gate;
  private final Leads leads;
  private final Optional<OfferMail> mail;
  private final Journal journal;

  @Inject
  public SendOffer(
      Work work, OfferGate gate, Leads leads, Optional<OfferMail> mail, Journal journal) {
    this.work = work;
    this.gate = gate;
    this.leads = leads;
    this.mail = mail;
    this.journal = journal;
  }

  /**
   * @throws MailNotConnected when nothing is there that sends
   * @throws InvalidInput with every fault; {@code no-email} for a person who has none
   * @throws NotFound when there is no such offer or person
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotInNegotiation when its pursuit is not negotiating
   * @throws NoSuchTransition unless it is finalised or sent
   * @throws OfferExpired when it is no longer valid
   */
  public OfferRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          OfferMail queue = mail.orElseThrow(MailNotConnected::new);
          Offer offer =
              gate.open(caller.actor(), Permission.PURSUE_LEAD, command.offer(), command.seen());
          offer.requireSendable(journal.today());
          Lead lead = leads.get(offer.lead());
          List<EmailAddress> to = new ArrayList<>();
          for (int i = 0; i < command.to().size(); i++) {
            to.add(address(lead, command.to().get(i), i));
          }
          String subject = Text.clean(command.subject());
          queue.queue(new OfferMessage(offer.id(), to, subject, Text.clean(command.text())));
          journal.write(
              journal.stamp(caller.actor()),
              offer.lead(),
              offer.pursuit(),
              new OfferMailQueued(offer.id(), offer.number(), subject));
          return OfferRef.unchanged(offer);
        });
  }

  private static EmailAddress address(Lead lead, ContactPersonId person, int index) {
    return lead.contactPersons().get(person).emails().stream()
        .findFirst()
        .orElseThrow(() -> InvalidInput.of("to[" + index + "]", "no-email"));
  }
}
