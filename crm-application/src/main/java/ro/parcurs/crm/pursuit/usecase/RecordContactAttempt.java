package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.TooMany;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.pursuit.ContactAttempt;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.timeline.PursuitChanged.ContactAttempted;
import ro.parcurs.crm.validation.Given;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/**
 * Writes down that somebody got in touch with the company, or tried (<i>dată de contactare</i>).
 */
public final class RecordContactAttempt {

  /**
   * @param person whom at the company, where known
   */
  public record Command(
      @NotNull ResponsibilityId responsibility,
      @NotNull @Nullable ContactMeans means,
      @NotNull @PastOrPresent @Nullable Instant at,
      @Nullable ContactPersonId person,
      @PlainText(max = ContactAttempt.MAX_NOTE) @Nullable String note) {}

  private final Work work;
  private final ResponsibilityEdit responsibility;
  private final Leads leads;

  @Inject
  public RecordContactAttempt(Work work, ResponsibilityEdit responsibility, Leads leads) {
    this.work = work;
    this.responsibility = responsibility;
    this.leads = leads;
  }

  /**
   * @throws NotFound when there is no such responsibility, or no such person at the company
   * @throws NotPermitted when the actor may not work on the lead
   * @throws NoSuchTransition unless it is open
   * @throws TooMany when it has as many as it may have
   */
  public ResponsibilityRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () ->
            responsibility.extend(
                caller.actor(),
                command.responsibility(),
                (before, by) -> before.record(attempt(before, command, by)),
                (before, after) -> {
                  List<ContactAttempt> all = after.progress().contactAttempts();
                  ContactAttempt attempt = all.get(all.size() - 1);
                  return new ContactAttempted(
                      after.id(), after.step(), attempt.means(), attempt.at(), attempt.person());
                }));
  }

  private ContactAttempt attempt(Responsibility before, Command command, Stamp by) {
    Optional<ContactPersonId> person = Optional.ofNullable(command.person());
    person.ifPresent(id -> leads.get(before.lead()).contactPersons().get(id));
    return new ContactAttempt(
        Objects.requireNonNull(command.means()),
        Objects.requireNonNull(command.at()),
        person,
        Given.text(command.note()),
        by);
  }
}
