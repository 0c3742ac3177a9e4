package ro.parcurs.crm.adapter.mail.smtp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.FileName;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.MessageId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.Envelope;
import ro.parcurs.crm.mail.usecase.MailFile;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailText;
import ro.parcurs.crm.testkit.MailFixture;

/** Messages of texts that would like to be headers, recipients or commands. */
final class Hostile {

  /** What such texts are made of. */
  static final List<String> PARTS =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\r\n.\r\n",
          "\n.\n",
          "\r.\r",
          "\r\n\r\n",
          "Bcc: altul@exemplu.ro",
          "RCPT TO:<altul@exemplu.ro>",
          "MAIL FROM:<altul@exemplu.ro>",
          "DATA",
          "QUIT",
          "\u0000",
          "\u000b",
          "\u000c",
          "\u0085",
          "\u2028",
          "\u2029",
          "\u560a",
          "\u560d",
          "=?UTF-8?Q?=0D=0ABcc:_x?=",
          "=?UTF-8?B?DQpCY2M6IHg=?=",
          "=?utf-8?q?=22_=3Caltul=40exemplu=2Ero=3E=2C?=",
          "=0D=0A",
          "ș",
          "\"",
          "\\",
          "<",
          ">",
          "<altul@exemplu.ro>",
          "altul@exemplu.ro",
          "(",
          ")",
          ",",
          ";",
          ":",
          "@",
          "[",
          "]",
          " ",
          "\t",
          "x",
          "é",
          "😀",
          "\ud83d",
          "\u200b",
          "\u202e",
          "\ufeff",
          "filename*=UTF-8''x",
          "%0d%0a",
          "..",
          "--=_mixed_",
          "Content-Type: text/html",
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");

  /** Whom the messages are to go to, and nobody else. */
  static final List<String> RECIPIENTS = List.of("stefan@exemplu.ro", "ion@exemplu.ro");

  private Hostile() {}

  /** Some parts in a row. */
  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  /** Empty when the texts are refused before there is a message. */
  static Optional<MailMessage> message(String subject, String name, String file, String text) {
    try {
      return Optional.of(
          new MailMessage(
              MessageId.of(new SendingId(UUID.randomUUID()), MailFixture.SENDER.address()),
              MailFixture.NOON,
              new Envelope(
                  new Mailbox(name, MailFixture.SENDER.address()),
                  Optional.of(new Mailbox(name, EmailAddress.of("ana@exemplu.ro"))),
                  List.of(
                      new Envelope.Recipient(
                          new ContactPersonId(UUID.randomUUID()),
                          new Mailbox(name, EmailAddress.of(RECIPIENTS.get(0))))),
                  List.of(new Mailbox(name, EmailAddress.of(RECIPIENTS.get(1)))),
                  MailSubject.of(subject)),
              MailText.of(text, Locale.ENGLISH),
              MailFile.pdf(FileName.of(file), new byte[] {1})));
    } catch (InvalidInput refused) {
      return Optional.empty();
    }
  }
}
