package ro.parcurs.crm.pursuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.pursuit.Pursuits.BY_ANA;
import static ro.parcurs.crm.pursuit.Pursuits.BY_ION;
import static ro.parcurs.crm.pursuit.Pursuits.ION;
import static ro.parcurs.crm.pursuit.Pursuits.MEETING;
import static ro.parcurs.crm.pursuit.Pursuits.NEXT_WEEK;
import static ro.parcurs.crm.pursuit.Pursuits.NOW;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.pursuit.Pursuits.Warning;

/**
 * Every cell of the table of spec section 4: each state, step, outcome and combination of facts.
 */
class StateTableTest {

  /** One combination of everything that a guard may look at. */
  record Facts(
      boolean summary,
      boolean contact,
      boolean held,
      SheetFact sheet,
      OfferFact offer,
      boolean confirmed,
      ContractFact contract) {

    PursuitDocuments documents() {
      return new PursuitDocuments(sheet, offer, contract);
    }

    Responsibility on(Responsibility fresh) {
      Responsibility worked = fresh;
      if (summary) {
        worked = worked.writeSummary("s-a stabilit", BY_ANA);
      }
      if (contact) {
        worked = worked.record(Pursuits.aCall());
      }
      if (held) {
        worked =
            worked
                .plan(Pursuits.aMeeting(), BY_ANA)
                .hold(MEETING, NOW, Participants.NOBODY, Optional.empty(), BY_ANA);
      }
      return worked;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PROSPECT_CONTACT, OPEN_NEXT, true",
    "PROSPECT_CONTACT, POSTPONED, true",
    "PROSPECT_CONTACT, REFUSED, true",
    "PROSPECT_CONTACT, COMPLETED, false",
    "MEETING_EVALUATION, OPEN_NEXT, true",
    "MEETING_EVALUATION, POSTPONED, true",
    "MEETING_EVALUATION, REFUSED, true",
    "MEETING_EVALUATION, COMPLETED, false",
    "OFFER_NEGOTIATION, OPEN_NEXT, true",
    "OFFER_NEGOTIATION, POSTPONED, true",
    "OFFER_NEGOTIATION, REFUSED, true",
    "OFFER_NEGOTIATION, COMPLETED, false",
    "CONTRACTING, OPEN_NEXT, false",
    "CONTRACTING, POSTPONED, false",
    "CONTRACTING, REFUSED, true",
    "CONTRACTING, COMPLETED, true"
  })
  void a_step_is_closed_in_its_own_ways_only(Step step, Outcome outcome, boolean allowed) {
    assertThat(Gate.between(step, outcome).isPresent()).isEqualTo(allowed);
    assertThat(Gate.outcomesOf(step).contains(outcome)).isEqualTo(allowed);
    if (!allowed) {
      for (Facts facts : everyCombination()) {
        Responsibility worked = facts.on(Pursuits.anOpen(step));
        assertThatThrownBy(() -> close(worked, outcome, facts))
            .isInstanceOfSatisfying(
                NoSuchTransition.class,
                refusal ->
                    assertThat(refusal.arguments())
                        .containsEntry("from", step)
                        .containsEntry("command", outcome));
      }
    }
  }

  /** The column "guard for going on", said again in other words than the product's. */
  private static Set<Gate> expected(Step step, Outcome outcome, Facts facts) {
    Set<Gate> missing = EnumSet.noneOf(Gate.class);
    if (outcome == Outcome.POSTPONED || outcome == Outcome.REFUSED) {
      return missing;
    }
    if (step == Step.PROSPECT_CONTACT || step == Step.MEETING_EVALUATION) {
      addUnless(facts.summary(), Gate.SUMMARY_WRITTEN, missing);
    }
    if (step == Step.PROSPECT_CONTACT) {
      addUnless(facts.contact(), Gate.CONTACT_MADE, missing);
    }
    if (step == Step.MEETING_EVALUATION) {
      addUnless(facts.held(), Gate.MEETING_HELD, missing);
      addUnless(facts.sheet() != SheetFact.UNFINISHED, Gate.SHEET_FINALISED, missing);
    }
    if (step == Step.OFFER_NEGOTIATION) {
      boolean expired = facts.offer() == OfferFact.EXPIRED_WITH_CLIENT;
      addUnless(expired || facts.offer() == OfferFact.WITH_CLIENT, Gate.OFFER_WITH_CLIENT, missing);
      addUnless(!expired || facts.confirmed(), Gate.OFFER_VALID_OR_CONFIRMED, missing);
    }
    if (step == Step.CONTRACTING) {
      addUnless(!(facts.contract() instanceof ContractFact.None), Gate.CONTRACT_SAVED, missing);
      addUnless(
          !(facts.contract() instanceof ContractFact.Incomplete), Gate.CONTRACT_COMPLETE, missing);
    }
    return missing;
  }

