package ro.parcurs.crm.journey.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.Gate;
import ro.parcurs.crm.pursuit.NotYet;
import ro.parcurs.crm.pursuit.Outcome;
import ro.parcurs.crm.pursuit.PursuitState;
import ro.parcurs.crm.pursuit.RefusalReason;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.ResponsibilityState;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.RecordContactAttempt;
import ro.parcurs.crm.pursuit.usecase.ShowTimeline;
import ro.parcurs.crm.pursuit.usecase.WriteSummary;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;

class CloseResponsibilityTest {

  private static final Way REFUSED = new Way.Refused("PRICE", null);

  private final SettableClock clock = new SettableClock();
  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()));
  private final Crm crm = injector.getInstance(Crm.class);

  @Test
  void going_on_opens_the_next_step_for_the_same_person_unless_another_is_named() {
    ResponsibilityId first = ready(aLeadAt(Step.PROSPECT_CONTACT));
    CloseResponsibility.Result result = close(ANA, first, next(null));
    ResponsibilityView opened = show(result.opened().orElseThrow());
    assertThat(opened.step()).isEqualTo(Step.MEETING_EVALUATION);
    assertThat(opened.assignee()).isEqualTo(ANA.id());
    assertThat(show(first).outcome()).contains(Outcome.OPEN_NEXT);
    assertThat(show(first).ways()).isEmpty();

    ResponsibilityId other = ready(aLeadAt(Step.PROSPECT_CONTACT));
    CloseResponsibility.Result given = close(ANA, other, next(ION.id()));
    assertThat(show(given.opened().orElseThrow()).assigneeName()).isEqualTo("Ion Țuțea");
  }

  @Test
  void what_is_missing_is_shown_and_refused_in_the_same_words() {
    ResponsibilityId id = aLeadAt(Step.PROSPECT_CONTACT);
    assertThat(show(id).ways())
        .containsExactly(
            new WayView(
                Outcome.OPEN_NEXT,
                List.of(Gate.SUMMARY_WRITTEN, Gate.CONTACT_MADE),
                Optional.of(Step.MEETING_EVALUATION)),
            new WayView(Outcome.POSTPONED, List.of(), Optional.of(Step.PROSPECT_CONTACT)),
            new WayView(Outcome.REFUSED, List.of(), Optional.empty()));
    assertThatThrownBy(() -> close(ANA, id, next(null)))
        .isInstanceOfSatisfying(
            NotYet.class,
            refusal ->
                assertThat(crm.messages().of((CrmException) refusal, Locale.forLanguageTag("ro")))
                    .isEqualTo(
                        "„Contactare prospect” nu se poate încheia încă cu „Deschide următoarea"
                            + " sarcină”. Lipsește: rezumatul discuției, cel puțin o dată de"
                            + " contactare."));
  }

  @Test
  void postponing_opens_the_same_step_at_the_same_time_of_a_later_day() {
    ResponsibilityId id = aLeadAt(Step.OFFER_NEGOTIATION);
    LocalDate day = LocalDate.now(clock).plusDays(1);
    CloseResponsibility.Result result = close(ANA, id, new Way.Postponed(day));
    ResponsibilityView again = show(result.opened().orElseThrow());
    assertThat(again.step()).isEqualTo(Step.OFFER_NEGOTIATION);
    assertThat(again.deadline().at()).isEqualTo(clock.instant().plus(Duration.ofHours(25)));
    assertThat(again.daysLeft()).isEqualTo(1);
    assertThat(result.lead()).isEqualTo(LeadState.ACTIVE);
  }

  @Test
  void a_refusal_ends_the_pursuit_for_a_reason() {
    for (Step step : Step.values()) {
      ResponsibilityId id = aLeadAt(step);
      CloseResponsibility.Result result =
          close(ANA, id, new Way.Refused("PRICE", "cu 20 % mai scump"));
      ResponsibilityView closed = show(id);
      assertThat(closed.state()).isEqualTo(ResponsibilityState.CLOSED);
      assertThat(result.opened()).isEmpty();
      assertThat(result.lead()).isEqualTo(LeadState.REFUSED);
      CommercialView commercial =
          crm.journey().commercial(ANA, new ShowCommercial.Query(closed.lead()));
      assertThat(commercial.open()).isEmpty();
      assertThat(commercial.pursuits().get(0).state()).isEqualTo(PursuitState.REFUSED);
      assertThat(commercial.pursuits().get(0).reason())
          .contains(new RefusalReason(Optional.of("PRICE"), Optional.of("cu 20 % mai scump")));
      assertThat(timeline(closed.lead()))
          .startsWith("Demersul 1 s-a încheiat cu refuz: Preț prea mare cu 20 % mai scump");
    }
  }

  @Test
  void who_is_second_learns_who_was_first_and_when() {
    ResponsibilityId id = aLeadAt(Step.MEETING_EVALUATION);
    Version seen = show(id).version();
    clock.advance(Duration.ofMinutes(1));
    crm.journey().close(Caller.of(MARIA), new CloseResponsibility.Command(id, seen, REFUSED));
    assertThatThrownBy(
            () ->
                crm.journey()
                    .close(Caller.of(ANA), new CloseResponsibility.Command(id, seen, next(null))))
        .isInstanceOfSatisfying(
            ConcurrentChange.class,
            refusal -> {
              assertThat(refusal.winner().by()).isEqualTo(MARIA.id());
              assertThat(refusal.winner().at()).isEqualTo(clock.instant());
            });
  }

  @Test
  void pressing_twice_closes_once() {
    ResponsibilityId id = aLeadAt(Step.MEETING_EVALUATION);
    CloseResponsibility.Command command =
        new CloseResponsibility.Command(
            id, show(id).version(), new Way.Postponed(LocalDate.now(clock).plusDays(2)));
    Caller pressing = Caller.of(ANA).once("form-1");
    CloseResponsibility.Result first = crm.journey().close(pressing, command);
    assertThat(crm.journey().close(pressing, command)).isEqualTo(first);
  }

  @TestFactory
  Stream<DynamicTest> wrong_closings_are_refused_and_change_nothing() {
    ResponsibilityId id = ready(aLeadAt(Step.PROSPECT_CONTACT));
    ResponsibilityId last = aLeadAt(Step.CONTRACTING);
    LocalDate today = LocalDate.now(clock);
    return Stream.of(
            wrong("way=required", ANA, id, null),
            wrong("way.deadline=required", ANA, id, new Way.OpenNext(null, null, false)),
            wrong(
                "way.deadline=in-past",
                ANA,
                id,
                new Way.OpenNext(null, clock.instant().minusSeconds(1), false)),
            wrong(
                "!not-found",
                ANA,
                id,
                new Way.OpenNext(new UserId("nimeni"), clock.instant(), false)),
            wrong("way.until=required", ANA, id, new Way.Postponed(null)),
            wrong("way.until=not-in-future", ANA, id, new Way.Postponed(today)),
            wrong("way.until=not-in-future", ANA, id, new Way.Postponed(today.minusDays(1))),
            wrong("deadline=out-of-range", ANA, id, new Way.Postponed(today.plusYears(500))),
            wrong("way.reason=required", ANA, id, new Way.Refused(null, " ")),
            wrong("way.reason=unknown-reason", ANA, id, new Way.Refused("MOOD", null)),
            wrong("way.text=too-long", ANA, id, new Way.Refused("PRICE", "x".repeat(1001))),
            wrong("!no-such-transition", ANA, id, new Way.Completed()),
            wrong("!no-such-transition", ANA, last, next(null)),
            wrong("!no-such-transition", ANA, last, new Way.Postponed(today.plusDays(1))),
            wrong("!not-yet", ANA, last, new Way.Completed()),
            wrong("!not-permitted", ION, id, REFUSED),
            wrong("!not-permitted", DAN, id, REFUSED),
            wrong("!not-found", ANA, new ResponsibilityId(new UUID(9, 9)), REFUSED))
        .map(
            wrong ->
                DynamicTest.dynamicTest(
                    wrong.expected() + " " + wrong.way(),
                    () -> {
                      ResponsibilityView before = show(id);
                      List<String> told = timeline(before.lead());
                      assertThatThrownBy(() -> carryOut(wrong))
                          .isInstanceOf(CrmException.class)
                          .satisfies(
                              error ->
                                  assertThat(described((CrmException) error))
                                      .isEqualTo(wrong.expected()));
                      assertThat(show(id)).isEqualTo(before);
                      assertThat(timeline(before.lead())).isEqualTo(told);
                    }));
  }

  @Test
  void what_is_closed_is_not_closed_again_even_by_who_has_seen_it() {
    ResponsibilityId id = aLeadAt(Step.MEETING_EVALUATION);
    close(ANA, id, REFUSED);
    assertThatThrownBy(() -> close(ANA, id, REFUSED)).isInstanceOf(NoSuchTransition.class);
  }

  @Test
  void who_may_not_see_the_lead_sees_none_of_its_responsibilities() {
    ResponsibilityId id = aLeadAt(Step.MEETING_EVALUATION);
    LeadId lead = show(id).lead();
    assertThatThrownBy(() -> crm.journey().responsibility(ION, new ShowResponsibility.Query(id)))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> crm.journey().commercial(ION, new ShowCommercial.Query(lead)))
        .isInstanceOf(NotPermitted.class);
    assertThat(crm.journey().commercial(DAN, new ShowCommercial.Query(lead)).mayWork()).isFalse();
  }

  private record Wrong(String expected, Actor actor, ResponsibilityId id, @Nullable Way way) {}

  private static Wrong wrong(String expected, Actor actor, ResponsibilityId id, @Nullable Way way) {
    return new Wrong(expected, actor, id, way);
  }

  @SuppressWarnings("NullAway") // a broken command is the point
  private void carryOut(Wrong wrong) {
    Version seen =
        wrong.expected().equals("!not-found") && wrong.way() == REFUSED
            ? new Version(1)
            : show(wrong.id()).version();
    crm.journey()
        .close(
            Caller.of(wrong.actor()),
            new CloseResponsibility.Command(wrong.id(), seen, wrong.way()));
  }

  private static String described(CrmException error) {
    return error instanceof InvalidInput fault
        ? fault.violations().stream()
            .map(violation -> violation.field() + "=" + violation.code())
            .collect(Collectors.joining(" "))
        : "!" + error.code();
  }

  private ResponsibilityId aLeadAt(Step step) {
    LeadRef lead =
        crm.leads()
            .add(
                Caller.of(ANA),
                new AddLead.Command(
                    Cuis.next().digits(),
                    false,
                    CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Dej", null, null)),
                    NotesData.NONE,
                    null));
    return crm.pursuits()
        .activate(
            Caller.of(ANA),
            new ActivateLead.Command(
                lead.id(),
                lead.version(),
                ANA.id(),
                clock.instant().plus(Duration.ofHours(1)),
                step,
                null))
        .responsibility();
  }

  private ResponsibilityId ready(ResponsibilityId id) {
    crm.pursuits()
        .recordContact(
            Caller.of(ANA),
            new RecordContactAttempt.Command(id, ContactMeans.VISIT, clock.instant(), null, null));
    crm.pursuits()
        .writeSummary(
            Caller.of(ANA), new WriteSummary.Command(id, show(id).version(), "sunt de acord"));
    return id;
  }

  private Way next(@Nullable UserId assignee) {
    return new Way.OpenNext(assignee, clock.instant().plus(Duration.ofDays(3)), false);
  }

  private CloseResponsibility.Result close(Actor actor, ResponsibilityId id, Way way) {
    return crm.journey()
        .close(Caller.of(actor), new CloseResponsibility.Command(id, show(id).version(), way));
  }

  private ResponsibilityView show(ResponsibilityId id) {
    return crm.journey().responsibility(MARIA, new ShowResponsibility.Query(id));
  }

  private List<String> timeline(LeadId lead) {
    return crm.pursuits().timeline(MARIA, new ShowTimeline.Query(lead, null, 50)).entries().stream()
        .map(entry -> crm.messages().of(entry.event(), Locale.forLanguageTag("ro")))
        .toList();
  }
}
