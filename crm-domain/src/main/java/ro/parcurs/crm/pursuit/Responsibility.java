package ro.parcurs.crm.pursuit;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.TooMany;

/**
 * One step of a pursuit: somebody must contact, meet, offer or contract by a date, and says how it
 * ended (spec section 4).
 *
 * <p>It is opened when the lead is activated, or when the responsibility before it is closed with
 * {@link Outcome#OPEN_NEXT} or {@link Outcome#POSTPONED}. While open it is reassigned, put off, and
 * collects contact attempts, meetings and a summary. It is closed once, with an outcome for which
 * nothing is missing; deactivating the lead cancels it. Then it never changes again.
 *
 * <p>Immutable: every method gives the changed copy.
 */
public final class Responsibility {

  private final Snapshot state;

  private Responsibility(Snapshot state) {
    this.state = state;
  }

  /**
   * Everything a responsibility is, for stores.
   *
   * @param ending empty while it is open
   * @param changed by whom last, and when
   */
  public record Snapshot(
      ResponsibilityId id,
      LeadId lead,
      PursuitId pursuit,
      Step step,
      UserId assignee,
      Deadline deadline,
      Progress progress,
      Optional<Ending> ending,
      Stamp opened,
      Stamp changed,
      Version version) {

    public Snapshot {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(lead, "lead");
      Objects.requireNonNull(pursuit, "pursuit");
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(assignee, "assignee");
      Objects.requireNonNull(deadline, "deadline");
      Objects.requireNonNull(progress, "progress");
      Objects.requireNonNull(ending, "ending");
      Objects.requireNonNull(opened, "opened");
      Objects.requireNonNull(changed, "changed");
      Objects.requireNonNull(version, "version");
    }
  }

  /** A responsibility as it was stored. */
  public static Responsibility rebuild(Snapshot snapshot) {
    return new Responsibility(snapshot);
  }

  // ---- it is opened ----

  /**
   * A new responsibility.
   *
   * @throws InvalidInput {@code in-past} when the deadline is before the opening
   */
  public static Responsibility open(
      ResponsibilityId id,
      LeadId lead,
      PursuitId pursuit,
      Step step,
      UserId assignee,
      Deadline deadline,
      Stamp by) {
    requireAhead(deadline, by);
    return new Responsibility(
        new Snapshot(
            id,
            lead,
            pursuit,
            step,
            assignee,
            deadline,
            Progress.NONE,
            Optional.empty(),
            by,
            by,
            Version.NEW));
  }

  // ---- it is worked on ----

  /**
   * Gives it to somebody else.
   *
   * @throws NoSuchTransition unless it is open
   */
  public Responsibility reassign(UserId assignee, Stamp by) {
    requireOpen(ResponsibilityMove.REASSIGN);
    return copy(assignee, deadline(), progress(), ending(), by);
  }

  /**
   * @throws NoSuchTransition unless it is open
   * @throws InvalidInput {@code in-past} when the deadline is past already
   */
  public Responsibility moveDeadline(Deadline deadline, Stamp by) {
    requireOpen(ResponsibilityMove.MOVE_DEADLINE);
    requireAhead(deadline, by);
    return copy(assignee(), deadline, progress(), ending(), by);
  }

  /**
   * Replaces the summary of what was discussed.
   *
   * @throws NoSuchTransition unless it is open
   */
  public Responsibility writeSummary(String summary, Stamp by) {
    requireOpen(ResponsibilityMove.WRITE_SUMMARY);
    return with(progress().withSummary(summary), by);
  }

  /**
   * @throws NoSuchTransition unless it is open
   * @throws InvalidInput {@code in-future} for a contact that has yet to be made
   * @throws TooMany at {@value Progress#MAX_CONTACT_ATTEMPTS}
   */
  public Responsibility record(ContactAttempt attempt) {
    requireOpen(ResponsibilityMove.RECORD_CONTACT);
    return with(progress().with(attempt), attempt.recorded());
  }

  /**
   * @throws NoSuchTransition unless it is open
   * @throws TooMany at {@value Progress#MAX_MEETINGS}
   */
  public Responsibility plan(Meeting meeting, Stamp by) {
    requireOpen(ResponsibilityMove.PLAN_MEETING);
    return with(progress().withPlanned(meeting), by);
  }

  /**
   * A planned meeting will be at another time or place, or with others.
   *
   * @throws NoSuchTransition unless this is open and the meeting planned
   * @throws NotFound when there is no such meeting
   * @throws InvalidInput {@code out-of-range} for a length that no meeting has
   */
  public Responsibility move(
      MeetingId id,
      Instant at,
      Duration length,
      String place,
      Participants participants,
      Stamp by) {
    requireOpen(ResponsibilityMove.MOVE_MEETING);
    return with(progress().withMoved(id, at, length, place, participants), by);
  }

  /**
   * A planned meeting took place.
   *
   * @throws NoSuchTransition unless this is open and the meeting planned
   * @throws NotFound when there is no such meeting
   * @throws InvalidInput {@code in-future} for a meeting that has yet to take place
   */
  public Responsibility hold(
      MeetingId id, Instant at, Participants participants, Optional<String> minutes, Stamp by) {
    requireOpen(ResponsibilityMove.HOLD_MEETING);
    return with(progress().withHeld(id, at, participants, minutes, by), by);
  }

