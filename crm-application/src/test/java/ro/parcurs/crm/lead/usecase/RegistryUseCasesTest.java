package ro.parcurs.crm.lead.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.OptionalBinder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.RegistryNotConnected;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.LeadChanged.LeadAdded;
import ro.parcurs.crm.timeline.LeadChanged.RegistryStatusChanged;
import ro.parcurs.crm.timeline.LeadChanged.VatStatusChanged;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;
import ro.parcurs.crm.work.Work;

/** What becomes of the registry's answers: on new leads, before a contract, for all at once. */
class RegistryUseCasesTest {

  /** A registry that says what the test tells it to, and remembers what it was asked. */
  private static final class Registry implements CompanyRegistry {

    private final Map<Cui, RegistryEntry> companies = new ConcurrentHashMap<>();
    private final Map<Cui, RegistryEntry> recent = new ConcurrentHashMap<>();
    private final List<Cui> asked = new CopyOnWriteArrayList<>();
    private @Nullable RegistryAnswer trouble;
    private Runnable meanwhile = () -> {};

    @Override
    public RegistryAnswer lookUp(Cui cui) {
      return answer(cui);
    }

    @Override
    public Optional<RegistryEntry> recall(Cui cui) {
      return Optional.ofNullable(recent.get(cui));
    }

    private RegistryAnswer answer(Cui cui) {
      asked.add(cui);
      meanwhile.run();
      if (trouble != null) {
        return trouble;
      }
      RegistryEntry company = companies.get(cui);
      if (company == null) {
        return new RegistryAnswer.NotFound();
      }
      recent.put(cui, company);
      return new RegistryAnswer.Found(company);
    }
  }

