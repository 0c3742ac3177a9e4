package ro.parcurs.crm.lead.usecase;

import java.util.Optional;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.timeline.LeadChanged.OwnerChanged;
import ro.parcurs.crm.work.Journal;

/** Puts somebody in charge of one lead, and tells it on the timeline. */
final class OwnerAssignment {

  private final Journal journal;
  private final Leads leads;
  private final Users users;

  OwnerAssignment(Journal journal, Leads leads, Users users) {
    this.journal = journal;
    this.leads = leads;
    this.users = users;
  }

  LeadRef assign(Actor actor, Lead lead, Optional<UserId> owner) {
    if (lead.owner().equals(owner)) {
      return LeadRef.unchanged(lead);
    }
    Optional<String> name = owner.map(user -> users.get(user).name());
    Stamp by = journal.stamp(actor);
    Lead assigned = lead.assignTo(owner, by);
    leads.save(assigned);
    journal.write(
        by,
        lead.id(),
        new OwnerChanged(lead.owner(), lead.owner().map(users::nameOf), owner, name));
    return LeadRef.saved(assigned);
  }
}