  private static void addUnless(boolean holds, Gate gate, Set<Gate> missing) {
    if (!holds) {
      missing.add(gate);
    }
  }

  @Test
  void every_open_cell_lets_through_exactly_what_the_table_says() {
    int closed = 0;
    int refused = 0;
    for (Step step : Step.values()) {
      for (Outcome outcome : Gate.outcomesOf(step)) {
        for (Facts facts : everyCombination()) {
          Responsibility worked = facts.on(Pursuits.anOpen(step));
          Set<Gate> missing = expected(step, outcome, facts);
          if (missing.isEmpty()) {
            Responsibility done = close(worked, outcome, facts);
            assertThat(done.state()).isEqualTo(ResponsibilityState.CLOSED);
            assertThat(done.ending())
                .contains(new Ending.Closed(Pursuits.closure(outcome, facts.confirmed()), BY_ION));
            assertThat(done.changed()).isEqualTo(BY_ION);
            closed++;
          } else {
            assertThatThrownBy(() -> close(worked, outcome, facts))
                .as("%s %s %s", step, outcome, facts)
                .isInstanceOfSatisfying(
                    NotYet.class,
                    refusal -> {
                      assertThat(refusal.missing().gates()).containsExactlyElementsOf(missing);
                      assertThat(refusal.missing().warnings())
                          .isEqualTo(
                              missing.contains(Gate.CONTRACT_COMPLETE)
                                  ? List.of(Warning.NO_IBAN, Warning.NO_ADDRESS)
                                  : List.of());
                      assertThat(refusal.arguments())
                          .containsEntry("missing", refusal.missing().all());
                    });
            assertThat(worked.state()).isEqualTo(ResponsibilityState.OPEN);
            refused++;
          }
        }
      }
    }
    assertThat(closed + refused).isEqualTo(11 * everyCombination().size());
    assertThat(closed).isPositive();
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @EnumSource(names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
  void what_has_ended_is_not_closed_again(ResponsibilityState state) {
    for (Step step : Step.values()) {
      for (Outcome outcome : Outcome.values()) {
        Responsibility ended = Pursuits.in(state, step);
        Responsibility.Snapshot before = ended.snapshot();
        assertThatThrownBy(
                () -> ended.close(Pursuits.closure(outcome, true), PursuitDocuments.NONE, BY_ION))
            .isInstanceOfSatisfying(
                NoSuchTransition.class,
                refusal ->
                    assertThat(refusal.arguments())
                        .containsEntry("from", state)
                        .containsEntry("command", outcome));
        assertThat(ended.snapshot()).isEqualTo(before);
      }
    }
  }

  static Stream<Arguments> everyStateAndMove() {
    return Stream.of(ResponsibilityState.values())
        .flatMap(
            state -> Stream.of(ResponsibilityMove.values()).map(move -> Arguments.of(state, move)));
  }

  @ParameterizedTest
  @MethodSource("everyStateAndMove")
  void only_what_is_open_is_worked_on(ResponsibilityState state, ResponsibilityMove move) {
    for (Step step : Step.values()) {
      Responsibility responsibility = withMeeting(state, step);
      if (state == ResponsibilityState.OPEN) {
        ResponsibilityState after =
            move == ResponsibilityMove.CANCEL
                ? ResponsibilityState.CANCELLED
                : ResponsibilityState.OPEN;
        assertThat(moved(responsibility, move).state()).isEqualTo(after);
      } else {
        assertThatThrownBy(() -> moved(responsibility, move))
            .isInstanceOfSatisfying(
                NoSuchTransition.class,
                refusal ->
                    assertThat(refusal.arguments())
                        .containsEntry("from", state)
                        .containsEntry("command", move));
      }
    }
  }

  static Stream<Arguments> everyMeetingStateAndMove() {
    return Stream.of(MeetingState.values())
        .flatMap(
            state ->
                Stream.of(ResponsibilityMove.HOLD_MEETING, ResponsibilityMove.CANCEL_MEETING)
                    .map(move -> Arguments.of(state, move)));
  }

  @ParameterizedTest
  @MethodSource("everyMeetingStateAndMove")
  void only_a_planned_meeting_is_held_or_cancelled(MeetingState state, ResponsibilityMove move) {
    Responsibility open = withMeeting(ResponsibilityState.OPEN, Step.MEETING_EVALUATION);
    Responsibility met =
        switch (state) {
          case PLANNED -> open;
          case HELD -> moved(open, ResponsibilityMove.HOLD_MEETING);
          case CANCELLED -> moved(open, ResponsibilityMove.CANCEL_MEETING);
        };
    if (state == MeetingState.PLANNED) {
      assertThat(moved(met, move).progress().meeting(MEETING).state())
          .isEqualTo(
              move == ResponsibilityMove.HOLD_MEETING ? MeetingState.HELD : MeetingState.CANCELLED);
    } else {
      assertThatThrownBy(() -> moved(met, move))
          .isInstanceOfSatisfying(
              NoSuchTransition.class,
              refusal -> assertThat(refusal.arguments()).containsEntry("from", state));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING, CONTRACT, CONTRACTED",
    "RUNNING, REFUSE, REFUSED",
    "RUNNING, GIVE_UP, GIVEN_UP",
    "CONTRACTED, CONTRACT,",
    "CONTRACTED, REFUSE,",
    "CONTRACTED, GIVE_UP,",
    "REFUSED, CONTRACT,",
    "REFUSED, REFUSE,",
    "REFUSED, GIVE_UP,",
    "GIVEN_UP, CONTRACT,",
    "GIVEN_UP, REFUSE,",
    "GIVEN_UP, GIVE_UP,"
  })
  void a_pursuit_ends_once(PursuitState from, PursuitMove move, PursuitState to) {
    Pursuit running =
        Pursuit.begin(
            new PursuitId(new UUID(0, 3)),
            Pursuits.anOpen(Step.CONTRACTING).lead(),
            Optional.empty(),
            BY_ANA);
    Pursuit pursuit =
        switch (from) {
          case RUNNING -> running;
          case CONTRACTED -> running.contracted(BY_ANA);
          case REFUSED -> running.refused(Pursuits.TOO_DEAR, BY_ANA);
          case GIVEN_UP -> running.givenUp(BY_ANA);
        };
    if (to == null) {
      assertThatThrownBy(() -> ended(pursuit, move)).isInstanceOf(NoSuchTransition.class);
    } else {
      assertThat(ended(pursuit, move).state()).isEqualTo(to);
    }
  }

  private static Pursuit ended(Pursuit pursuit, PursuitMove move) {
    return switch (move) {
      case CONTRACT -> pursuit.contracted(BY_ION);
      case REFUSE -> pursuit.refused(Pursuits.TOO_DEAR, BY_ION);
      case GIVE_UP -> pursuit.givenUp(BY_ION);
    };
  }

  private static Responsibility withMeeting(ResponsibilityState state, Step step) {
    Responsibility open = Pursuits.anOpen(step).plan(Pursuits.aMeeting(), BY_ANA);
    return switch (state) {
      case OPEN -> open;
      case CLOSED ->
          open.close(new Closure.Refused(Pursuits.TOO_DEAR), PursuitDocuments.NONE, BY_ION);
      case CANCELLED -> open.cancel(BY_ION);
    };
  }

  private static Responsibility moved(Responsibility responsibility, ResponsibilityMove move) {
    return switch (move) {
      case REASSIGN -> responsibility.reassign(ION, BY_ION);
      case MOVE_DEADLINE -> responsibility.moveDeadline(NEXT_WEEK, BY_ION);
      case WRITE_SUMMARY -> responsibility.writeSummary("altfel", BY_ION);
      case RECORD_CONTACT -> responsibility.record(Pursuits.aCall());
      case PLAN_MEETING ->
          responsibility.plan(
              Meeting.planned(
                  new MeetingId(new UUID(0, 6)),
                  NOW,
                  Meeting.USUAL_LENGTH,
                  "aici",
                  Participants.NOBODY),
              BY_ION);
      case MOVE_MEETING ->
          responsibility.move(
              MEETING,
              NOW.plusSeconds(60),
              Meeting.USUAL_LENGTH,
              "în altă parte",
              Participants.NOBODY,
              BY_ION);
      case HOLD_MEETING ->
          responsibility.hold(MEETING, NOW, Participants.NOBODY, Optional.of("de acord"), BY_ION);
      case CANCEL_MEETING -> responsibility.cancel(MEETING, BY_ION);
      case CANCEL -> responsibility.cancel(BY_ION);
    };
  }

  private static Responsibility close(Responsibility worked, Outcome outcome, Facts facts) {
    return worked.close(Pursuits.closure(outcome, facts.confirmed()), facts.documents(), BY_ION);
  }

  private static List<Facts> everyCombination() {
    List<Facts> all = new ArrayList<>();
    for (int bits = 0; bits < 16; bits++) {
      for (SheetFact sheet : SheetFact.values()) {
        for (OfferFact offer : OfferFact.values()) {
          for (ContractFact contract : Pursuits.contracts()) {
            all.add(
                new Facts(
                    (bits & 1) != 0,
                    (bits & 2) != 0,
                    (bits & 4) != 0,
                    sheet,
                    offer,
                    (bits & 8) != 0,
                    contract));
          }
        }
      }
    }
    return all;
  }
}
