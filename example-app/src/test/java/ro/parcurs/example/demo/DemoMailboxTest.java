package ro.parcurs.example.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.testkit.MailFixture;
import ro.parcurs.crm.testkit.MailTransportContract;
import ro.parcurs.crm.testkit.Ports;

/** The demo's mailbox is a mail server as the use cases ask for one. */
class DemoMailboxTest extends MailTransportContract {

  DemoMailboxTest() {
    super(Ports.only(MailTransport.class, new DemoMailbox(MailFixture.SENDER)));
  }

  @Override
  protected List<Arrived> arrived(MailMessage message) {
    return mailbox().letters().stream()
        .map(DemoMailbox.Letter::message)
        .filter(one -> one.id().equals(message.id()))
        .map(Arrived::whole)
        .toList();
  }

  @Test
  void only_the_newest_messages_are_kept() {
    MailMessage small = message(10);
    for (int i = 0; i < DemoMailbox.MOST; i++) {
      mailbox().deliver(small, () -> {});
    }
    assertThat(mailbox().letters()).hasSize(DemoMailbox.MOST);
    assertThat(mailbox().find(1)).isPresent();

    mailbox().deliver(small, () -> {});
    assertThat(mailbox().letters()).hasSize(DemoMailbox.MOST);
    assertThat(mailbox().find(1)).isEmpty();
    assertThat(mailbox().letters().get(0).number()).isEqualTo(DemoMailbox.MOST + 1);
  }

  @Test
  void large_messages_push_older_ones_out() {
    MailMessage large = message(7 << 20);
    for (int i = 0; i < 8; i++) {
      mailbox().deliver(large, () -> {});
    }
    assertThat(mailbox().letters().stream().mapToLong(DemoMailbox.Letter::bytes).sum())
        .isLessThanOrEqualTo(DemoMailbox.MOST_BYTES);
    assertThat(mailbox().letters()).hasSize(6);
    assertThat(mailbox().find(8)).isPresent();
  }

  private static MailMessage message(int bytes) {
    return MailFixture.aMessage(
        new SendingId(newId()),
        new ContactPersonId(newId()),
        "stefan@exemplu.ro",
        "text",
        new byte[bytes]);
  }

  private DemoMailbox mailbox() {
    return (DemoMailbox) port(MailTransport.class);
  }
}
