package ro.parcurs.crm.pursuit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;

/** What the tests of this package begin with. */
final class Pursuits {

  static final UserId ANA = new UserId("ana");
  static final UserId ION = new UserId("ion");
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123456Z");
  static final Stamp BY_ANA = new Stamp(ANA, "Ana", NOW);
  static final Stamp BY_ION = new Stamp(ION, "Ion", NOW.plusSeconds(60));
  static final Deadline TOMORROW = new Deadline(NOW.plus(Duration.ofDays(1)));
  static final Deadline NEXT_WEEK = new Deadline(NOW.plus(Duration.ofDays(7)));
  static final RefusalReason TOO_DEAR = new RefusalReason(Optional.of("PRICE"), Optional.empty());
  static final MeetingId MEETING = new MeetingId(new UUID(0, 5));

  /** What a contract may lack. */
  enum Warning {
    NO_IBAN,
    NO_ADDRESS
  }

  private Pursuits() {}

  static Responsibility anOpen(Step step) {
    return Responsibility.open(
        new ResponsibilityId(new UUID(0, 1)),
        new LeadId(new UUID(0, 2)),
        new PursuitId(new UUID(0, 3)),
        step,
        ANA,
        TOMORROW,
        BY_ANA);
  }

  static Responsibility in(ResponsibilityState state, Step step) {
    return switch (state) {
      case OPEN -> anOpen(step);
      case CLOSED ->
          anOpen(step).close(new Closure.Refused(TOO_DEAR), PursuitDocuments.NONE, BY_ION);
      case CANCELLED -> anOpen(step).cancel(BY_ION);
    };
  }

  static Closure closure(Outcome outcome, boolean expiryConfirmed) {
    return switch (outcome) {
      case OPEN_NEXT -> new Closure.OpenNext(ION, NEXT_WEEK, expiryConfirmed);
      case POSTPONED -> new Closure.Postponed(NEXT_WEEK);
      case REFUSED -> new Closure.Refused(TOO_DEAR);
      case COMPLETED -> new Closure.Completed();
    };
  }

  static ContactAttempt aCall() {
    return new ContactAttempt(
        ContactMeans.PHONE, NOW, Optional.empty(), Optional.of("revine luni"), BY_ANA);
  }

  static Meeting aMeeting() {
    return Meeting.planned(
        MEETING, NOW, Meeting.USUAL_LENGTH, "la sediul lor", Participants.NOBODY);
  }

  static List<ContractFact> contracts() {
    return List.of(
        new ContractFact.None(),
        ContractFact.of(List.of(Warning.NO_IBAN, Warning.NO_ADDRESS)),
        new ContractFact.Complete());
  }
}
