package ro.parcurs.crm.adapter.mail.smtp;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.MessageId;
import ro.parcurs.crm.mail.usecase.Envelope;
import ro.parcurs.crm.mail.usecase.MailFile;
import ro.parcurs.crm.mail.usecase.MailMessage;

/**
 * A message in the form in which it travels (RFC 5322, RFC 2045 and following): all ASCII, a text
 * and the same as HTML, and the file; what is for calendars beside the texts, too. The same message
 * always has the same bytes.
 */
final class MimeForm {

  /** The length of "Subject: ". */
  private static final int SUBJECT = 9;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneId.of("Europe/Bucharest"));

  private MimeForm() {}

  static MimeMessage of(MailMessage message, Session session) throws MessagingException {
    MimeMessage mime = new Identified(session, message.id());
    Envelope envelope = message.envelope();
    mime.setFrom(address(envelope.from()));
    if (envelope.replyTo().isPresent()) {
      mime.setReplyTo(addresses(List.of(envelope.replyTo().get())));
    }
    mime.setRecipients(
        RecipientType.TO, addresses(envelope.to().stream().map(to -> to.mailbox()).toList()));
    if (!envelope.cc().isEmpty()) {
      mime.setRecipients(RecipientType.CC, addresses(envelope.cc()));
    }
    mime.setHeader(
        "Subject", MimeUtility.fold(SUBJECT, EncodedWords.of(envelope.subject().value())));
    mime.setHeader("Date", DATE.format(message.date()));
    mime.setContent(content(message));
    mime.saveChanges();
    return mime;
  }

  private static MimeMultipart content(MailMessage message) throws MessagingException {
    MimeMultipart texts = new Bounded("alternative", message.id());
    texts.addBodyPart(text(message.text().plain(), "plain"));
    texts.addBodyPart(text(message.text().html(), "html"));
    if (message.file().method().isPresent()) {
      texts.addBodyPart(calendar(message.file(), message.file().method().get()));
    }
    MimeBodyPart both = new MimeBodyPart();
    both.setContent(texts);
    MimeMultipart all = new Bounded("mixed", message.id());
    all.addBodyPart(both);
    all.addBodyPart(file(message));
    return all;
  }

  /** Lines end as they do in mail, whatever the transfer encoding. */
  private static MimeBodyPart text(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(bytes, "text/" + kind + "; charset=UTF-8")));
    part.setDisposition(Part.INLINE);
    return part;
  }

  /** Calendars look for it here, and for the method in its type (RFC 6047, section 2.4). */
  private static MimeBodyPart calendar(MailFile file, CalendarMethod method)
      throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(
                file.bytes(), "text/calendar; charset=UTF-8; method=" + method)));
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static MimeBodyPart file(MailMessage message) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(message.file().bytes(), message.file().kind().mediaType())));
    part.setFileName(message.file().name().value());
    part.setDisposition(Part.ATTACHMENT);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static InternetAddress[] addresses(List<Mailbox> mailboxes) throws MessagingException {
    InternetAddress[] addresses = new InternetAddress[mailboxes.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = address(mailboxes.get(i));
    }
    return addresses;
  }

  private static InternetAddress address(Mailbox mailbox) throws MessagingException {
    return mailbox.name().isEmpty()
        ? new InternetAddress(mailbox.address().value())
        : new Named(mailbox);
  }

  /** An address whose name is encoded here. */
  private static final class Named extends InternetAddress {

    private static final long serialVersionUID = 1L;

    Named(Mailbox mailbox) throws MessagingException {
      super(mailbox.address().value());
      personal = mailbox.name();
      encodedPersonal = EncodedWords.of(mailbox.name());
    }
  }

  /** Keeps its identity when it is saved. */
  private static final class Identified extends MimeMessage {

    private final MessageId id;

    Identified(Session session, MessageId id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }

  /** Has a boundary that is the message's own, not of the moment. */
  private static final class Bounded extends MimeMultipart {

    Bounded(String kind, MessageId id) {
      super(kind);
      ContentType type = new ContentType("multipart", kind, null);
      String local = id.value().substring(0, id.value().indexOf('@'));
      type.setParameter("boundary", "=_" + kind + "_" + local);
      contentType = type.toString();
    }
  }
}
