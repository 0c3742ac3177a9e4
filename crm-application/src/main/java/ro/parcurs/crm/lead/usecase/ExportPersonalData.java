package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.LeadChanged.PersonalDataExported;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Hands out everything that is kept about a contact person, for that person (GDPR, articles 15 and
 * 20). The timeline tells that it happened.
 */
public final class ExportPersonalData {

  public record Command(@NotNull LeadId lead, @NotNull ContactPersonId id) {}

  /**
   * @param elsewhere what is kept outside the list of contact persons, a line each
   */
  public record PersonalData(
      ContactPersonId id,
      String company,
      String name,
      Optional<String> role,
      List<PhoneNumber> phones,
      List<EmailAddress> emails,
      boolean primary,
      List<String> elsewhere,
      Instant exportedAt) {}

  private final Work work;
  private final Journal journal;
  private final LeadGate gate;
  private final Set<PersonalDataKeeper> keepers;

  @Inject
  public ExportPersonalData(
      Work work, Journal journal, LeadGate gate, Set<PersonalDataKeeper> keepers) {
    this.work = work;
    this.journal = journal;
    this.gate = gate;
    this.keepers = keepers;
  }

  /**
   * Takes no idempotency key: its result must not be kept.
   *
   * @throws NotFound when there is no such lead or person
   * @throws NotPermitted when the actor may not change the lead
   */
  public PersonalData handle(Actor actor, Command command) {
    return work.inTransaction(
        Caller.of(actor),
        command,
        () -> {
          Lead lead = gate.open(actor, Permission.CHANGE_LEAD, command.lead());
          ContactPerson person = lead.contactPersons().get(command.id());
          Stamp by = journal.stamp(actor);
          journal.write(by, lead.id(), new PersonalDataExported(command.id()));
          return new PersonalData(
              person.id(),
              lead.company().name(),
              person.name(),
              person.role(),
              person.phones(),
              person.emails(),
              lead.contactPersons().isPrimary(person.id()),
              keepers.stream()
                  .flatMap(keeper -> keeper.export(lead.id(), person.id()).stream())
                  .toList(),
              by.at());
        });
  }
}
