package ro.parcurs.crm.testkit;

import java.util.Optional;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.OpenTask;

/** The open responsibilities, as the in-memory leads see them. */
@FunctionalInterface
public interface OpenTasks {

  /** The lead's open responsibility, when it has one. */
  Optional<OpenTask> of(LeadId lead);
}
