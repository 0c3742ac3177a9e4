package ro.parcurs.crm.adapter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.adapter.mail.smtp.ScriptedServer.Deed;
import ro.parcurs.crm.adapter.mail.smtp.ScriptedServer.Stage;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Configuration;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Security;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.testkit.MailFixture;
import ro.parcurs.crm.testkit.Proof;

/**
 * Promise P10: whatever stands in a subject, a name, the name of a file, a text or an address, the
 * server gets the commands, the headers and the recipients that it should get, and no others.
 */
class HostileTextTest {

  /** How many dialogues a server remembers. */
  private static final int A_SERVER = 500;

  private final long seed = Proof.seed();
  private final Random random = new Random(seed);

  @Test
  void no_text_adds_a_header_a_recipient_or_a_command() {
    Instant start = Instant.now();
    int tries = Proof.tries(400, 10_000);
    int sent = 0;
    int refused = 0;
    while (sent < tries) {
      try (ScriptedServer server =
          new ScriptedServer(Stage.END, new Deed.Late(Duration.ZERO), "250-PIPELINING\r\n")) {
        MailTransport transport = transport(server);
        for (int i = 0; i < A_SERVER && sent < tries; i++) {
          Optional<MailMessage> message = next();
          if (message.isEmpty()) {
            refused++;
            i--;
          } else {
            int heard = server.heard().size();
            assertThat(transport.deliver(message.get(), () -> {}))
                .isInstanceOf(Delivery.Accepted.class);
            assertThat(commands(server, heard)).isEqualTo(expected());
            assertThat(server.taken()).hasSize(i + 1);
            RawMail.ofLines(List.of(server.taken().get(i).split("\n", -1)))
                .requireNothingAdded(
                    Hostile.RECIPIENTS.subList(0, 1), Hostile.RECIPIENTS.subList(1, 2));
            RawMail.of(SmtpAdapter.written(message.get()))
                .requireNothingAdded(
                    Hostile.RECIPIENTS.subList(0, 1), Hostile.RECIPIENTS.subList(1, 2));
            sent++;
          }
        }
      }
    }
    Proof.report(
        "P10 hostile texts",
        seed,
        Duration.between(start, Instant.now()),
        "%d messages sent, 0 headers, recipients or commands added; %d more were refused"
            .formatted(sent, refused));
    assertThat(refused).isPositive();
  }

  @Test
  void no_address_is_more_than_one_address() {
    int tries = Proof.tries(10_000, 1_000_000);
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      String text =
          random.nextBoolean()
              ? Hostile.text(random) + "@exemplu.ro"
              : "stefan" + Hostile.text(random) + "@exemplu.ro";
      try {
        String address = EmailAddress.of(text).value();
        assertThat(address).matches("[^\\s<>@,;:\"()\\[\\]\\\\\\p{Cntrl}]+@exemplu\\.ro");
        taken++;
      } catch (InvalidInput refused) {
        assertThat(refused.violations()).isNotEmpty();
      }
    }
    Proof.report(
        "P10 hostile addresses",
        seed,
        Duration.ZERO,
        "%d tried, %d taken, none of them more than one".formatted(tries, taken));
    assertThat(taken).isPositive();
  }

  @Test
  void control_a_header_set_as_it_comes_brings_another() throws Exception {
    MimeMessage naive = new MimeMessage(Session.getInstance(new Properties()));
    naive.setFrom(new InternetAddress("vanzari@exemplu.ro"));
    naive.setRecipient(RecipientType.TO, new InternetAddress("stefan@exemplu.ro"));
    naive.setHeader("Subject", "Oferta\r\nBcc: altul@exemplu.ro");
    naive.setText("text");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    naive.writeTo(bytes);
    List<String> lines = List.of(bytes.toString(StandardCharsets.US_ASCII).split("\r\n", -1));
    assertThat(RawMail.ofLines(lines).headers()).contains("Bcc: altul@exemplu.ro");
  }

  private Optional<MailMessage> next() {
    String subject = Hostile.text(random);
    // Most subjects with line breaks are refused; so that enough is sent, some have none.
    return Hostile.message(
        random.nextInt(4) > 0 ? "Oferta " + subject.replaceAll("\\R", "") : subject,
        Hostile.text(random),
        "Oferta " + Hostile.text(random),
        Hostile.text(random));
  }

  private static List<String> expected() {
    List<String> commands =
        new ArrayList<>(List.of("EHLO exemplu.ro", "MAIL FROM:<vanzari@exemplu.ro>"));
    Hostile.RECIPIENTS.forEach(address -> commands.add("RCPT TO:<" + address + ">"));
    commands.addAll(List.of("DATA", "QUIT"));
    return commands;
  }

  /** What was said since; goodbye is not waited for by whoever says it. */
  private static List<String> commands(ScriptedServer server, int since) {
    Instant end = Instant.now().plusSeconds(10);
    List<String> all = server.heard();
    while (!all.get(all.size() - 1).equals("QUIT") && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
      all = server.heard();
    }
    return all.subList(since, all.size());
  }

  private static MailTransport transport(ScriptedServer server) {
    return SmtpAdapter.open(
            Configuration.of("127.0.0.1", MailFixture.SENDER).at(server.port(), Security.NONE))
        .transport();
  }
}
