package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailTransport;

/**
 * What every {@link MailTransport} does while its server behaves. What it makes of a server that
 * doesn't is its own.
 */
public abstract class MailTransportContract extends PortContract {

  /**
   * A message as the server got it, decoded.
   *
   * @param messageId without brackets
   * @param to the addresses that the server was told, in any order
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by what it holds
  public record Arrived(
      String messageId,
      Mailbox from,
      Mailbox replyTo,
      List<EmailAddress> to,
      String subject,
      String text,
      String html,
      String fileName,
      byte[] file) {

    /** The message as it is when nothing of it was lost. */
    public static Arrived whole(MailMessage message) {
      return new Arrived(
          message.id().value(),
          message.envelope().from(),
          message.envelope().replyTo().orElseThrow(),
          message.envelope().addresses(),
          message.envelope().subject().value(),
          message.text().plain(),
          message.text().html(),
          message.file().name().value(),
          message.file().bytes());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Arrived arrived
          && List.of(messageId, from, replyTo, to, subject, text, html, fileName)
              .equals(
                  List.of(
                      arrived.messageId,
                      arrived.from,
                      arrived.replyTo,
                      arrived.to,
                      arrived.subject,
                      arrived.text,
                      arrived.html,
                      arrived.fileName))
          && Arrays.equals(file, arrived.file);
    }

    @Override
    public int hashCode() {
      return messageId.hashCode();
    }
  }

  protected MailTransportContract(Ports ports) {
    super(ports);
  }

  /** Everything that the server got under the message's identity. */
  protected abstract List<Arrived> arrived(MailMessage message);

  @Test
  void a_message_arrives_whole_at_every_address() {
    MailMessage message = message("Bună ziua,\n\n– șțăâî „<b>” & ȘȚĂÂÎ\n.\n..\nFrom: x\n");
    assertThat(transport().deliver(message, () -> {})).isInstanceOf(Delivery.Accepted.class);
    assertThat(arrived(message)).containsExactly(Arrived.whole(message));
  }

  @Test
  void before_its_end_nothing_has_arrived_and_who_was_told_stops_it() {
    MailMessage message = message("oprit");
    IllegalStateException stop = new IllegalStateException("stop");
    assertThatThrownBy(
            () ->
                transport()
                    .deliver(
                        message,
                        () -> {
                          assertThat(arrived(message)).isEmpty();
                          throw stop;
                        }))
        .isSameAs(stop);
    assertThat(arrived(message)).isEmpty();
  }

  @Test
  void whoever_sends_is_told_once_before_the_end() {
    MailMessage message = message("o dată");
    AtomicInteger told = new AtomicInteger();
    transport().deliver(message, told::incrementAndGet);
    assertThat(told).hasValue(1);
  }

  @Test
  void a_message_that_is_sent_again_is_the_same_message() {
    MailMessage message = message("de două ori");
    transport().deliver(message, () -> {});
    transport().deliver(message, () -> {});
    assertThat(arrived(message)).containsExactly(Arrived.whole(message), Arrived.whole(message));
  }

  @Test
  void it_says_whom_its_messages_are_from_and_how_large_they_may_be() {
    assertThat(transport().sender().address().value()).contains("@");
    assertThat(transport().maxBytes()).isPositive();
  }

  private MailTransport transport() {
    return port(MailTransport.class);
  }

  private static MailMessage message(String text) {
    byte[] file = new byte[70_000];
    new Random(1).nextBytes(file);
    return MailFixture.aMessage(
        new SendingId(newId()), new ContactPersonId(newId()), "stefan@exemplu.ro", text, file);
  }
}