  /**
   * A planned meeting will not take place.
   *
   * @throws NoSuchTransition unless this is open and the meeting planned
   * @throws NotFound when there is no such meeting
   */
  public Responsibility cancel(MeetingId id, Stamp by) {
    requireOpen(ResponsibilityMove.CANCEL_MEETING);
    return with(progress().withCancelled(id), by);
  }

  // ---- it ends ----

  /**
   * What is missing before it can be closed with the outcome.
   *
   * @param expiryConfirmed whether the actor says that an expired offer stands all the same
   * @throws NoSuchTransition when it is not open, or its step is never closed so
   */
  public Missing missingFor(Outcome outcome, PursuitDocuments documents, boolean expiryConfirmed) {
    requireOpen(outcome);
    return Gate.missing(step(), outcome, progress().facts(documents, expiryConfirmed))
        .orElseThrow(() -> new NoSuchTransition(Subject.RESPONSIBILITY, step(), outcome));
  }

  /**
   * Insists that the client's yes to an offer can be written down while this is open: what holds
   * for it is what holds for going on from the negotiation.
   *
   * @param expiryConfirmed whether the actor says that an expired offer stands all the same
   * @throws NotYet with everything that is missing
   */
  public void requireAcceptable(OfferFact offer, boolean expiryConfirmed) {
    PursuitDocuments documents =
        new PursuitDocuments(SheetFact.NONE, offer, new ContractFact.None());
    Gate.missing(
            Step.OFFER_NEGOTIATION, Outcome.OPEN_NEXT, progress().facts(documents, expiryConfirmed))
        .filter(missing -> !missing.isNothing())
        .ifPresent(
            missing -> {
              throw new NotYet(Step.OFFER_NEGOTIATION, Outcome.OPEN_NEXT, missing);
            });
  }

  /**
   * Closes it.
   *
   * @throws NoSuchTransition when it is not open, or its step is never closed so
   * @throws NotYet with everything that is missing
   */
  public Responsibility close(Closure closure, PursuitDocuments documents, Stamp by) {
    boolean confirmed = closure instanceof Closure.OpenNext next && next.expiryConfirmed();
    Missing missing = missingFor(closure.outcome(), documents, confirmed);
    if (!missing.isNothing()) {
      throw new NotYet(step(), closure.outcome(), missing);
    }
    return ended(new Ending.Closed(closure, by));
  }

  /**
   * The responsibility that its closing opens, if any: the next step, or the same one later.
   *
   * @throws InvalidInput {@code in-past} when its deadline is past already
   */
  public Optional<Responsibility> followUp(ResponsibilityId id) {
    if (ending().orElse(null) instanceof Ending.Closed closed) {
      if (closed.closure() instanceof Closure.OpenNext next) {
        return step()
            .next()
            .map(after -> follower(id, after, next.assignee(), next.deadline(), closed.by()));
      }
      if (closed.closure() instanceof Closure.Postponed later) {
        return Optional.of(follower(id, step(), assignee(), later.until(), closed.by()));
      }
    }
    return Optional.empty();
  }

  /**
   * The lead was deactivated.
   *
   * @throws NoSuchTransition unless it is open
   */
  public Responsibility cancel(Stamp by) {
    requireOpen(ResponsibilityMove.CANCEL);
    return ended(new Ending.Cancelled(by));
  }

  // ---- a person asks to be forgotten ----

  /** Erases a contact person from it, in whatever state it is; who changed it last stays. */
  public Responsibility forget(ContactPersonId person) {
    return with(progress().without(person), changed());
  }

  // ---- what it is ----

  public ResponsibilityId id() {
    return state.id();
  }

  public LeadId lead() {
    return state.lead();
  }

  public PursuitId pursuit() {
    return state.pursuit();
  }

  public Step step() {
    return state.step();
  }

  public UserId assignee() {
    return state.assignee();
  }

  public Deadline deadline() {
    return state.deadline();
  }

  public Progress progress() {
    return state.progress();
  }

  public ResponsibilityState state() {
    return ending()
        .map(
            ending ->
                ending instanceof Ending.Closed
                    ? ResponsibilityState.CLOSED
                    : ResponsibilityState.CANCELLED)
        .orElse(ResponsibilityState.OPEN);
  }

  public Optional<Ending> ending() {
    return state.ending();
  }

  public Stamp opened() {
    return state.opened();
  }

  public Stamp changed() {
    return state.changed();
  }

  public Version version() {
    return state.version();
  }

  public Snapshot snapshot() {
    return state;
  }

  private Responsibility follower(
      ResponsibilityId id, Step step, UserId assignee, Deadline deadline, Stamp by) {
    return open(id, lead(), pursuit(), step, assignee, deadline, by);
  }

  private void requireOpen(Enum<?> command) {
    if (state() != ResponsibilityState.OPEN) {
      throw new NoSuchTransition(Subject.RESPONSIBILITY, state(), command);
    }
  }

  private static void requireAhead(Deadline deadline, Stamp by) {
    if (deadline.isPast(by.at())) {
      throw InvalidInput.of("deadline", "in-past");
    }
  }

  private Responsibility with(Progress progress, Stamp by) {
    return copy(assignee(), deadline(), progress, ending(), by);
  }

  private Responsibility ended(Ending ending) {
    return copy(assignee(), deadline(), progress(), Optional.of(ending), ending.by());
  }

  private Responsibility copy(
      UserId assignee, Deadline deadline, Progress progress, Optional<Ending> ending, Stamp by) {
    return new Responsibility(
        new Snapshot(
            id(), lead(), pursuit(), step(), assignee, deadline, progress, ending, opened(), by,
            version()));
  }
}
