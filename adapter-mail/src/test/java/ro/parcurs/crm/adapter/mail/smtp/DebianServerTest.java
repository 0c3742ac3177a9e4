package ro.parcurs.crm.adapter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Configuration;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Security;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.testkit.MailFixture;

/**
 * Subjects, names and file names with diacritics, as another server and another reader see them.
 */
class DebianServerTest {

  @TempDir private Path directory;

  @Test
  void another_reader_sees_every_letter_of_a_message_that_another_server_took() throws IOException {
    MailMessage message =
        MailFixture.aMessage(
            new SendingId(UUID.randomUUID()),
            new ContactPersonId(UUID.randomUUID()),
            "stefan@exemplu.ro",
            "Bună ziua,\n\n– șțăâî ȘȚĂÂÎ „<b>” &\n.\nFrom: nimeni\n" + "x".repeat(2000),
            new byte[] {37, 80, 68, 70, 13, 10, 46, 13, 10, 0, -1});
    try (DebianServer server = new DebianServer(directory)) {
      Delivery delivery =
          SmtpAdapter.open(
                  Configuration.of("127.0.0.1", MailFixture.SENDER)
                      .at(server.port(), Security.NONE))
              .transport()
              .deliver(message, () -> {});
      assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
      assertThat(server.messages()).hasSize(1);
      Path file = server.messages().get(0);
      assertThat(Files.readAllBytes(file)).as("all ASCII").matches(DebianServerTest::isAscii);
      assertThat(Files.readAllLines(file)).allMatch(line -> line.length() <= 998);
      List<String> seen = DebianServer.read(file);
      assertThat(seen)
          .contains(
              "id <" + message.id() + ">",
              "subject " + message.envelope().subject(),
              "from Exemplu Vânzări <vanzari@exemplu.ro>",
              "reply-to Ana Pop <ana.pop@exemplu.ro>",
              "to Ștefan Țuțea-Lăcrămioară <stefan@exemplu.ro>",
              "cc Ion <ion@exemplu.ro>",
              "date 2026-11-24T12:00:00+02:00",
              "file %s application/pdf %s"
                  .formatted(message.file().name(), message.file().sha256()),
              "name " + message.file().name(),
              "defects []");
      assertThat(seen)
          .anyMatch(
              line -> line.startsWith("plain 'Bună ziua,\\n\\n– șțăâî ȘȚĂÂÎ „<b>” &\\n.\\nFrom"))
          .anyMatch(line -> line.startsWith("html ") && line.contains("„&lt;b&gt;” &amp;"));
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte one : bytes) {
      if (one < 0) {
        return false;
      }
    }
    return true;
  }
}
