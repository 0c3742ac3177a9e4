package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.Envelope;
import ro.parcurs.crm.mail.usecase.MailFile;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailText;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.ResponsibilityId;

/** Sendings in the table {@code mail_sending}, their messages in {@code mail_message}. */
final class PostgresOutbox implements Outbox {

  private final OutboxMapper mapper;
  private final Documents documents;
  private final SendingRows rows = new GeneratedSendingRows();

  PostgresOutbox(OutboxMapper mapper, Documents documents) {
    this.mapper = mapper;
    this.documents = documents;
  }

  @Override
  public void add(Sending sending, MailMessage message) {
    if (mapper.insert(rows.row(sending)) == 0) {
      SendingId existing = mapper.existing(sending.key());
      throw new AlreadyExists(
          Subject.SENDING, sending.key(), existing == null ? sending.id() : existing);
    }
    mapper.insertMessage(
        new MailMessageRow(
            sending.id(),
            message.id(),
            message.date(),
            message.envelope().to().stream()
                .map(recipient -> recipient.person().toString())
                .toList(),
            documents.write(message.envelope()),
            message.text().plain(),
            message.text().html(),
            message.file().kind(),
            message.file().name(),
            message.file().bytes()));
  }

  @Override
  public Sending get(SendingId id) {
    return Optional.ofNullable(mapper.find(id))
        .map(rows::sending)
        .orElseThrow(() -> new NotFound(Subject.SENDING, id));
  }

  @Override
  public Optional<Envelope> findEnvelope(SendingId id) {
    return Optional.ofNullable(mapper.findEnvelope(id)).map(this::envelope);
  }

  @Override
  public MailMessage messageOf(SendingId id) {
    MailMessageRow row = mapper.findMessage(id);
    if (row == null) {
      throw new NotFound(Subject.SENDING, id);
    }
    return new MailMessage(
        row.messageId(),
        row.writtenAt(),
        envelope(row.envelope()),
        new MailText(row.plain(), row.html()),
        MailFile.of(row.fileKind(), row.fileName(), row.file()));
  }

  @Override
  public List<Sending> ofOffer(OfferId offer) {
    return mapper.ofOffer(offer).stream().map(rows::sending).toList();
  }

  @Override
  public List<Sending> ofResponsibility(ResponsibilityId responsibility) {
    return mapper.ofResponsibility(responsibility).stream().map(rows::sending).toList();
  }

  @Override
  public List<Sending> ofPerson(LeadId lead, ContactPersonId person) {
    return mapper.ofPerson(lead, person).stream().map(rows::sending).toList();
  }

  @Override
  public Optional<Sending> lockDue(Instant now) {
    return Optional.ofNullable(mapper.lockDue(now)).map(rows::sending);
  }

  @Override
  public void save(Sending sending) {
    Guarded.requireOneRow(
        mapper.update(rows.row(sending)),
        Subject.SENDING,
        sending.id(),
        () -> mapper.findStamp(sending.id()));
  }

  @Override
  public void eraseMessage(SendingId id) {
    mapper.deleteMessage(id);
  }

  private Envelope envelope(String document) {
    return documents.read(document, Envelope.class);
  }
}
