package ro.parcurs.crm.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.ContactAttempt;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.Deadline;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.Participants;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.Step;

/** Pursuits and responsibilities for tests. */
public final class PursuitFixture {

  public static final Instant NOON = Instant.parse("2026-11-24T10:00:00.123456Z");
  public static final Deadline TOMORROW = new Deadline(NOON.plus(Duration.ofDays(1)));
  public static final Stamp BY_ANA = Stamp.of(InMemoryUsers.ANA, NOON);
  public static final Stamp BY_ION = Stamp.of(InMemoryUsers.ION, NOON.plusSeconds(90));

  private PursuitFixture() {}

  /** The first pursuit of a lead. */
  public static Pursuit aPursuit(LeadId lead) {
    return Pursuit.begin(new PursuitId(UUID.randomUUID()), lead, Optional.empty(), BY_ANA);
  }

  /** An open responsibility with nothing done. */
  public static Responsibility anOpen(Step step, Pursuit pursuit) {
    return Responsibility.open(
        new ResponsibilityId(UUID.randomUUID()),
        pursuit.lead(),
        pursuit.id(),
        step,
        new UserId("ana"),
        TOMORROW,
        BY_ANA);
  }

  /** An open responsibility on which everything was done that can be done. */
  public static Responsibility aBusy(Step step, Pursuit pursuit) {
    MeetingId first = new MeetingId(UUID.randomUUID());
    MeetingId second = new MeetingId(UUID.randomUUID());
    ContactPersonId person = new ContactPersonId(UUID.randomUUID());
    return anOpen(step, pursuit)
        .writeSummary("Vor 10 uși „stejar”;\nsună luni.", BY_ANA)
        .record(
            new ContactAttempt(
                ContactMeans.PHONE,
                NOON.minusSeconds(60),
                Optional.of(person),
                Optional.of("ocupat"),
                BY_ANA))
        .record(
            new ContactAttempt(
                ContactMeans.VIDEO, NOON, Optional.empty(), Optional.empty(), BY_ION))
        .plan(
            Meeting.planned(
                first,
                NOON.minusSeconds(3600),
                Duration.ofMinutes(90),
                "la sediul lor, etaj 2",
                new Participants(List.of(person), List.of("Ing. Țuțea", "șef șantier"))),
            BY_ANA)
        .plan(
            Meeting.planned(second, NOON, Meeting.USUAL_LENGTH, "online", Participants.NOBODY),
            BY_ANA)
        .hold(
            first,
            NOON.minusSeconds(3000),
            new Participants(List.of(person), List.of()),
            Optional.of("s-au măsurat golurile"),
            BY_ION)
        .move(
            second,
            NOON.plusSeconds(600),
            Meeting.USUAL_LENGTH,
            "la noi",
            Participants.NOBODY,
            BY_ION)
        .cancel(second, BY_ION)
        .plan(
            Meeting.planned(
                new MeetingId(UUID.randomUUID()),
                NOON.plusSeconds(86_400),
                Duration.ofMinutes(45),
                "la noi",
                Participants.NOBODY),
            BY_ION);
  }
}
