package ro.parcurs.crm;

import jakarta.inject.Inject;
import ro.parcurs.crm.lead.usecase.LeadUseCases;
import ro.parcurs.crm.message.Messages;

/**
 * The one entry point: every use case is reached from here, grouped by what it is about.
 * Thread-safe.
 *
 * <pre>{@code crm.leads().activate(Caller.of(actor), command)}</pre>
 */
public final class Crm {

  private final Messages messages;
  private final LeadUseCases leads;

  @Inject
  public Crm(Messages messages, LeadUseCases leads) {
    this.messages = messages;
    this.leads = leads;
  }

  /** The texts of errors, states and events, in Romanian and English. */
  public Messages messages() {
    return messages;
  }

  /** Leads, their people and sites, and the lists of them. */
  public LeadUseCases leads() {
    return leads;
  }
}
