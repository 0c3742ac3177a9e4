package ro.parcurs.crm.testkit;

import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.mail.usecase.MailTemplates;

/** The templates of messages in memory. */
public final class InMemoryMailTemplates implements MailTemplates {

  private static final Boolean THE_ONE = true;

  private final InMemoryTable<Boolean, Edition> editions;

  public InMemoryMailTemplates(InMemoryDatabase database) {
    editions = database.table();
  }

  @Override
  public Edition current() {
    return editions.find(THE_ONE).orElse(Edition.FIRST);
  }

  @Override
  public void save(Edition edition) {
    Edition stored = current();
    if (!stored.version().equals(edition.version())) {
      throw new ConcurrentChange(
          Subject.MAIL_TEMPLATE,
          "mail-templates",
          stored.changed().or(edition::changed).orElseThrow());
    }
    editions.put(
        THE_ONE,
        new Edition(
            edition.romanian(), edition.english(), edition.changed(), edition.version().next()));
  }
}
