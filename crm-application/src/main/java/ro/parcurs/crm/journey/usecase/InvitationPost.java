package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.mail.InvitationsNotConnected;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.MailTooLarge;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.MessageId;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.Addresses;
import ro.parcurs.crm.mail.usecase.Envelope;
import ro.parcurs.crm.mail.usecase.Invitation;
import ro.parcurs.crm.mail.usecase.InvitationFormat;
import ro.parcurs.crm.mail.usecase.MailFile;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailText;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.timeline.InvitationChanged.InvitationQueued;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;

/** Puts mails about meetings into the outbox, written for people and for calendars. Thread-safe. */
public final class InvitationPost {

  /** One mail about a meeting, before it is written. */
  record Letter(
      Responsibility responsibility,
      Lead lead,
      Matter.OfMeeting matter,
      List<Envelope.Recipient> to,
      Locale language,
      MailSubject subject,
      String text,
      boolean copyToOrganizer) {

    Meeting meeting() {
      return responsibility.progress().meeting(matter.meeting());
    }
  }

  private final Optional<MailTransport> transport;
  private final Optional<InvitationFormat> format;
  private final Addresses addresses;
  private final InvitationWords words;
  private final Outbox outbox;
  private final Journal journal;
  private final Ids ids;

  @Inject
  public InvitationPost(
      Optional<MailTransport> transport,
      Optional<InvitationFormat> format,
      Addresses addresses,
      InvitationWords words,
      Outbox outbox,
      Journal journal,
      Ids ids) {
    this.transport = transport;
    this.format = format;
    this.addresses = addresses;
    this.words = words;
    this.outbox = outbox;
    this.journal = journal;
    this.ids = ids;
  }

  /** Whether anything is there that sends and that writes for calendars. */
  boolean isConnected() {
    return transport.isPresent() && format.isPresent();
  }

  void requireConnected() {
    if (!isConnected()) {
      throw new InvitationsNotConnected();
    }
  }

  Mailbox sender() {
    return transport.orElseThrow(InvitationsNotConnected::new).sender();
  }

  /**
   * @param key names the intention; the mail's own identity unless it is given
   * @throws MailTooLarge when the mail server takes no mail of that size
   */
  SendingId queue(Letter letter, Optional<String> key, Stamp by) {
    MailTransport mail = transport.orElseThrow(InvitationsNotConnected::new);
    SendingId id = new SendingId(ids.next());
    MailMessage message = message(id, letter, mail.sender(), by);
    if (message.size() > mail.maxBytes()) {
      throw new MailTooLarge(message.size(), mail.maxBytes());
    }
    Matter.OfMeeting matter = letter.matter();
    outbox.add(
        Sending.queue(
            id,
            letter.responsibility().lead(),
            letter.responsibility().pursuit(),
            matter,
            key.orElse(id.toString()),
            message.id(),
            message.file().sha256(),
            by),
        message);
    journal.write(
        by,
        letter.responsibility().lead(),
        letter.responsibility().pursuit(),
        new InvitationQueued(
            matter.meeting(), matter.at(), matter.method(), id, letter.subject().value()));
    return id;
  }

  private MailMessage message(SendingId id, Letter letter, Mailbox sender, Stamp by) {
    Optional<Mailbox> organizer = addresses.of(letter.responsibility().assignee());
    Envelope envelope =
        new Envelope(
            sender,
            organizer,
            letter.to(),
            letter.copyToOrganizer() ? organizer.stream().toList() : List.of(),
            letter.subject());
    MailText text = MailText.of(letter.text(), letter.language());
    Meeting meeting = letter.meeting();
    Invitation invitation =
        new Invitation(
            meeting.id(),
            letter.matter().method(),
            letter.matter().sequence(),
            by.at(),
            meeting.at(),
            meeting.length(),
            words.title(sender, letter.lead(), letter.language()),
            text.plain(),
            meeting.place(),
            organizer.orElse(sender),
            organizer.map(other -> sender),
            letter.to().stream().map(Envelope.Recipient::mailbox).toList());
    return new MailMessage(
        MessageId.of(id, sender.address()),
        by.at(),
        envelope,
        text,
        MailFile.calendar(
            letter.matter().method(),
            words.fileName(letter.language()),
            format.orElseThrow(InvitationsNotConnected::new).write(invitation)));
  }
}
