package ro.parcurs.crm;

import jakarta.inject.Inject;
import ro.parcurs.crm.message.Messages;

/**
 * The one entry point: every use case is reached from here, grouped by what it is about.
 * Thread-safe.
 *
 * <pre>{@code crm.leads().activate(Caller.of(actor), command)}</pre>
 */
public final class Crm {

  private final Messages messages;

  @Inject
  public Crm(Messages messages) {
    this.messages = messages;
  }

  /** The texts of errors, states and events, in Romanian and English. */
  public Messages messages() {
    return messages;
  }
}
