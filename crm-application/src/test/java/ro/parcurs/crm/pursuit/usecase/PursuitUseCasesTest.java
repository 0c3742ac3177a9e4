package ro.parcurs.crm.pursuit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Refusal;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.usecase.AddContactPerson;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.EraseContactPerson;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.PersonData;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.MeetingState;
import ro.parcurs.crm.pursuit.Progress;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.ResponsibilityState;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.work.Caller;

class PursuitUseCasesTest {

  private static final ParticipantsData NOBODY = ParticipantsData.NOBODY;

  private final SettableClock clock = new SettableClock();
  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()));
  private final Crm crm = injector.getInstance(Crm.class);
  private final PursuitUseCases pursuits = crm.pursuits();

  @Test
  void activating_puts_somebody_in_charge_and_opens_the_first_responsibility() {
    LeadRef lead = aLead();
    Instant contact = clock.instant().plus(Duration.ofHours(3));
    ActivateLead.Result result =
        pursuits.activate(
            by(ANA),
            new ActivateLead.Command(
                lead.id(), lead.version(), ANA.id(), contact, null, Priority.HIGH));

    LeadView view = show(lead.id());
    assertThat(view.state()).isEqualTo(LeadState.ACTIVE);
    assertThat(view.owner()).contains(ANA.id());
    assertThat(view.details().priority()).isEqualTo(Priority.HIGH);
    assertThat(view.version()).isEqualTo(result.lead());
    Responsibility first = responsibility(result.responsibility());
    assertThat(first.step()).isEqualTo(Step.PROSPECT_CONTACT);
    assertThat(first.assignee()).isEqualTo(ANA.id());
    assertThat(first.deadline().at()).isEqualTo(contact);
    assertThat(timeline(lead.id()))
        .hasSize(5)
        .startsWith(
            "Responsabilitate deschisă: Contactare prospect, Ana Pop, termen 24.11.2026 15:00",
            "Lead activat: demersul 1");
  }

  @Test
  void any_of_the_four_steps_can_be_opened_first() {
    for (Step step : Step.values()) {
      LeadRef lead = aLead();
      ActivateLead.Result result =
          pursuits.activate(
              by(ANA),
              new ActivateLead.Command(
                  lead.id(), lead.version(), ANA.id(), tomorrow(), step, null));
      assertThat(responsibility(result.responsibility()).step()).isEqualTo(step);
      assertThat(show(lead.id()).details().priority()).isEqualTo(Priority.NORMAL);
    }
  }

  @Test
  void deactivating_cancels_the_open_responsibility_and_activating_again_opens_pursuit_two() {
    LeadRef lead = aLead();
    ActivateLead.Result first = activated(lead);
    DeactivateLead.Result given =
        pursuits.deactivate(by(ANA), new DeactivateLead.Command(lead.id(), first.lead()));
    assertThat(show(lead.id()).state()).isEqualTo(LeadState.INACTIVE);
    assertThat(responsibility(first.responsibility()).state())
        .isEqualTo(ResponsibilityState.CANCELLED);

    ActivateLead.Result second = activated(new LeadRef(lead.id(), given.lead()));
    assertThat(
            injector.getInstance(Pursuits.class).ofLead(lead.id()).stream()
                .map(pursuit -> pursuit.number() + " " + pursuit.state()))
        .containsExactly("2 RUNNING", "1 GIVEN_UP");
    assertThat(responsibility(second.responsibility()).pursuit()).isEqualTo(second.pursuit());
  }

  @Test
  void an_active_lead_is_not_activated_and_an_inactive_one_not_deactivated() {
    LeadRef lead = aLead();
    assertThatThrownBy(
            () ->
                pursuits.deactivate(by(ANA), new DeactivateLead.Command(lead.id(), lead.version())))
        .isInstanceOf(NoSuchTransition.class);
    ActivateLead.Result active = activated(lead);
    assertThatThrownBy(() -> activated(new LeadRef(lead.id(), active.lead())))
        .isInstanceOf(NoSuchTransition.class);
  }

  @Test
  void an_agent_puts_nobody_else_in_charge_and_a_manager_does() {
    LeadRef lead = aLead();
    ActivateLead.Command forIon =
        new ActivateLead.Command(lead.id(), lead.version(), ION.id(), tomorrow(), null, null);
    assertThatThrownBy(() -> pursuits.activate(by(ANA), forIon)).isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> pursuits.activate(by(DAN), forIon)).isInstanceOf(NotPermitted.class);
    assertThat(show(lead.id()).state()).isEqualTo(LeadState.INACTIVE);

    ActivateLead.Result result = pursuits.activate(by(MARIA), forIon);
    assertThat(responsibility(result.responsibility()).assignee()).isEqualTo(ION.id());
    assertThatThrownBy(
            () ->
                pursuits.writeSummary(
                    by(ANA),
                    new WriteSummary.Command(
                        result.responsibility(), version(result.responsibility()), "nu")))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void who_saw_an_older_version_changes_nothing() {
    LeadRef lead = aLead();
    activated(lead);
    assertThatThrownBy(() -> activated(lead))
        .isInstanceOfSatisfying(
            ConcurrentChange.class,
            refusal -> assertThat(refusal.winner().name()).isEqualTo("Ana Pop"));
  }

  @Test
  void work_on_a_responsibility_is_kept_and_told() {
    LeadRef lead = aLead();
    ContactPersonId ioana = aPerson(lead.id());
    ResponsibilityId id =
        activated(new LeadRef(lead.id(), show(lead.id()).version())).responsibility();

    pursuits.recordContact(
        by(ANA),
        new RecordContactAttempt.Command(
            id, ContactMeans.PHONE, clock.instant(), ioana, "revine luni"));
    pursuits.writeSummary(by(ANA), new WriteSummary.Command(id, version(id), " Vor o întâlnire. "));
    MeetingId meeting =
        pursuits
            .planMeeting(
                by(ANA),
                new PlanMeeting.Command(
                    id,
                    tomorrow(),
                    90,
                    "la sediul lor",
                    new ParticipantsData(List.of(ioana), List.of("Dl. inginer"))))
            .meeting();
    clock.advance(Duration.ofDays(2));
    pursuits.holdMeeting(
        by(ANA),
        new HoldMeeting.Command(
            id,
            version(id),
            meeting,
            clock.instant().minusSeconds(3600),
            new ParticipantsData(List.of(ioana), List.of()),
            "10 uși"));
    pursuits.moveDeadline(
        by(ANA), new MoveDeadline.Command(id, version(id), clock.instant().plusSeconds(60)));
    ResponsibilityRef reassigned =
        pursuits.reassign(by(ANA), new ReassignResponsibility.Command(id, version(id), ION.id()));

    Responsibility now = responsibility(id);
    assertThat(now.version()).isEqualTo(reassigned.version());
    assertThat(now.assignee()).isEqualTo(ION.id());
    assertThat(now.progress().summary()).contains("Vor o întâlnire.");
    assertThat(now.progress().contactAttempts()).hasSize(1);
    Meeting held = now.progress().meeting(meeting);
    assertThat(held.state()).isEqualTo(MeetingState.HELD);
    assertThat(held.minutes()).contains("10 uși");
    assertThat(timeline(lead.id()).subList(0, 6))
        .containsExactly(
            "Contactare prospect: responsabil schimbat din Ana Pop în Ion Țuțea",
            "Contactare prospect: termen mutat de la 25.11.2026 12:00 la 26.11.2026 12:01",
            "Întâlnire ținută: 26.11.2026 11:00, la sediul lor",
            "Întâlnire planificată: 25.11.2026 12:00, la sediul lor",
            "Contactare prospect: rezumat: Vor o întâlnire.",
            "Contactare prospect: contact (Telefon) la 24.11.2026 12:00");
  }

  @Test
  void a_planned_meeting_is_moved_and_told() {
    LeadRef lead = aLead();
    ContactPersonId ioana = aPerson(lead.id());
    ResponsibilityId id =
        activated(new LeadRef(lead.id(), show(lead.id()).version())).responsibility();
    MeetingId meeting =
        pursuits
            .planMeeting(by(ANA), new PlanMeeting.Command(id, tomorrow(), null, "aici", NOBODY))
            .meeting();
    pursuits.moveMeeting(
        by(ANA),
        new MoveMeeting.Command(
            id,
            version(id),
            meeting,
            tomorrow().plusSeconds(3600),
            90,
            "la ei",
            new ParticipantsData(List.of(ioana), List.of())));
    Meeting moved = responsibility(id).progress().meeting(meeting);
    assertThat(moved.at()).isEqualTo(tomorrow().plusSeconds(3600));
    assertThat(moved.length()).isEqualTo(Duration.ofMinutes(90));
    assertThat(moved.place()).isEqualTo("la ei");
    assertThat(moved.participants().persons()).containsExactly(ioana);
    assertThat(timeline(lead.id()).get(0)).isEqualTo("Întâlnire mutată: 25.11.2026 13:00, la ei");
  }

  @Test
  void a_meeting_that_somebody_else_has_changed_is_not_moved() {
    ResponsibilityId id = activated(aLead()).responsibility();
    MeetingId meeting =
        pursuits
            .planMeeting(by(ANA), new PlanMeeting.Command(id, tomorrow(), null, "aici", NOBODY))
            .meeting();
    Version seen = version(id);
    pursuits.cancelMeeting(by(ANA), new CancelMeeting.Command(id, seen, meeting));
    assertThatThrownBy(
            () ->
                pursuits.moveMeeting(
                    by(ANA),
                    new MoveMeeting.Command(id, seen, meeting, tomorrow(), null, "la ei", NOBODY)))
        .isInstanceOf(ConcurrentChange.class);
  }

  @Test
  void a_cancelled_meeting_is_not_held() {
    ResponsibilityId id = activated(aLead()).responsibility();
    MeetingId meeting =
        pursuits
            .planMeeting(by(ANA), new PlanMeeting.Command(id, tomorrow(), null, "aici", NOBODY))
            .meeting();
    pursuits.cancelMeeting(by(ANA), new CancelMeeting.Command(id, version(id), meeting));
    assertThatThrownBy(
            () ->
                pursuits.holdMeeting(
                    by(ANA),
                    new HoldMeeting.Command(
                        id, version(id), meeting, clock.instant(), NOBODY, null)))
        .isInstanceOf(NoSuchTransition.class);
  }

  @Test
  void an_erased_person_is_erased_from_the_pursuit_too() {
    LeadRef lead = aLead();
    ContactPersonId ioana = aPerson(lead.id());
    ResponsibilityId id =
        activated(new LeadRef(lead.id(), show(lead.id()).version())).responsibility();
    pursuits.recordContact(
        by(ANA),
        new RecordContactAttempt.Command(
            id, ContactMeans.PHONE, clock.instant(), ioana, "soția spune că"));
    crm.leads()
        .people()
        .erase(
            by(MARIA), new EraseContactPerson.Command(lead.id(), show(lead.id()).version(), ioana));
    Progress progress = responsibility(id).progress();
    assertThat(progress.contactAttempts().get(0).person()).isEmpty();
    assertThat(progress.contactAttempts().get(0).note()).isEmpty();
  }

  @Test
  void the_timeline_is_read_in_pages() {
    LeadRef lead = aLead();
    activated(lead);
    ShowTimeline.Page first = pursuits.timeline(ANA, new ShowTimeline.Query(lead.id(), null, 3));
    ShowTimeline.Page second =
        pursuits.timeline(ANA, new ShowTimeline.Query(lead.id(), first.next().orElseThrow(), 3));
    assertThat(first.entries()).hasSize(3);
    assertThat(second.entries()).hasSize(1);
    assertThat(second.next()).isEmpty();
    assertThat(
            Stream.concat(first.entries().stream(), second.entries().stream())
                .map(TimelineEntry::id))
        .doesNotHaveDuplicates();
    assertThatThrownBy(() -> pursuits.timeline(ION, new ShowTimeline.Query(lead.id(), null, 3)))
        .isInstanceOf(NotPermitted.class);
  }

  @TestFactory
  Stream<DynamicTest> wrong_commands_are_answered_by_field_and_change_nothing() {
    LeadRef lead = aLead();
    ResponsibilityId id = activated(lead).responsibility();
    Version seen = version(id);
    LeadRef other = aLead();
    Instant past = clock.instant().minusSeconds(1);
    Instant future = clock.instant().plusSeconds(1);
    Instant farAway = Instant.parse("+12026-11-24T10:00:00Z");
    String longText = "x".repeat(20_000);
    UserId nobody = new UserId("nimeni");
    ContactPersonId stranger = new ContactPersonId(new UUID(9, 9));
    MeetingId noMeeting = new MeetingId(new UUID(9, 9));
    ResponsibilityId unknown = new ResponsibilityId(new UUID(9, 9));
    Map<String, Runnable> wrong =
        Map.ofEntries(
            Map.entry("activate firstContact=in-past", () -> activate(other, ANA.id(), past)),
            Map.entry("activate deadline=out-of-range", () -> activate(other, ANA.id(), farAway)),
            Map.entry("activate !not-found", () -> activate(other, nobody, tomorrow())),
            Map.entry(
                "summary summary=required",
                () -> pursuits.writeSummary(by(ANA), new WriteSummary.Command(id, seen, " "))),
            Map.entry(
                "summary summary=too-long",
                () -> pursuits.writeSummary(by(ANA), new WriteSummary.Command(id, seen, longText))),
            Map.entry(
                "summary summary=unreadable-character",
                () ->
                    pursuits.writeSummary(by(ANA), new WriteSummary.Command(id, seen, "a\u0000b"))),
            Map.entry(
                "summary !not-found",
                () -> pursuits.writeSummary(by(ANA), new WriteSummary.Command(unknown, seen, "x"))),
            Map.entry(
                "summary !concurrent-change",
                () ->
                    pursuits.writeSummary(by(ANA), new WriteSummary.Command(id, seen.next(), "x"))),
            Map.entry(
                "deadline deadline=in-past",
                () -> pursuits.moveDeadline(by(ANA), new MoveDeadline.Command(id, seen, past))),
            Map.entry(
                "deadline deadline=out-of-range",
                () -> pursuits.moveDeadline(by(ANA), new MoveDeadline.Command(id, seen, farAway))),
            Map.entry(
                "reassign !not-found",
                () ->
                    pursuits.reassign(
                        by(ANA), new ReassignResponsibility.Command(id, seen, nobody))),
            Map.entry(
                "contact at=in-future",
                () ->
                    pursuits.recordContact(
                        by(ANA),
                        new RecordContactAttempt.Command(
                            id, ContactMeans.VISIT, future, null, null))),
            Map.entry(
                "contact note=too-long",
                () ->
                    pursuits.recordContact(
                        by(ANA),
                        new RecordContactAttempt.Command(
                            id, ContactMeans.VISIT, past, null, longText))),
            Map.entry(
                "contact !not-found",
                () ->
                    pursuits.recordContact(
                        by(ANA),
                        new RecordContactAttempt.Command(
                            id, ContactMeans.VISIT, past, stranger, null))),
            Map.entry(
                "plan place=required",
                () ->
                    pursuits.planMeeting(
                        by(ANA), new PlanMeeting.Command(id, future, null, "", NOBODY))),
            Map.entry(
                "plan at=out-of-range",
                () ->
                    pursuits.planMeeting(
                        by(ANA), new PlanMeeting.Command(id, farAway, null, "aici", NOBODY))),
            Map.entry(
                "plan participants.others=too-many",
                () ->
                    pursuits.planMeeting(
                        by(ANA),
                        new PlanMeeting.Command(
                            id,
                            future,
                            null,
                            "aici",
                            new ParticipantsData(List.of(), Collections.nCopies(51, "x"))))),
            Map.entry(
                "plan lengthInMinutes=too-small",
                () ->
                    pursuits.planMeeting(
                        by(ANA), new PlanMeeting.Command(id, future, 0, "aici", NOBODY))),
            Map.entry(
                "plan lengthInMinutes=too-large",
                () ->
                    pursuits.planMeeting(
                        by(ANA), new PlanMeeting.Command(id, future, 10_081, "aici", NOBODY))),
            Map.entry(
                "plan !not-found",
                () ->
                    pursuits.planMeeting(
                        by(ANA),
                        new PlanMeeting.Command(
                            id,
                            future,
                            null,
                            "aici",
                            new ParticipantsData(List.of(stranger), List.of())))),
            Map.entry(
                "hold !not-found",
                () ->
                    pursuits.holdMeeting(
                        by(ANA), new HoldMeeting.Command(id, seen, noMeeting, past, NOBODY, null))),
            Map.entry(
                "hold at=in-future",
                () ->
                    pursuits.holdMeeting(
                        by(ANA),
                        new HoldMeeting.Command(id, seen, noMeeting, future, NOBODY, null))),
            Map.entry(
                "timeline limit=too-large",
                () -> pursuits.timeline(ANA, new ShowTimeline.Query(lead.id(), null, 201))),
            Map.entry(
                "timeline limit=too-small",
                () -> pursuits.timeline(ANA, new ShowTimeline.Query(lead.id(), null, 0))));
    return wrong.entrySet().stream()
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.getKey(),
                    () -> {
                      Responsibility.Snapshot before = responsibility(id).snapshot();
                      int told = timeline(lead.id()).size();
                      String expected =
                          command.getKey().substring(command.getKey().indexOf(' ') + 1);
                      assertThatThrownBy(command.getValue()::run)
                          .isInstanceOfAny(
                              InvalidInput.class, NotFound.class, ConcurrentChange.class)
                          .satisfies(error -> assertThat(described(error)).isEqualTo(expected));
                      assertThat(responsibility(id).snapshot()).isEqualTo(before);
                      assertThat(show(other.id()).version()).isEqualTo(other.version());
                      assertThat(timeline(lead.id())).hasSize(told);
                    }));
  }

  private static String described(Throwable error) {
    return error instanceof InvalidInput fault
        ? fault.violations().stream()
            .map(violation -> violation.field() + "=" + violation.code())
            .collect(Collectors.joining(" "))
        : "!" + ((Refusal) error).code();
  }

  private void activate(LeadRef lead, UserId owner, Instant firstContact) {
    pursuits.activate(
        by(MARIA),
        new ActivateLead.Command(lead.id(), lead.version(), owner, firstContact, null, null));
  }

  private ActivateLead.Result activated(LeadRef lead) {
    return pursuits.activate(
        by(ANA),
        new ActivateLead.Command(lead.id(), lead.version(), ANA.id(), tomorrow(), null, null));
  }

  private LeadRef aLead() {
    return crm.leads()
        .add(
            by(ANA),
            new AddLead.Command(
                Cuis.next().digits(),
                false,
                CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Dej", null, null)),
                NotesData.NONE,
                null));
  }

  private ContactPersonId aPerson(LeadId lead) {
    return crm.leads()
        .people()
        .add(
            by(ANA),
            new AddContactPerson.Command(
                lead, new PersonData("Ioana Mureșan", null, List.of(), List.of(), true)))
        .person();
  }

  private Instant tomorrow() {
    return clock.instant().plus(Duration.ofDays(1));
  }

  private LeadView show(LeadId lead) {
    return crm.leads().show(MARIA, new ShowLead.Query(lead));
  }

  private Responsibility responsibility(ResponsibilityId id) {
    return injector.getInstance(Responsibilities.class).get(id);
  }

  private Version version(ResponsibilityId id) {
    return responsibility(id).version();
  }

  private List<String> timeline(LeadId lead) {
    return pursuits.timeline(MARIA, new ShowTimeline.Query(lead, null, 50)).entries().stream()
        .map(entry -> crm.messages().of(entry.event(), Locale.forLanguageTag("ro")))
        .toList();
  }

  private static Caller by(Actor actor) {
    return Caller.of(actor);
  }
}
