package ro.parcurs.crm.mail.usecase;

import jakarta.inject.Inject;
import java.util.List;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.mail.TemplateWord;
import ro.parcurs.crm.work.Work;

/** Shows what messages with offers begin as. */
public final class ShowMailTemplates {

  /** Both languages. */
  public record Query() {}

  private final Work work;
  private final MailTemplates templates;
  private final AccessPolicy policy;

  @Inject
  public ShowMailTemplates(Work work, MailTemplates templates, AccessPolicy policy) {
    this.work = work;
    this.templates = templates;
    this.policy = policy;
  }

  /**
   * @throws NotPermitted when the actor may not see leads at all
   */
  public MailTemplatesView handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          policy.check(actor, Permission.SEE_LEAD);
          return new MailTemplatesView(
              templates.current(),
              List.of(TemplateWord.values()),
              policy.permits(actor, Permission.CHANGE_MAIL_TEMPLATES));
        });
  }
}
