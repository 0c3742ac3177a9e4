package ro.parcurs.crm.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.FileName;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.MessageId;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.Envelope;
import ro.parcurs.crm.mail.usecase.MailFile;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailText;
import ro.parcurs.crm.offer.Offer;

/** Messages and sendings for tests. */
public final class MailFixture {

  public static final Instant NOON = PursuitFixture.NOON;

  public static final Mailbox SENDER =
      new Mailbox("Exemplu Vânzări", EmailAddress.of("vanzari@exemplu.ro"));

  private static final Locale RO = Locale.forLanguageTag("ro");

  private MailFixture() {}

  /** A message to one person, small, with diacritics wherever they may stand. */
  public static MailMessage aMessage(SendingId sending, ContactPersonId to, String text) {
    return aMessage(sending, to, "stefan@exemplu.ro", text, new byte[] {37, 80, 68, 70, 0, -1});
  }

  /** A message to one person at an address, with a file. */
  public static MailMessage aMessage(
      SendingId sending, ContactPersonId to, String address, String text, byte[] file) {
    return new MailMessage(
        MessageId.of(sending, SENDER.address()),
        NOON,
        new Envelope(
            SENDER,
            Optional.of(new Mailbox("Ana Pop", EmailAddress.of("ana.pop@exemplu.ro"))),
            List.of(
                new Envelope.Recipient(
                    to, new Mailbox("Ștefan Țuțea-Lăcrămioară", EmailAddress.of(address)))),
            List.of(new Mailbox("Ion", EmailAddress.of("ion@exemplu.ro"))),
            new MailSubject(
                "Oferta „Șoim & țărână” – ăâîșț ĂÂÎȘȚ, pentru că e lungă, pe două rânduri")),
        MailText.of(text, RO),
        MailFile.pdf(FileName.of("Ofertă ăâîșț OF-2026-00042/2.pdf"), file));
  }

  /** A sending that waits, with a key of its own. */
  public static Sending aSending(Offer offer, MailMessage message) {
    SendingId id = idOf(message);
    return Sending.queue(
        id,
        offer.lead(),
        offer.pursuit(),
        new Matter.OfOffer(offer.id()),
        "key " + id,
        message.id(),
        message.file().sha256(),
        PursuitFixture.BY_ANA);
  }

  /** The sending that a message is of. */
  public static SendingId idOf(MailMessage message) {
    String id = message.id().value();
    return new SendingId(UUID.fromString(id.substring(0, id.indexOf('@'))));
  }
}
