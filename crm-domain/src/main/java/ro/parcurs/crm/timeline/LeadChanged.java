package ro.parcurs.crm.timeline;

import ro.parcurs.crm.company.Cui;

/** What happened to the lead itself: its data, people, sites, owner and state. */
public sealed interface LeadChanged extends LeadEvent {

  /** The lead was added. */
  record LeadAdded(Cui cui, String name) implements LeadChanged {}
}
