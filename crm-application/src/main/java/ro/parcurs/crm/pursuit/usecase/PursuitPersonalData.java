package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.PersonalDataKeeper;
import ro.parcurs.crm.pursuit.ContactAttempt;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.Responsibility;

/** What pursuits know of a contact person: when somebody spoke to them or met them. */
public final class PursuitPersonalData implements PersonalDataKeeper {

  private final Responsibilities responsibilities;

  @Inject
  public PursuitPersonalData(Responsibilities responsibilities) {
    this.responsibilities = responsibilities;
  }

  @Override
  public List<String> export(LeadId lead, ContactPersonId person) {
    List<String> lines = new ArrayList<>();
    for (Responsibility responsibility : responsibilities.ofLead(lead)) {
      for (ContactAttempt attempt : responsibility.progress().contactAttempts()) {
        if (attempt.person().filter(person::equals).isPresent()) {
          lines.add(
              "contactAttempt: %s %s %s"
                  .formatted(attempt.at(), attempt.means(), attempt.note().orElse("")));
        }
      }
      for (Meeting meeting : responsibility.progress().meetings()) {
        if (meeting.participants().persons().contains(person)) {
          lines.add("meeting: %s %s".formatted(meeting.at(), meeting.place()));
        }
      }
    }
    return lines;
  }

  @Override
  public void erase(LeadId lead, ContactPersonId person) {
    for (Responsibility responsibility : responsibilities.ofLead(lead)) {
      Responsibility without = responsibility.forget(person);
      if (!without.snapshot().equals(responsibility.snapshot())) {
        responsibilities.save(without);
      }
    }
  }
}
