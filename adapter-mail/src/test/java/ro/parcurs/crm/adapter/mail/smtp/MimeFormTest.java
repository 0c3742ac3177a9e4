package ro.parcurs.crm.adapter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.testkit.MailFixture;

/** Promises P9 and P10: the same bytes each time, and no text adds a header or a recipient. */
class MimeFormTest {

  private static final List<String> HEADERS =
      List.of(
          "From",
          "Reply-To",
          "To",
          "Cc",
          "Message-ID",
          "Subject",
          "Date",
          "MIME-Version",
          "Content-Type");

  private final Session session = Session.getInstance(new Properties());

  @Test
  void the_same_message_has_the_same_bytes_each_time() throws Exception {
    MailMessage message =
        MailFixture.aMessage(
            new SendingId(UUID.randomUUID()), new ContactPersonId(UUID.randomUUID()), "șțăâî");
    byte[] first = bytes(message);
    Thread.sleep(5);
    assertThat(bytes(message)).isEqualTo(first);
    assertThat(SmtpAdapter.written(message)).isEqualTo(first);
    assertThat(first.length).isLessThan(Math.toIntExact(message.size()));
  }

  @Test
  void control_the_library_alone_makes_another_message_each_time() throws Exception {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      MimeMessage plain = new MimeMessage(session);
      plain.setFrom(new InternetAddress("vanzari@exemplu.ro"));
      plain.setSubject("Oferta");
      plain.setText("text");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      plain.writeTo(bytes);
      made.add(bytes.toString(StandardCharsets.US_ASCII));
    }
    assertThat(made.get(0)).isNotEqualTo(made.get(1));
  }

  @Test
  void the_estimate_of_the_size_is_never_too_low_and_near_for_large_files() throws Exception {
    for (int size : new int[] {0, 1, 56, 57, 58, 1_000_000}) {
      MailMessage message =
          MailFixture.aMessage(
              new SendingId(UUID.randomUUID()),
              new ContactPersonId(UUID.randomUUID()),
              "stefan@exemplu.ro",
              "ț".repeat(5_000),
              new byte[size]);
      assertThat(bytes(message).length).isLessThanOrEqualTo(Math.toIntExact(message.size()));
    }
    MailMessage large =
        MailFixture.aMessage(
            new SendingId(UUID.randomUUID()),
            new ContactPersonId(UUID.randomUUID()),
            "stefan@exemplu.ro",
            "text",
            new byte[1_000_000]);
    assertThat(bytes(large).length).isGreaterThan((int) (large.size() * 0.98));
  }

  @Property
  void no_text_adds_a_header_or_a_recipient(
      @ForAll("hostile") String subject,
      @ForAll("hostile") String name,
      @ForAll("hostile") String fileName,
      @ForAll("hostile") String text)
      throws Exception {
    Optional<MailMessage> message =
        Hostile.message(
            subject.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]", ""), name, fileName, text);
    if (message.isEmpty()) {
      return;
    }
    MimeMessage read = new MimeMessage(session, new ByteArrayInputStream(bytes(message.get())));
    assertThat(Collections.list(read.getAllHeaders()))
        .extracting(Header::getName)
        .containsExactlyInAnyOrderElementsOf(HEADERS);
    assertThat(read.getAllRecipients())
        .extracting(address -> ((InternetAddress) address).getAddress())
        .containsExactly("stefan@exemplu.ro", "ion@exemplu.ro");
    assertThat(read.getSubject()).isEqualTo(message.get().envelope().subject().value());
    InternetAddress to = (InternetAddress) read.getAllRecipients()[0];
    assertThat(to.getPersonal() == null ? "" : to.getPersonal())
        .isEqualTo(message.get().envelope().to().get(0).mailbox().name());
  }

  @Test
  void a_backslash_where_a_line_is_folded_brings_no_line_break() throws Exception {
    String folded =
        ". . Bcc: altul@exemplu.roRCPT TO:<altul@exemplu.ro>\\ filename*=UTF-8''x and more";
    no_text_adds_a_header_or_a_recipient(folded, folded, "x", "x");
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(Hostile.PARTS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  private byte[] bytes(MailMessage message) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MimeForm.of(message, session).writeTo(bytes);
    return bytes.toByteArray();
  }
}
