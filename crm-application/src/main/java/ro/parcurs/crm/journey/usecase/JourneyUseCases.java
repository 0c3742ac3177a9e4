package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.pursuit.usecase.RefusalReasons;
import ro.parcurs.crm.work.Caller;

/** Closing responsibilities, and showing what is missing for it. Thread-safe. */
public final class JourneyUseCases {

  private final CloseResponsibility close;
  private final ShowResponsibility responsibility;
  private final ShowCommercial commercial;
  private final RefusalReasons reasons;

  @Inject
  public JourneyUseCases(
      CloseResponsibility close,
      ShowResponsibility responsibility,
      ShowCommercial commercial,
      RefusalReasons reasons) {
    this.close = close;
    this.responsibility = responsibility;
    this.commercial = commercial;
    this.reasons = reasons;
  }

  /**
   * @see CloseResponsibility
   */
  public CloseResponsibility.Result close(Caller caller, CloseResponsibility.Command command) {
    return close.handle(caller, command);
  }

  /**
   * @see ShowResponsibility
   */
  public ResponsibilityView responsibility(Actor actor, ShowResponsibility.Query query) {
    return responsibility.handle(actor, query);
  }

  /**
   * @see ShowCommercial
   */
  public CommercialView commercial(Actor actor, ShowCommercial.Query query) {
    return commercial.handle(actor, query);
  }

  /** What forms propose as reasons of a refusal. */
  public RefusalReasons refusalReasons() {
    return reasons;
  }
}
