package ro.parcurs.crm.mail.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.MailTemplate;
import ro.parcurs.crm.timeline.MailEvent.MailTemplatesChanged;
import ro.parcurs.crm.validation.CrossCheck;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Replaces what messages with offers begin as. */
public final class SaveMailTemplates {

  /**
   * @param seen the version that the author of the change has seen
   */
  public record Command(
      @NotNull Version seen,
      @NotNull @Valid TemplateData romanian,
      @NotNull @Valid TemplateData english) {}

  /** A template, as entered. */
  @CrossCheck
  public record TemplateData(
      @NotNull @PlainText(max = MailSubject.MAX_LENGTH, required = true) @Nullable String subject,
      @NotNull @PlainText(max = MailTemplate.MAX_TEXT, required = true) @Nullable String text)
      implements CrossCheck.Carrier {

    /** What is missing or too long is told by the fields themselves. */
    @Override
    public void checkFields() {
      if (isGiven(subject, MailSubject.MAX_LENGTH) && isGiven(text, MailTemplate.MAX_TEXT)) {
        template();
      }
    }

    private static boolean isGiven(@Nullable String field, int max) {
      return field != null && !field.isBlank() && field.length() <= max;
    }

    private MailTemplate template() {
      return new MailTemplate(Objects.requireNonNull(subject), Objects.requireNonNull(text));
    }
  }

  /** The templates as they were left. */
  public record Result(Version version) {}

  private final Work work;
  private final Journal journal;
  private final MailTemplates templates;
  private final AccessPolicy policy;

  @Inject
  public SaveMailTemplates(
      Work work, Journal journal, MailTemplates templates, AccessPolicy policy) {
    this.work = work;
    this.journal = journal;
    this.templates = templates;
    this.policy = policy;
  }

  /**
   * @throws InvalidInput with every fault; {@code unknown-placeholder}, {@code stray-brace}, {@code
   *     several-lines} for a subject
   * @throws ConcurrentChange when they were changed since they were seen
   * @throws NotPermitted when the actor may not change them
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          policy.check(caller.actor(), Permission.CHANGE_MAIL_TEMPLATES);
          Stamp by = journal.stamp(caller.actor());
          MailTemplates.Edition before = templates.current();
          if (!before.version().equals(command.seen())) {
            throw new ConcurrentChange(
                Subject.MAIL_TEMPLATE, "mail-templates", before.changed().orElse(by));
          }
          templates.save(
              new MailTemplates.Edition(
                  command.romanian().template(),
                  command.english().template(),
                  Optional.of(by),
                  before.version()));
          journal.write(by, new MailTemplatesChanged());
          return new Result(before.version().next());
        });
  }
}
