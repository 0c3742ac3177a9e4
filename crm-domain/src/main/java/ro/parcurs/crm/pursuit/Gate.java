package ro.parcurs.crm.pursuit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What must hold before a responsibility may be closed in a given way; the table of spec section 4.
 * Pages, use cases and the aggregate all ask here; there is no such rule anywhere else.
 */
public enum Gate {
  SUMMARY_WRITTEN(PursuitFacts::summaryWritten),
  CONTACT_MADE(facts -> facts.contactAttempts() > 0),
  MEETING_HELD(facts -> facts.heldMeetings() > 0),
  /** A sheet is optional; an unfinished one is in the way. */
  SHEET_FINALISED(facts -> facts.documents().sheet() != SheetFact.UNFINISHED),
  OFFER_WITH_CLIENT(
      facts ->
          facts.documents().offer() == OfferFact.WITH_CLIENT
              || facts.documents().offer() == OfferFact.EXPIRED_WITH_CLIENT),
  /** An offer that has expired is accepted only when the actor says so. */
  OFFER_VALID_OR_CONFIRMED(
      facts ->
          facts.documents().offer() != OfferFact.EXPIRED_WITH_CLIENT || facts.expiryConfirmed()),
  CONTRACT_SAVED(facts -> !(facts.documents().contract() instanceof ContractFact.None)),
  CONTRACT_COMPLETE(facts -> facts.documents().contract().warnings().isEmpty());

  /** The one table: a way that is not in it does not exist. */
  private static final Map<Step, Map<Outcome, Set<Gate>>> TABLE =
      Map.of(
          Step.PROSPECT_CONTACT,
          Map.of(
              Outcome.OPEN_NEXT, EnumSet.of(SUMMARY_WRITTEN, CONTACT_MADE),
              Outcome.POSTPONED, Set.of(),
              Outcome.REFUSED, Set.of()),
          Step.MEETING_EVALUATION,
          Map.of(
              Outcome.OPEN_NEXT, EnumSet.of(SUMMARY_WRITTEN, MEETING_HELD, SHEET_FINALISED),
              Outcome.POSTPONED, Set.of(),
              Outcome.REFUSED, Set.of()),
          Step.OFFER_NEGOTIATION,
          Map.of(
              Outcome.OPEN_NEXT, EnumSet.of(OFFER_WITH_CLIENT, OFFER_VALID_OR_CONFIRMED),
              Outcome.POSTPONED, Set.of(),
              Outcome.REFUSED, Set.of()),
          Step.CONTRACTING,
          Map.of(
              Outcome.COMPLETED, EnumSet.of(CONTRACT_SAVED, CONTRACT_COMPLETE),
              Outcome.REFUSED, Set.of()));

  private final Predicate<PursuitFacts> holds;

  Gate(Predicate<PursuitFacts> holds) {
    this.holds = holds;
  }

  /** Whether the way through this gate is free. */
  public boolean isOpen(PursuitFacts facts) {
    return holds.test(facts);
  }

  /** The ways in which the step can be closed, in the order of {@link Outcome}. */
  public static Set<Outcome> outcomesOf(Step step) {
    return Collections.unmodifiableSet(EnumSet.copyOf(waysFrom(step).keySet()));
  }

  /**
   * The gates on the way out of the step by the outcome, in their order; none where the way is
   * free. Empty where there is no such way.
   */
  public static Optional<Set<Gate>> between(Step step, Outcome outcome) {
    return Optional.ofNullable(waysFrom(step).get(outcome)).map(Collections::unmodifiableSet);
  }

  /** What is missing on the way, all of it at once; empty where there is no such way. */
  public static Optional<Missing> missing(Step step, Outcome outcome, PursuitFacts facts) {
    return between(step, outcome)
        .map(gates -> gates.stream().filter(gate -> !gate.isOpen(facts)).toList())
        .map(closed -> new Missing(closed, warnings(closed, facts)));
  }

  private static List<? extends Enum<?>> warnings(List<Gate> closed, PursuitFacts facts) {
    return closed.contains(CONTRACT_COMPLETE) ? facts.documents().contract().warnings() : List.of();
  }

  private static Map<Outcome, Set<Gate>> waysFrom(Step step) {
    return TABLE.getOrDefault(step, Map.of());
  }
}
