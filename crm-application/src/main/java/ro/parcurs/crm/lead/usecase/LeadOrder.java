package ro.parcurs.crm.lead.usecase;

import jakarta.validation.constraints.NotNull;

/** The order of a list of leads. */
public record LeadOrder(@NotNull LeadSort by, boolean descending) {

  public static final LeadOrder BY_NAME = new LeadOrder(LeadSort.NAME, false);
}
