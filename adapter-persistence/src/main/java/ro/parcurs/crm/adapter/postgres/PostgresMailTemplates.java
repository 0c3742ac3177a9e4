package ro.parcurs.crm.adapter.postgres;

import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.mail.MailTemplate;
import ro.parcurs.crm.mail.usecase.MailTemplates;

/** What mails begin as, in the table {@code mail_template}. */
final class PostgresMailTemplates implements MailTemplates {

  private final OutboxMapper mapper;
  private final Documents documents;

  PostgresMailTemplates(OutboxMapper mapper, Documents documents) {
    this.mapper = mapper;
    this.documents = documents;
  }

  @Override
  public Edition current() {
    return Optional.ofNullable(mapper.templates()).map(this::edition).orElse(Edition.FIRST);
  }

  @Override
  public void save(Edition edition) {
    Stamp by = edition.changed().orElseThrow();
    OutboxMapper.TemplateRow row =
        new OutboxMapper.TemplateRow(
            documents.write(edition.romanian()),
            documents.write(edition.english()),
            edition.version(),
            by.by(),
            by.name(),
            by.at());
    int rows =
        edition.version().equals(Version.NEW)
            ? mapper.insertTemplates(row)
            : mapper.updateTemplates(row);
    if (rows == 0) {
      throw new ConcurrentChange(
          Subject.MAIL_TEMPLATE, "mail-templates", current().changed().orElse(by));
    }
  }

  private Edition edition(OutboxMapper.TemplateRow row) {
    return new Edition(
        documents.read(row.romanian(), MailTemplate.class),
        documents.read(row.english(), MailTemplate.class),
        Optional.of(new Stamp(row.changedBy(), row.changedByName(), row.changedAt())),
        row.version());
  }
}