  private final SettableClock clock = new SettableClock();
  private final Registry registry = new Registry();
  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()),
          binder ->
              OptionalBinder.newOptionalBinder(binder, CompanyRegistry.class)
                  .setBinding()
                  .toInstance(registry));
  private final Crm crm = injector.getInstance(Crm.class);
  private final LeadRegistry checks = crm.leads().registry();

  // ---- adding a lead ----

  @Test
  void what_was_looked_up_is_kept_with_the_new_lead_and_its_vat_is_checked() {
    Cui cui = Cuis.next();
    says(cui, VatState.PAYER, RegistryState.ACTIVE);
    crm.leads().lookUp(ANA, new LookUpCompany.Query(cui.digits(), false));
    Instant answered = clock.instant();
    clock.advance(Duration.ofMinutes(7));

    LeadView lead = show(add(cui, VatState.PAYER));
    assertThat(lead.company().vat()).contains(VatStatus.checked(VatState.PAYER, answered));
    assertThat(lead.registry().orElseThrow().company()).isEqualTo(registry.companies.get(cui));
    assertThat(lead.registry().orElseThrow().age(clock.instant())).isEqualTo(Duration.ofMinutes(7));
    assertThat(registry.asked).hasSize(1);
  }

  @Test
  void vat_is_checked_as_of_the_newest_answer_that_says_the_same() {
    Cui cui = Cuis.next();
    LeadRef ref = add(cui, VatState.PAYER);
    Instant first = clock.instant();
    says(cui, VatState.PAYER, RegistryState.ACTIVE);
    check(ref);
    assertThat(show(ref).company().vat()).contains(VatStatus.checked(VatState.PAYER, first));
    clock.advance(Duration.ofDays(2));
    says(cui, VatState.PAYER, RegistryState.ACTIVE);
    check(ref);
    assertThat(show(ref).company().vat())
        .contains(VatStatus.checked(VatState.PAYER, clock.instant()));

    edit(show(ref), VatState.NON_PAYER);
    assertThat(show(ref).company().vat()).contains(VatStatus.declared(VatState.NON_PAYER));
    edit(show(ref), VatState.PAYER);
    assertThat(show(ref).company().vat())
        .as("the registry's word still stands")
        .contains(VatStatus.checked(VatState.PAYER, clock.instant()));
  }

  @Test
  void what_was_filled_in_against_the_registry_stays_and_is_not_called_checked() {
    Cui cui = Cuis.next();
    says(cui, VatState.NON_PAYER, RegistryState.ACTIVE);
    crm.leads().lookUp(ANA, new LookUpCompany.Query(cui.digits(), false));
    LeadView lead = show(add(cui, VatState.PAYER));
    assertThat(lead.company().vat()).contains(VatStatus.declared(VatState.PAYER));
    assertThat(lead.registry()).isPresent();
  }

  @Test
  void adding_a_lead_asks_nobody() {
    Cui cui = Cuis.next();
    says(cui, VatState.PAYER, RegistryState.ACTIVE);
    LeadView lead = show(add(cui, VatState.PAYER));
    assertThat(registry.asked).isEmpty();
    assertThat(lead.registry()).isEmpty();
    assertThat(lead.company().vat()).contains(VatStatus.declared(VatState.PAYER));
  }

  @Test
  void what_the_registry_said_stays_checked_until_somebody_says_otherwise() {
    Cui cui = Cuis.next();
    says(cui, VatState.PAYER, RegistryState.ACTIVE);
    crm.leads().lookUp(ANA, new LookUpCompany.Query(cui.digits(), false));
    VatStatus checked = VatStatus.checked(VatState.PAYER, clock.instant());
    LeadRef ref = add(cui, VatState.PAYER);
    clock.advance(Duration.ofMinutes(1));

    ref = edit(ref, "Alt nume SRL", VatState.PAYER);
    assertThat(show(ref).company().vat()).contains(checked);
    ref = edit(ref, "Alt nume SRL", VatState.NON_PAYER);
    assertThat(show(ref).company().vat()).contains(VatStatus.declared(VatState.NON_PAYER));
  }

  // ---- checking one ----

  @Test
  void a_check_stores_what_the_registry_decides_and_tells_what_changed() {
    Cui cui = Cuis.next();
    LeadRef ref = add(cui, VatState.PAYER);
    says(cui, VatState.NON_PAYER, RegistryState.STRUCK_OFF);

    CheckCompany.Result result = check(ref);
    assertThat(result.finding()).isEqualTo(CheckCompany.Finding.FOUND);
    assertThat(result.changed()).isEqualTo(2);
    LeadView lead = show(ref);
    assertThat(lead.company().name()).isEqualTo("Scrisă de mână SRL");
    assertThat(lead.company().vat())
        .contains(VatStatus.checked(VatState.NON_PAYER, clock.instant()));
    assertThat(lead.company().registryStatus())
        .map(RegistryStatus::state)
        .contains(RegistryState.STRUCK_OFF);
    assertThat(lead.registry()).map(RegistrySnapshot::company).contains(found(cui));
    assertThat(events(ref.id()))
        .containsExactlyInAnyOrder(
            new LeadAdded(cui, "Scrisă de mână SRL"),
            new VatStatusChanged(Optional.of(VatState.PAYER), Optional.of(VatState.NON_PAYER)),
            new RegistryStatusChanged(Optional.empty(), Optional.of(RegistryState.STRUCK_OFF)));
  }

  @Test
  void a_check_that_finds_nothing_new_only_renews_the_date() {
    Cui cui = Cuis.next();
    LeadRef ref = add(cui, VatState.PAYER);
    says(cui, VatState.PAYER, RegistryState.ACTIVE);
    check(ref);
    int events = events(ref.id()).size();
    clock.advance(Duration.ofDays(2));
    says(cui, VatState.PAYER, RegistryState.ACTIVE);

    assertThat(check(ref).changed()).isZero();
    assertThat(show(ref).company().vat())
        .contains(VatStatus.checked(VatState.PAYER, clock.instant()));
    assertThat(events(ref.id())).hasSize(events);
    assertThat(injector.getInstance(RegistrySnapshots.class).of(ref.id(), 9)).hasSize(2);
  }

  @Test
  void a_check_that_finds_nothing_new_disturbs_nobody_who_is_editing() {
    Cui cui = Cuis.next();
    LeadRef ref = activate(add(cui, VatState.PAYER));
    says(cui, VatState.PAYER, RegistryState.ACTIVE);
    check(ref);
    LeadView open = show(ref);
    clock.advance(Duration.ofHours(1));
    says(cui, VatState.PAYER, RegistryState.ACTIVE);
    check(ref);
    start(MARIA);
    assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.MORE);

    assertThat(show(ref).version()).isEqualTo(open.version());
    assertThat(show(ref).changed()).isEqualTo(open.changed());
    edit(open, VatState.PAYER);
    assertThat(show(ref).company().vat())
        .as("nor is the check forgotten")
        .contains(VatStatus.checked(VatState.PAYER, clock.instant()));
  }

  @Test
  void a_state_without_its_date_doesnt_take_the_known_date_away() {
    Cui cui = Cuis.next();
    LeadRef ref = add(cui, VatState.PAYER);
    RegistryStatus known =
        new RegistryStatus(RegistryState.ACTIVE, Optional.of(LocalDate.of(2020, 1, 2)));
    says(cui, VatState.PAYER, RegistryState.ACTIVE);
    check(ref);
    says(cui, VatState.PAYER, new RegistryStatus(RegistryState.ACTIVE, Optional.empty()));
    check(ref);
    assertThat(show(ref).company().registryStatus()).contains(known);
    RegistryStatus lost = new RegistryStatus(RegistryState.INACTIVE, Optional.empty());
    says(cui, VatState.PAYER, lost);
    check(ref);
    assertThat(show(ref).company().registryStatus()).contains(lost);
  }

  @Test
  void who_edits_what_the_registry_has_changed_meanwhile_is_told_so() {
    Cui cui = Cuis.next();
    LeadView open = show(add(cui, VatState.PAYER));
    says(cui, VatState.NON_PAYER, RegistryState.ACTIVE);
    check(new LeadRef(open.id(), open.version()));
    assertThatThrownBy(() -> edit(open, VatState.PAYER)).isInstanceOf(ConcurrentChange.class);
  }

  @Test
  void what_the_registry_doesnt_know_changes_nothing_and_is_told() {
    LeadRef ref = add(Cuis.next(), VatState.PAYER);
    LeadView before = show(ref);
    assertThat(check(ref)).isEqualTo(new CheckCompany.Result(CheckCompany.Finding.NOT_FOUND, 0));
    registry.trouble = new RegistryAnswer.Blocked("4711");
    assertThat(check(ref)).isEqualTo(new CheckCompany.Result(CheckCompany.Finding.BLOCKED, 0));
    assertThat(show(ref)).isEqualTo(before);
  }

  @Test
  void the_registry_is_asked_outside_the_unit_of_work_and_who_is_faster_wins() {
    Cui cui = Cuis.next();
    LeadRef ref = add(cui, VatState.PAYER);
    says(cui, VatState.NON_PAYER, RegistryState.ACTIVE);
    registry.meanwhile = () -> edit(ref, "Între timp SRL", VatState.PAYER);
    check(ref);
    assertThat(show(ref).company().name()).isEqualTo("Între timp SRL");
    assertThat(show(ref).company().vat()).map(VatStatus::state).contains(VatState.NON_PAYER);
  }

  @Test
  void a_check_that_the_caller_repeats_is_stored_once() {
    Cui cui = Cuis.next();
    LeadRef ref = add(cui, VatState.PAYER);
    says(cui, VatState.NON_PAYER, RegistryState.ACTIVE);
    CheckCompany.Command command = new CheckCompany.Command(ref.id());
    CheckCompany.Result first = checks.check(Caller.of(ANA).once("k"), command);
    assertThat(checks.check(Caller.of(ANA).once("k"), command)).isEqualTo(first);
    assertThat(first.changed()).isEqualTo(2);
  }

  @Test
  void who_may_not_change_a_lead_may_not_have_it_checked() {
    LeadRef ref = add(Cuis.next(), VatState.PAYER);
    crm.leads()
        .assignOwner(Caller.of(MARIA), new AssignOwner.Command(ref.id(), ref.version(), ION.id()));
    assertThatThrownBy(() -> check(ref)).isInstanceOf(NotPermitted.class);
    assertThatThrownBy(
            () ->
                checks.check(
                    Caller.of(ANA), new CheckCompany.Command(new LeadId(new java.util.UUID(9, 9)))))
        .isInstanceOf(NotFound.class);
    assertThat(registry.asked).isEmpty();
  }

  // ---- all at once ----

  @Test
  void a_refresh_goes_through_all_active_leads_and_tells_of_those_that_are_lost() {
    List<LeadRef> active = new ArrayList<>();
    for (int i = 0; i < ContinueRefresh.BATCH + 20; i++) {
      active.add(activated(VatState.PAYER, RegistryState.ACTIVE));
    }
    LeadRef lost = activated(VatState.PAYER, RegistryState.STRUCK_OFF);
    LeadRef idle = activated(VatState.PAYER, RegistryState.INACTIVE);
    LeadRef unknown = activate(add(Cuis.next(), VatState.PAYER));
    LeadRef inactive = add(Cuis.next(), VatState.PAYER);

    start(MARIA);
    assertThat(progress().total()).isEqualTo(ContinueRefresh.BATCH + 23);
    assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.MORE);
    assertThat(progress().done()).isEqualTo(ContinueRefresh.BATCH);
    assertThat(progress().state()).isEqualTo(RefreshState.RUNNING);
    assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.MORE);
    assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.NOTHING);

    RegistryRefresh end = progress();
    assertThat(end.state()).isEqualTo(RefreshState.DONE);
    assertThat(end.done()).isEqualTo(end.total());
    assertThat(end.failed()).isEqualTo(1);
    assertThat(registry.asked).doesNotHaveDuplicates().hasSize(ContinueRefresh.BATCH + 23);
    assertThat(events(lost.id()))
        .contains(
            new RegistryStatusChanged(Optional.empty(), Optional.of(RegistryState.STRUCK_OFF)));
    assertThat(events(idle.id()))
        .contains(new RegistryStatusChanged(Optional.empty(), Optional.of(RegistryState.INACTIVE)));
    assertThat(entries(idle.id()).get(0).stamp().by()).isEqualTo(MARIA.id());
    assertThat(log(lost.id()))
        .as("whoever follows the events hears of it too")
        .endsWith(
            new RegistryStatusChanged(Optional.empty(), Optional.of(RegistryState.STRUCK_OFF)));
    assertThat(log(idle.id()))
        .endsWith(new RegistryStatusChanged(Optional.empty(), Optional.of(RegistryState.INACTIVE)));
    assertThat(show(unknown).registry()).isEmpty();
    assertThat(show(inactive).registry()).isEmpty();
    assertThat(active).allSatisfy(ref -> assertThat(show(ref).registry()).isPresent());
  }

  @Test
  void while_the_registry_is_out_of_order_a_refresh_waits_and_loses_nothing() {
    LeadRef ref = activated(VatState.PAYER, RegistryState.INACTIVE);
    start(MARIA);
    registry.trouble = new RegistryAnswer.Unavailable();
    assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.LATER);
    assertThat(progress().done()).isZero();

    registry.trouble = null;
    assertThat(checks.continueRefresh())
        .as("it is left alone for a while")
        .isEqualTo(ContinueRefresh.Result.LATER);
    clock.advance(Duration.ofMinutes(2));
    assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.MORE);
    assertThat(progress().changed()).isEqualTo(1);
    assertThat(show(ref).registry()).isPresent();
  }

  @Test
  void a_refresh_that_was_lost_in_the_middle_goes_on_where_it_was() {
    activated(VatState.PAYER, RegistryState.ACTIVE);
    start(MARIA);
    registry.meanwhile =
        () -> {
          throw new IllegalStateException("killed");
        };
    assertThatThrownBy(checks::continueRefresh).hasMessage("killed");
    registry.meanwhile = () -> {};
    assertThat(checks.continueRefresh())
        .as("somebody may still be at it")
        .isEqualTo(ContinueRefresh.Result.LATER);
    clock.advance(Duration.ofMinutes(6));
    assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.MORE);
    assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.NOTHING);
    assertThat(progress().done()).isEqualTo(1);
  }

  @Test
  void of_two_at_once_one_is_at_it() {
    activated(VatState.PAYER, RegistryState.ACTIVE);
    start(MARIA);
    List<ContinueRefresh.Result> other = new ArrayList<>();
    registry.meanwhile = () -> other.add(checks.continueRefresh());
    assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.MORE);
    assertThat(other).containsExactly(ContinueRefresh.Result.LATER);
  }

  @Test
  void who_comes_back_after_another_did_the_portion_changes_nothing() {
    for (int i = 0; i < ContinueRefresh.BATCH + 5; i++) {
      activated(VatState.PAYER, RegistryState.ACTIVE);
    }
    start(MARIA);
    registry.meanwhile =
        () -> {
          registry.meanwhile = () -> {};
          clock.advance(Duration.ofMinutes(3));
          assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.MORE);
          assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.MORE);
        };
    checks.continueRefresh();
    assertThat(progress().done()).isEqualTo(ContinueRefresh.BATCH + 5);
    assertThat(progress().total()).isEqualTo(ContinueRefresh.BATCH + 5);
    assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.NOTHING);
    assertThat(progress().state()).isEqualTo(RefreshState.DONE);
  }

  @Test
  void a_refresh_is_cancelled_even_while_it_goes_on() {
    activated(VatState.PAYER, RegistryState.ACTIVE);
    start(MARIA);
    registry.meanwhile = () -> cancel(MARIA);
    checks.continueRefresh();
    assertThat(progress().state()).isEqualTo(RefreshState.CANCELLED);
    assertThat(progress().done()).isEqualTo(1);
    assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.NOTHING);
    assertThat(cancel(MARIA)).isEqualTo(new CancelRefresh.Result(false));
  }

  @Test
  void a_lead_that_is_changed_at_the_same_moment_is_tried_again_once() {
    LeadRef ref = activated(VatState.PAYER, RegistryState.INACTIVE);
    LeadRef contested = activated(VatState.PAYER, RegistryState.INACTIVE);
    AtomicInteger races = new AtomicInteger();
    ContinueRefresh refresh = refreshOver(contested.id(), races, 1);
    start(MARIA);
    assertThat(refresh.handle()).isEqualTo(ContinueRefresh.Result.MORE);
    assertThat(progress().changed()).isEqualTo(2);
    cancel(MARIA);

    says(show(contested).company().cui(), VatState.PAYER, RegistryState.ACTIVE);
    races.set(0);
    start(MARIA);
    assertThat(refreshOver(contested.id(), races, 2).handle())
        .isEqualTo(ContinueRefresh.Result.MORE);
    assertThat(progress().failed()).as("the next refresh will see to it").isEqualTo(1);
    assertThat(progress().done()).isEqualTo(2);
    assertThat(show(ref).registry()).isPresent();
  }

  /** A refresh during which somebody saves the lead first, so many times. */
  private ContinueRefresh refreshOver(LeadId contested, AtomicInteger races, int times) {
    Leads leads = injector.getInstance(Leads.class);
    Leads racing =
        (Leads)
            Proxy.newProxyInstance(
                Leads.class.getClassLoader(),
                new Class<?>[] {Leads.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("save")
                      && ((Lead) arguments[0]).id().equals(contested)
                      && races.incrementAndGet() <= times) {
                    throw new ConcurrentChange(
                        Subject.LEAD, contested, ((Lead) arguments[0]).changed());
                  }
                  try {
                    return method.invoke(leads, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new ContinueRefresh(
        injector.getInstance(UnitOfWork.class),
        injector.getInstance(RegistryRefreshes.class),
        racing,
        registry,
        new CheckCompany(
            injector.getInstance(Work.class),
            injector.getInstance(Journal.class),
            racing,
            injector.getInstance(LeadGate.class),
            registry,
            injector.getInstance(RegistryFacts.class)),
        clock);
  }

  @Test
  void where_no_registry_is_connected_no_refresh_begins() {
    LeadRegistry nobody =
        Guice.createInjector(
                new InMemoryModule(),
                new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()))
            .getInstance(Crm.class)
            .leads()
            .registry();
    assertThatThrownBy(() -> nobody.startRefresh(Caller.of(MARIA), new StartRefresh.Command(null)))
        .isInstanceOf(RegistryNotConnected.class);
    assertThat(nobody.refresh(MARIA)).isEmpty();
  }

  @Test
  void a_refresh_ends_at_once_when_the_registry_was_disconnected_meanwhile() {
    activated(VatState.PAYER, RegistryState.ACTIVE);
    registry.trouble = new RegistryAnswer.NotConnected();
    start(MARIA);
    assertThat(checks.continueRefresh()).isEqualTo(ContinueRefresh.Result.NOTHING);
    assertThat(progress().state()).isEqualTo(RefreshState.CANCELLED);
  }

  @Test
  void only_managers_start_stop_and_see_a_refresh_and_only_one_at_a_time() {
    for (Actor other : Set.of(ANA, DAN)) {
      assertThatThrownBy(() -> start(other)).isInstanceOf(NotPermitted.class);
      assertThatThrownBy(() -> cancel(other)).isInstanceOf(NotPermitted.class);
      assertThatThrownBy(() -> checks.refresh(other)).isInstanceOf(NotPermitted.class);
    }
    assertThat(checks.refresh(MARIA)).isEmpty();
    start(MARIA);
    assertThatThrownBy(() -> start(MARIA)).isInstanceOf(AlreadyExists.class);
  }

  @Test
  void who_has_not_seen_the_newest_refresh_neither_starts_nor_stops_one() {
    RegistryRefreshId first = start(MARIA).id();
    cancel(MARIA);
    start(MARIA);
    assertThat(checks.cancelRefresh(Caller.of(MARIA), new CancelRefresh.Command(first)))
        .isEqualTo(new CancelRefresh.Result(false));
    assertThat(progress().state()).isEqualTo(RefreshState.RUNNING);
    cancel(MARIA);
    for (RegistryRefreshId seen : new RegistryRefreshId[] {null, first}) {
      assertThatThrownBy(
              () -> checks.startRefresh(Caller.of(MARIA), new StartRefresh.Command(seen)))
          .isInstanceOf(AlreadyExists.class);
    }
  }

  // ---- the tale's words ----

  private void says(Cui cui, VatState vat, RegistryState state) {
    says(cui, vat, new RegistryStatus(state, Optional.of(LocalDate.of(2020, 1, 2))));
  }

  private void says(Cui cui, VatState vat, RegistryStatus status) {
    RegistryEntry bare = RegistryEntry.of(cui, "DIN REGISTRU SRL", clock.instant());
    registry.companies.put(
        cui,
        new RegistryEntry(
            bare.cui(),
            bare.name(),
            bare.seat(),
            bare.fiscalDomicile(),
            bare.tradeRegisterNumber(),
            Optional.of(RegistryVat.of(vat)),
            Optional.of(status),
            bare.caen(),
            bare.iban(),
            bare.phone(),
            bare.registration(),
            bare.omitted(),
            bare.answeredAt()));
  }

  private RegistryEntry found(Cui cui) {
    return registry.companies.get(cui);
  }

  private LeadRef activated(VatState vat, RegistryState state) {
    Cui cui = Cuis.next();
    says(cui, vat, state);
    return activate(add(cui, vat));
  }

  private LeadRef activate(LeadRef ref) {
    crm.pursuits()
        .activate(
            Caller.of(ANA),
            new ActivateLead.Command(
                ref.id(),
                ref.version(),
                ANA.id(),
                clock.instant().plus(Duration.ofDays(1)),
                null,
                null));
    return ref;
  }

  private LeadRef add(Cui cui, VatState vat) {
    return crm.leads()
        .add(
            Caller.of(ANA),
            new AddLead.Command(
                cui.digits(), false, company("Scrisă de mână SRL", vat), NotesData.NONE, null));
  }

  private LeadRef edit(LeadRef ref, String name, VatState vat) {
    return crm.leads()
        .edit(
            Caller.of(ANA),
            new EditLead.Command(ref.id(), ref.version(), company(name, vat), NotesData.NONE));
  }

  /** The form, with what it showed and another VAT. */
  private LeadRef edit(LeadView shown, VatState vat) {
    RegistryStatus status = shown.company().registryStatus().orElse(null);
    CompanyData company =
        new CompanyData(
            shown.company().name(),
            new AddressData(County.CJ, "Dej", null, null),
            null,
            vat,
            status == null ? null : status.state(),
            status == null ? null : status.since().orElse(null),
            null,
            null,
            null,
            null,
            null);
    return crm.leads()
        .edit(
            Caller.of(ANA),
            new EditLead.Command(shown.id(), shown.version(), company, NotesData.NONE));
  }

  private static CompanyData company(String name, VatState vat) {
    return new CompanyData(
        name,
        new AddressData(County.CJ, "Dej", null, null),
        null,
        vat,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private CheckCompany.Result check(LeadRef ref) {
    return checks.check(Caller.of(ANA), new CheckCompany.Command(ref.id()));
  }

  private StartRefresh.Result start(Actor actor) {
    RegistryRefreshId last = newest().map(RegistryRefresh::id).orElse(null);
    return checks.startRefresh(Caller.of(actor), new StartRefresh.Command(last));
  }

  private CancelRefresh.Result cancel(Actor actor) {
    RegistryRefreshId some = new RegistryRefreshId(new java.util.UUID(9, 9));
    return checks.cancelRefresh(
        Caller.of(actor),
        new CancelRefresh.Command(newest().map(RegistryRefresh::id).orElse(some)));
  }

  private Optional<RegistryRefresh> newest() {
    return checks.refresh(MARIA);
  }

  private RegistryRefresh progress() {
    return checks.refresh(MARIA).orElseThrow();
  }

  private LeadView show(LeadRef ref) {
    return crm.leads().show(MARIA, new ShowLead.Query(ref.id()));
  }

  private List<LeadEvent> events(LeadId lead) {
    return entries(lead).stream().map(TimelineEntry::event).toList();
  }

  private List<Object> log(LeadId lead) {
    return injector.getInstance(EventLog.class).after(EventLog.Position.BEGINNING, 1000).stream()
        .map(EventLog.Positioned::event)
        .filter(event -> event.lead().filter(lead::equals).isPresent())
        .<Object>map(EventRecord::event)
        .toList();
  }

  private List<TimelineEntry> entries(LeadId lead) {
    return injector.getInstance(Timeline.class).of(lead, Optional.empty(), 100);
  }
}
