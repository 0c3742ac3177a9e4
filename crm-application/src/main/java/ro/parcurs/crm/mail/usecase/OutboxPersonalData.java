package ro.parcurs.crm.mail.usecase;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.PersonalDataKeeper;
import ro.parcurs.crm.mail.Sending;

/**
 * What the outbox knows of a contact person: the messages to them. Of an erased message stays that
 * there was one, and the digest of its file; one that has not left is not sent any more.
 */
public final class OutboxPersonalData implements PersonalDataKeeper {

  private final Outbox outbox;
  private final Clock clock;

  @Inject
  public OutboxPersonalData(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public List<String> export(LeadId lead, ContactPersonId person) {
    List<String> lines = new ArrayList<>();
    for (Sending sending : outbox.ofPerson(lead, person)) {
      MailMessage message = outbox.messageOf(sending.id());
      for (Envelope.Recipient recipient : message.envelope().to()) {
        if (recipient.person().equals(person)) {
          lines.add(
              "mail: %s %s %s %s %s %s"
                  .formatted(
                      message.date(),
                      recipient.mailbox().name(),
                      recipient.mailbox().address(),
                      message.envelope().subject(),
                      message.text().plain().replace('\n', ' '),
                      sending.answer().orElse("")));
        }
      }
    }
    return lines;
  }

  @Override
  public void erase(LeadId lead, ContactPersonId person) {
    for (Sending sending : outbox.ofPerson(lead, person)) {
      outbox.eraseMessage(sending.id());
      outbox.save(sending.forget(clock.instant()));
    }
  }
}
