package ro.parcurs.crm.pursuit.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.work.Caller;

/** Everything that can be done on a pursuit but closing its responsibilities. Thread-safe. */
public final class PursuitUseCases {

  private final ActivateLead activate;
  private final DeactivateLead deactivate;
  private final ReassignResponsibility reassign;
  private final MoveDeadline moveDeadline;
  private final WriteSummary writeSummary;
  private final RecordContactAttempt recordContact;
  private final PlanMeeting planMeeting;
  private final MoveMeeting moveMeeting;
  private final HoldMeeting holdMeeting;
  private final CancelMeeting cancelMeeting;
  private final ShowTimeline timeline;
  private final CheckTimelines checkTimelines;

  @Inject
  public PursuitUseCases(
      ActivateLead activate,
      DeactivateLead deactivate,
      ReassignResponsibility reassign,
      MoveDeadline moveDeadline,
      WriteSummary writeSummary,
      RecordContactAttempt recordContact,
      PlanMeeting planMeeting,
      MoveMeeting moveMeeting,
      HoldMeeting holdMeeting,
      CancelMeeting cancelMeeting,
      ShowTimeline timeline,
      CheckTimelines checkTimelines) {
    this.activate = activate;
    this.deactivate = deactivate;
    this.reassign = reassign;
    this.moveDeadline = moveDeadline;
    this.writeSummary = writeSummary;
    this.recordContact = recordContact;
    this.planMeeting = planMeeting;
    this.moveMeeting = moveMeeting;
    this.holdMeeting = holdMeeting;
    this.cancelMeeting = cancelMeeting;
    this.timeline = timeline;
    this.checkTimelines = checkTimelines;
  }

  /**
   * @see ActivateLead
   */
  public ActivateLead.Result activate(Caller caller, ActivateLead.Command command) {
    return activate.handle(caller, command);
  }

  /**
   * @see DeactivateLead
   */
  public DeactivateLead.Result deactivate(Caller caller, DeactivateLead.Command command) {
    return deactivate.handle(caller, command);
  }

  /**
   * @see ReassignResponsibility
   */
  public ResponsibilityRef reassign(Caller caller, ReassignResponsibility.Command command) {
    return reassign.handle(caller, command);
  }

  /**
   * @see MoveDeadline
   */
  public ResponsibilityRef moveDeadline(Caller caller, MoveDeadline.Command command) {
    return moveDeadline.handle(caller, command);
  }

  /**
   * @see WriteSummary
   */
  public ResponsibilityRef writeSummary(Caller caller, WriteSummary.Command command) {
    return writeSummary.handle(caller, command);
  }

  /**
   * @see RecordContactAttempt
   */
  public ResponsibilityRef recordContact(Caller caller, RecordContactAttempt.Command command) {
    return recordContact.handle(caller, command);
  }

  /**
   * @see PlanMeeting
   */
  public PlanMeeting.Result planMeeting(Caller caller, PlanMeeting.Command command) {
    return planMeeting.handle(caller, command);
  }

  /**
   * @see MoveMeeting
   */
  public ResponsibilityRef moveMeeting(Caller caller, MoveMeeting.Command command) {
    return moveMeeting.handle(caller, command);
  }

  /**
   * @see HoldMeeting
   */
  public ResponsibilityRef holdMeeting(Caller caller, HoldMeeting.Command command) {
    return holdMeeting.handle(caller, command);
  }

  /**
   * @see CancelMeeting
   */
  public ResponsibilityRef cancelMeeting(Caller caller, CancelMeeting.Command command) {
    return cancelMeeting.handle(caller, command);
  }

  /**
   * @see ShowTimeline
   */
  public ShowTimeline.Page timeline(Actor actor, ShowTimeline.Query query) {
    return timeline.handle(actor, query);
  }

  /**
   * @see CheckTimelines
   */
  public CheckTimelines.Page checkTimelines(Actor actor, CheckTimelines.Query query) {
    return checkTimelines.handle(actor, query);
  }
}
