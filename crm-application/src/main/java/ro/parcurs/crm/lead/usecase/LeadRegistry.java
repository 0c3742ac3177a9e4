package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import java.util.Optional;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.work.Caller;

/** What can be learned of leads' companies from the registry. Thread-safe. */
public final class LeadRegistry {

  private final CheckCompany check;
  private final StartRefresh start;
  private final ContinueRefresh goOn;
  private final CancelRefresh cancel;
  private final ShowRefresh show;

  @Inject
  public LeadRegistry(
      CheckCompany check,
      StartRefresh start,
      ContinueRefresh goOn,
      CancelRefresh cancel,
      ShowRefresh show) {
    this.check = check;
    this.start = start;
    this.goOn = goOn;
    this.cancel = cancel;
    this.show = show;
  }

  /**
   * @see CheckCompany
   */
  public CheckCompany.Result check(Caller caller, CheckCompany.Command command) {
    return check.handle(caller, command);
  }

  /**
   * @see StartRefresh
   */
  public StartRefresh.Result startRefresh(Caller caller, StartRefresh.Command command) {
    return start.handle(caller, command);
  }

  /**
   * @see ContinueRefresh
   */
  public ContinueRefresh.Result continueRefresh() {
    return goOn.handle();
  }

  /**
   * @see CancelRefresh
   */
  public CancelRefresh.Result cancelRefresh(Caller caller, CancelRefresh.Command command) {
    return cancel.handle(caller, command);
  }

  /**
   * @see ShowRefresh
   */
  public Optional<RegistryRefresh> refresh(Actor actor) {
    return show.handle(actor, new ShowRefresh.Query());
  }
}
