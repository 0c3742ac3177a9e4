package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.RefreshState;
import ro.parcurs.crm.lead.usecase.RegistryRefresh;
import ro.parcurs.crm.lead.usecase.RegistryRefreshId;
import ro.parcurs.crm.lead.usecase.RegistryRefreshes;
import ro.parcurs.crm.lead.usecase.RegistryRefreshes.Target;

/** What every {@link RegistryRefreshes} does. */
public abstract class RegistryRefreshesContract extends PortContract {

  private static final UserId ANA = new UserId("ana");
  private static final Instant BEGIN = Instant.parse("2026-11-24T10:00:00.123456Z");
  private static final AtomicLong SECOND = new AtomicLong();

  protected RegistryRefreshesContract(Ports ports) {
    super(ports);
  }

  @AfterEach
  void nothing_is_left_running() {
    refreshes()
        .findNewest()
        .filter(RegistryRefresh::isRunning)
        .ifPresent(running -> save(with(running, RefreshState.DONE, 0, null)));
  }

  @Test
  void what_is_added_and_saved_is_read_back_whole() {
    RegistryRefresh started = added();
    assertThat(started.version()).isEqualTo(new Version(1));
    assertThat(started.cursor()).isEmpty();

    RegistryRefresh further =
        new RegistryRefresh(
            started.id(),
            started.started(),
            RefreshState.RUNNING,
            10,
            7,
            2,
            3,
            Optional.of(new LeadId(newId())),
            Optional.of(BEGIN.plus(5, ChronoUnit.MINUTES)),
            started.version());
    save(further);
    assertThat(refreshes().findNewest())
        .contains(with(further, RefreshState.RUNNING, 2, further.busyUntil().orElseThrow()));
  }

  @Test
  void one_is_running_at_a_time() {
    RegistryRefresh running = added();
    assertThatThrownBy(() -> inTransaction(() -> refreshes().add(fresh())))
        .isInstanceOf(AlreadyExists.class);
    assertThat(refreshes().findNewest()).contains(running);

    save(with(running, RefreshState.CANCELLED, running.version().value(), null));
    RegistryRefresh next = added();
    assertThat(refreshes().findNewest()).contains(next);
  }

  @Test
  void a_refresh_that_changed_since_it_was_read_is_not_overwritten() {
    RegistryRefresh read = added();
    save(with(read, RefreshState.CANCELLED, read.version().value(), null));
    assertThatThrownBy(() -> save(read)).isInstanceOf(ConcurrentChange.class);
    assertThat(refreshes().findNewest())
        .map(RegistryRefresh::state)
        .contains(RefreshState.CANCELLED);
    assertThatThrownBy(() -> save(fresh())).isInstanceOf(NotFound.class);
  }

  @Test
  void active_leads_are_gone_through_once_each_in_pieces() {
    long before = refreshes().countActiveLeads();
    List<Target> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Lead active = added(aLead().activatedFor(ANA));
      expected.add(new Target(active.id(), active.cui()));
      added(aLead());
    }
    expected.sort(Comparator.comparing(target -> target.lead().toString()));

    assertThat(refreshes().countActiveLeads()).isEqualTo(before + 7);
    List<Target> seen = new ArrayList<>();
    Optional<LeadId> cursor = Optional.empty();
    List<Target> piece = refreshes().activeLeads(cursor, 3);
    while (!piece.isEmpty()) {
      assertThat(piece).hasSizeLessThanOrEqualTo(3);
      seen.addAll(piece);
      cursor = Optional.of(piece.get(piece.size() - 1).lead());
      piece = refreshes().activeLeads(cursor, 3);
    }
    assertThat(seen).doesNotHaveDuplicates().hasSize(Math.toIntExact(before + 7));
    assertThat(seen).containsSubsequence(expected);
  }

  private RegistryRefreshes refreshes() {
    return port(RegistryRefreshes.class);
  }

  private RegistryRefresh added() {
    RegistryRefresh refresh = fresh();
    inTransaction(() -> refreshes().add(refresh));
    return refreshes().findNewest().orElseThrow();
  }

  private Lead added(LeadFixture fixture) {
    Lead lead = fixture.build();
    inTransaction(() -> port(Leads.class).add(lead));
    return lead;
  }

  private void save(RegistryRefresh refresh) {
    inTransaction(() -> refreshes().save(refresh));
  }

  /** Each begins after those before it. */
  private static RegistryRefresh fresh() {
    return new RegistryRefresh(
        new RegistryRefreshId(newId()),
        new Stamp(ANA, "Ana Pop", BEGIN.plusSeconds(SECOND.incrementAndGet())),
        RefreshState.RUNNING,
        10,
        0,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Version.NEW);
  }

  private static RegistryRefresh with(
      RegistryRefresh refresh, RefreshState state, long version, Instant busyUntil) {
    return new RegistryRefresh(
        refresh.id(),
        refresh.started(),
        state,
        refresh.total(),
        refresh.done(),
        refresh.changed(),
        refresh.failed(),
        refresh.cursor(),
        Optional.ofNullable(busyUntil),
        version == 0 ? refresh.version() : new Version(version));
  }
}
