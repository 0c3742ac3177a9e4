package ro.parcurs.crm.mail.usecase;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.Mailbox;

/**
 * From whom to whom a message goes, and about what.
 *
 * @param replyTo where answers go; empty for the sender
 * @param to at least one
 */
public record Envelope(
    Mailbox from,
    Optional<Mailbox> replyTo,
    List<Recipient> to,
    List<Mailbox> cc,
    MailSubject subject) {

  /** A contact person to whom it goes. */
  public record Recipient(ContactPersonId person, Mailbox mailbox) {}

  public Envelope {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(replyTo, "replyTo");
    Objects.requireNonNull(subject, "subject");
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    if (to.isEmpty()) {
      throw new IllegalArgumentException("a message to nobody");
    }
  }

  /** Every address that it goes to, once. */
  public List<EmailAddress> addresses() {
    return Stream.concat(to.stream().map(Recipient::mailbox), cc.stream())
        .map(Mailbox::address)
        .distinct()
        .toList();
  }
}
