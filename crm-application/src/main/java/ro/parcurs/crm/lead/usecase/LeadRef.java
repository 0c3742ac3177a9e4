package ro.parcurs.crm.lead.usecase;

import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;

/** A lead as it was left by a command, for the next one. */
public record LeadRef(LeadId id, Version version) {

  /** The lead as it is once this copy of it is saved. */
  static LeadRef saved(Lead lead) {
    return new LeadRef(lead.id(), lead.version().next());
  }

  /** The lead, left as it was. */
  static LeadRef unchanged(Lead lead) {
    return new LeadRef(lead.id(), lead.version());
  }
}
