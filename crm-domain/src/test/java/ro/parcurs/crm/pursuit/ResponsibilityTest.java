package ro.parcurs.crm.pursuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.pursuit.Pursuits.ANA;
import static ro.parcurs.crm.pursuit.Pursuits.BY_ANA;
import static ro.parcurs.crm.pursuit.Pursuits.BY_ION;
import static ro.parcurs.crm.pursuit.Pursuits.ION;
import static ro.parcurs.crm.pursuit.Pursuits.MEETING;
import static ro.parcurs.crm.pursuit.Pursuits.NEXT_WEEK;
import static ro.parcurs.crm.pursuit.Pursuits.NOW;
import static ro.parcurs.crm.pursuit.Pursuits.TOMORROW;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.TooMany;

class ResponsibilityTest {

  private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ResponsibilityId FOLLOWER = new ResponsibilityId(new UUID(0, 9));

  private final Responsibility open = Pursuits.anOpen(Step.PROSPECT_CONTACT);

  @Test
  void it_is_opened_with_nothing_done() {
    assertThat(open.state()).isEqualTo(ResponsibilityState.OPEN);
    assertThat(open.assignee()).isEqualTo(ANA);
    assertThat(open.deadline()).isEqualTo(TOMORROW);
    assertThat(open.progress()).isEqualTo(Progress.NONE);
    assertThat(open.opened()).isEqualTo(BY_ANA);
  }

  @Test
  void it_is_not_due_before_it_is_opened_nor_put_off_to_the_past() {
    assertFault("deadline", "in-past", () -> moved(NOW.minusNanos(1000)));
    assertThat(moved(NOW).deadline().at()).isEqualTo(NOW);
    assertFault(
        "deadline",
        "in-past",
        () ->
            Responsibility.open(
                open.id(),
                open.lead(),
                open.pursuit(),
                open.step(),
                ANA,
                new Deadline(NOW.minusNanos(1000)),
                BY_ANA));
  }

  @Test
  void a_new_summary_replaces_the_old_one() {
    Responsibility twice = open.writeSummary("unu", BY_ANA).writeSummary(" doi ", BY_ION);
    assertThat(twice.progress().summary()).contains("doi");
    assertThat(twice.changed()).isEqualTo(BY_ION);
  }

  @Test
  void a_summary_says_something_and_ends() {
    assertFault("summary", "required", () -> open.writeSummary(" \u200b", BY_ANA));
    assertThat(open.writeSummary("x".repeat(Progress.MAX_SUMMARY), BY_ANA).progress().summary())
        .isPresent();
    assertFault(
        "summary",
        "too-long",
        () -> open.writeSummary("x".repeat(Progress.MAX_SUMMARY + 1), BY_ANA));
  }

  @Test
  void a_contact_is_recorded_after_it_was_made() {
    ContactAttempt tooEarly =
        new ContactAttempt(
            ContactMeans.EMAIL, NOW.plusNanos(1000), Optional.empty(), Optional.empty(), BY_ANA);
    assertFault("at", "in-future", () -> open.record(tooEarly));
    assertThat(open.record(Pursuits.aCall()).progress().contactAttempts())
        .containsExactly(Pursuits.aCall());
  }

  @Test
  void contact_attempts_and_meetings_have_an_end() {
    Responsibility tired = open;
    for (int i = 0; i < Progress.MAX_CONTACT_ATTEMPTS; i++) {
      tired = tired.record(Pursuits.aCall());
    }
    for (int i = 0; i < Progress.MAX_MEETINGS; i++) {
      tired = tired.plan(meeting(i), BY_ANA);
    }
    Responsibility full = tired;
    assertThatThrownBy(() -> full.record(Pursuits.aCall())).isInstanceOf(TooMany.class);
    assertThatThrownBy(() -> full.plan(meeting(-1), BY_ANA)).isInstanceOf(TooMany.class);
  }

  @Test
  void a_meeting_is_planned_then_held_with_those_who_came() {
    Participants planned =
        new Participants(List.of(new ContactPersonId(new UUID(0, 7))), List.of("Ion", " Ion "));
    Participants came = new Participants(List.of(), List.of("Maria"));
    Instant at = NOW.minusSeconds(3600);
    Responsibility met =
        open.plan(Meeting.planned(MEETING, NOW, HOUR, "la ei", planned), BY_ANA)
            .hold(MEETING, at, came, Optional.of("vor 10 uși"), BY_ANA);
    assertThat(planned.others()).containsExactly("Ion");
    assertThat(met.progress().meetings())
        .containsExactly(
            new Meeting(
                MEETING, MeetingState.HELD, at, HOUR, "la ei", came, Optional.of("vor 10 uși"), 0));
  }

  @Test
  void a_meeting_is_not_held_before_its_time() {
    Responsibility planned = open.plan(Pursuits.aMeeting(), BY_ANA);
    assertFault(
        "at",
        "in-future",
        () ->
            planned.hold(
                MEETING, NOW.plusNanos(1000), Participants.NOBODY, Optional.empty(), BY_ANA));
  }

  @Test
  void a_planned_meeting_is_moved_and_what_invitations_say_has_changed() {
    Participants others = new Participants(List.of(), List.of("Maria"));
    Instant later = NOW.plusSeconds(7200);
    Responsibility moved =
        open.plan(Pursuits.aMeeting(), BY_ANA)
            .move(MEETING, later, Duration.ofMinutes(90), "la noi", others, BY_ION);
    assertThat(moved.progress().meetings())
        .containsExactly(
            new Meeting(
                MEETING,
                MeetingState.PLANNED,
                later,
                Duration.ofMinutes(90),
                "la noi",
                others,
                Optional.empty(),
                1));
    assertThat(moved.progress().meeting(MEETING).end()).isEqualTo(later.plusSeconds(5400));
    assertThat(moved.changed()).isEqualTo(BY_ION);
  }

  @Test
  void a_meeting_moved_to_where_it_is_has_not_changed() {
    Meeting meeting = Pursuits.aMeeting();
    assertThat(
            meeting.moved(meeting.at(), meeting.length(), meeting.place(), meeting.participants()))
        .isEqualTo(meeting);
  }

  @Test
  void what_invitations_say_changes_when_it_is_cancelled_and_not_when_it_is_held() {
    Meeting meeting = Pursuits.aMeeting();
    assertThat(meeting.revision()).isZero();
    assertThat(meeting.cancelled().revision()).isEqualTo(1);
    assertThat(meeting.held(NOW, Participants.NOBODY, Optional.empty()).revision()).isZero();
  }

  @Test
  void a_meeting_is_moved_while_it_is_planned() {
    Responsibility cancelled = open.plan(Pursuits.aMeeting(), BY_ANA).cancel(MEETING, BY_ANA);
    assertThatThrownBy(
            () -> cancelled.move(MEETING, NOW, HOUR, "aici", Participants.NOBODY, BY_ANA))
        .isInstanceOf(NoSuchTransition.class);
    assertThatThrownBy(() -> open.move(MEETING, NOW, HOUR, "aici", Participants.NOBODY, BY_ANA))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a_meeting_lasts_from_a_minute_to_a_week() {
    assertFault("length", "out-of-range", () -> lasting(Duration.ofSeconds(59)));
    assertThat(lasting(Duration.ofSeconds(119)).length()).isEqualTo(Duration.ofMinutes(1));
    assertThat(lasting(Duration.ofDays(7)).length()).isEqualTo(Duration.ofDays(7));
    assertFault("length", "out-of-range", () -> lasting(Duration.ofDays(7).plusMinutes(1)));
  }

  private static Meeting lasting(Duration length) {
    return Meeting.planned(MEETING, NOW, length, "aici", Participants.NOBODY);
  }

  @Test
  void a_meeting_that_was_never_planned_is_not_held() {
    assertThatThrownBy(() -> open.cancel(MEETING, BY_ANA)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> open.hold(MEETING, NOW, Participants.NOBODY, Optional.empty(), BY_ANA))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void going_on_opens_the_next_step_for_whom_it_was_given_to() {
    Responsibility closed =
        open.writeSummary("vor o întâlnire", BY_ANA)
            .record(Pursuits.aCall())
            .close(new Closure.OpenNext(ION, NEXT_WEEK, false), PursuitDocuments.NONE, BY_ANA);
    assertThat(closed.followUp(FOLLOWER).map(Responsibility::snapshot))
        .contains(
            Responsibility.open(
                    FOLLOWER,
                    open.lead(),
                    open.pursuit(),
                    Step.MEETING_EVALUATION,
                    ION,
                    NEXT_WEEK,
                    BY_ANA)
                .snapshot());
  }

  @Test
  void putting_off_opens_the_same_step_again_with_nothing_done() {
    Responsibility closed =
        open.writeSummary("reveniți", BY_ANA)
            .close(new Closure.Postponed(NEXT_WEEK), PursuitDocuments.NONE, BY_ION);
    Responsibility again = closed.followUp(FOLLOWER).orElseThrow();
    assertThat(again.step()).isEqualTo(Step.PROSPECT_CONTACT);
    assertThat(again.assignee()).isEqualTo(ANA);
    assertThat(again.deadline()).isEqualTo(NEXT_WEEK);
    assertThat(again.progress()).isEqualTo(Progress.NONE);
    assertThat(again.opened()).isEqualTo(BY_ION);
  }

  @Test
  void a_refusal_an_end_and_a_cancelling_open_nothing() {
    assertThat(open.followUp(FOLLOWER)).isEmpty();
    assertThat(open.cancel(BY_ANA).followUp(FOLLOWER)).isEmpty();
    assertThat(
            open.close(new Closure.Refused(Pursuits.TOO_DEAR), PursuitDocuments.NONE, BY_ANA)
                .followUp(FOLLOWER))
        .isEmpty();
  }

  @Test
  void it_is_rebuilt_as_it_was() {
    Responsibility worked = open.record(Pursuits.aCall()).plan(Pursuits.aMeeting(), BY_ANA);
    assertThat(Responsibility.rebuild(worked.snapshot()).snapshot()).isEqualTo(worked.snapshot());
  }

  @Test
  void a_refusal_gives_a_reason_from_the_list_or_in_words() {
    assertFault("", "required", () -> new RefusalReason(Optional.of(" "), Optional.empty()));
    assertThat(new RefusalReason(Optional.empty(), Optional.of(" prea scump ")).text())
        .contains("prea scump");
  }

  @Test
  void days_left_are_days_of_the_calendar_where_the_company_is() {
    Deadline lateEvening = new Deadline(Instant.parse("2026-11-24T21:59:00Z"));
    Deadline pastMidnight = new Deadline(Instant.parse("2026-11-24T22:01:00Z"));
    LocalDate today = LocalDate.of(2026, 11, 24);
    assertThat(lateEvening.daysLeft(today, BUCHAREST)).isZero();
    assertThat(pastMidnight.daysLeft(today, BUCHAREST)).isEqualTo(1);
    assertThat(lateEvening.daysLeft(today.plusDays(3), BUCHAREST)).isEqualTo(-3);
  }

  @Test
  void another_day_keeps_the_time_of_day_also_over_a_change_of_clocks() {
    Deadline summer = new Deadline(Instant.parse("2026-10-20T07:30:00Z"));
    assertThat(summer.onDay(LocalDate.of(2026, 11, 2), BUCHAREST).at())
        .isEqualTo(Instant.parse("2026-11-02T08:30:00Z"));
  }

  @Test
  void pursuits_of_a_lead_are_counted() {
    Pursuit first =
        Pursuit.begin(open.pursuit(), open.lead(), Optional.empty(), BY_ANA).givenUp(BY_ANA);
    Pursuit second =
        Pursuit.begin(new PursuitId(new UUID(0, 8)), open.lead(), Optional.of(first), BY_ION);
    assertThat(first.number()).isEqualTo(1);
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.state()).isEqualTo(PursuitState.RUNNING);
  }

  private Responsibility moved(Instant deadline) {
    return open.moveDeadline(new Deadline(deadline), BY_ANA);
  }

  private static Meeting meeting(int number) {
    return Meeting.planned(
        new MeetingId(new UUID(1, number)), NOW, HOUR, "aici", Participants.NOBODY);
  }

  private static void assertFault(String field, String code, Runnable broken) {
    assertThatThrownBy(broken::run)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            fault -> {
              assertThat(fault.violations()).hasSize(1);
              assertThat(fault.violations().get(0).field()).isEqualTo(field);
              assertThat(fault.violations().get(0).code()).isEqualTo(code);
            });
  }
}
