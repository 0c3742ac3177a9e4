package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.usecase.DuplicateRule;
import ro.parcurs.crm.lead.usecase.ImportCounts;
import ro.parcurs.crm.lead.usecase.ImportPlan;
import ro.parcurs.crm.lead.usecase.ImportRun;
import ro.parcurs.crm.lead.usecase.ImportRunId;
import ro.parcurs.crm.lead.usecase.ImportRunState;
import ro.parcurs.crm.lead.usecase.ImportRuns;
import ro.parcurs.crm.lead.usecase.LeadColumn;
import ro.parcurs.crm.spreadsheet.FailedRow;

/** What every {@link ImportRuns} does. */
public abstract class ImportRunsContract extends PortContract {

  private static final Stamp BY_ANA =
      Stamp.of(InMemoryUsers.ANA, Instant.parse("2026-11-24T08:00:00Z"));
  private static final Stamp BY_ION =
      Stamp.of(InMemoryUsers.ION, Instant.parse("2026-11-24T09:00:00Z"));

  /** Before whatever other tests leave behind. */
  private static final Instant LONG_AGO = Instant.parse("1999-11-24T08:00:00Z");

  protected ImportRunsContract(Ports ports) {
    super(ports);
  }

  @Test
  void an_import_comes_back_as_it_was_added() {
    ImportRun run = added(hash());
    assertThat(runs().get(run.id())).isEqualTo(run);
    inTransaction(() -> assertThat(runs().lock(run.id())).isEqualTo(run));
    ImportRunId nobodys = new ImportRunId(newId());
    assertThatThrownBy(() -> runs().get(nobodys)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> inTransaction(() -> runs().lock(nobodys)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> inTransaction(() -> runs().add(run)))
        .isInstanceOf(AlreadyExists.class);
  }

  @Test
  void what_was_changed_is_kept_only_when_nobody_else_was_first() {
    ImportRun run = added(hash());
    ImportRun further = run.after(2_003, new ImportCounts(2_000, 1_990, 3, 5, 2), BY_ION);
    inTransaction(() -> runs().save(further, List.of()));
    ImportRun kept = runs().get(run.id());
    assertThat(kept).isEqualTo(further.withVersion(run.version().next()));
    assertThatThrownBy(() -> inTransaction(() -> runs().save(run.cancel(BY_ANA), List.of())))
        .isInstanceOfSatisfying(
            ConcurrentChange.class, refusal -> assertThat(refusal.winner()).isEqualTo(BY_ION));
    assertThat(runs().get(run.id())).isEqualTo(kept);
    ImportRun nobodys = run(new ImportRunId(newId()), hash(), BY_ANA);
    assertThatThrownBy(() -> inTransaction(() -> runs().save(nobodys, List.of())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void the_unfinished_ones_of_a_file_are_found_by_its_hash() {
    Sha256 file = hash();
    ImportRun running = added(file);
    ImportRun cancelled = added(file);
    ImportRun finished = added(file);
    added(hash());
    inTransaction(() -> runs().save(cancelled.cancel(BY_ANA), List.of()));
    inTransaction(() -> runs().save(whole(finished, BY_ION), List.of()));
    assertThat(runs().unfinished(file))
        .extracting(ImportRun::id)
        .containsExactlyInAnyOrder(running.id(), cancelled.id());
    assertThat(runs().unfinished(file))
        .extracting(ImportRun::state)
        .containsExactlyInAnyOrder(ImportRunState.RUNNING, ImportRunState.CANCELLED);
    assertThat(runs().unfinished(hash())).isEmpty();
  }

  @Test
  void the_newest_of_a_user_come_first_and_nobody_elses() {
    Stamp by = stamp(new UserId("user-" + newId()), 0);
    ImportRun first = added(run(new ImportRunId(newId()), hash(), by));
    ImportRun second = added(run(new ImportRunId(newId()), hash(), stamp(by.by(), 60)));
    added(run(new ImportRunId(newId()), hash(), stamp(new UserId("user-" + newId()), 30)));
    assertThat(runs().newest(by.by(), 9)).containsExactly(second, first);
    assertThat(runs().newest(by.by(), 1)).containsExactly(second);
    inTransaction(() -> runs().save(second.cancel(BY_ANA), List.of()));
    assertThat(runs().newest(by.by(), 9))
        .extracting(ImportRun::state)
        .containsExactly(ImportRunState.CANCELLED, ImportRunState.RUNNING);
  }

  private static Stamp stamp(UserId user, int seconds) {
    return new Stamp(user, "Cineva", BY_ANA.at().plusSeconds(seconds));
  }

  @Test
  void failed_rows_are_kept_with_the_import_and_given_back_page_by_page() {
    ImportRun run = added(hash());
    FailedRow first = failed(7);
    FailedRow second = failed(9);
    FailedRow third = failed(5_000);
    inTransaction(() -> runs().save(run, List.of(first, second)));
    inTransaction(() -> runs().save(runs().get(run.id()), List.of(third)));
    assertThat(runs().failed(run.id(), Optional.empty(), 10)).containsExactly(first, second, third);
    assertThat(runs().failed(run.id(), Optional.empty(), 2)).containsExactly(first, second);
    assertThat(runs().failed(run.id(), Optional.of(9), 2)).containsExactly(third);
    assertThat(runs().failed(added(hash()).id(), Optional.empty(), 10)).isEmpty();
    assertThatThrownBy(() -> inTransaction(() -> runs().save(run, List.of(failed(11)))))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(runs().failed(run.id(), Optional.of(5_000), 2)).isEmpty();
  }

  @Test
  void old_imports_are_forgotten_with_their_failed_rows_the_longest_untouched_first() {
    ImportRun oldest = added(run(new ImportRunId(newId()), hash(), stamp(LONG_AGO)));
    ImportRun finished = added(run(new ImportRunId(newId()), hash(), stamp(LONG_AGO)));
    ImportRun goneOn = added(run(new ImportRunId(newId()), hash(), stamp(LONG_AGO)));
    inTransaction(
        () -> {
          runs().save(whole(finished, stamp(LONG_AGO.plusSeconds(1))), List.of(failed(7)));
          runs().save(goneOn.resume(stamp(LONG_AGO.plusSeconds(9))), List.of(failed(8)));
        });
    assertThat(forget(LONG_AGO, 9)).isZero();
    assertThat(forget(LONG_AGO.plusSeconds(9), 1)).isEqualTo(1);
    assertThatThrownBy(() -> runs().get(oldest.id())).isInstanceOf(NotFound.class);
    assertThat(runs().get(finished.id()).state()).isEqualTo(ImportRunState.FINISHED);
    assertThat(forget(LONG_AGO.plusSeconds(9), 9)).isEqualTo(1);
    assertThatThrownBy(() -> runs().get(finished.id())).isInstanceOf(NotFound.class);
    assertThat(runs().failed(finished.id(), Optional.empty(), 9)).isEmpty();
    assertThat(runs().unfinished(goneOn.plan().file())).hasSize(1);
    assertThat(runs().failed(goneOn.id(), Optional.empty(), 9)).containsExactly(failed(8));
    assertThat(forget(LONG_AGO.plusSeconds(10), 9)).isEqualTo(1);
    assertThat(runs().unfinished(goneOn.plan().file())).isEmpty();
  }

  private int forget(Instant changedBefore, int limit) {
    return this.<Integer>inTransaction(() -> runs().forget(changedBefore, limit));
  }

  private static Stamp stamp(Instant at) {
    return Stamp.of(InMemoryUsers.ANA, at);
  }

  private static FailedRow failed(int number) {
    return new FailedRow(
        number,
        List.of(
            new Violation("company.name", "too-long", Map.of("max", 200)),
            new Violation("", "cell-broken", Map.of("shown", "#N/A"))));
  }

  private ImportRun added(Sha256 file) {
    return added(run(new ImportRunId(newId()), file, BY_ANA));
  }

  private ImportRun added(ImportRun run) {
    inTransaction(() -> runs().add(run));
    return run.withVersion(run.version().next());
  }

  private static ImportRun whole(ImportRun run, Stamp by) {
    return run.after(20_000, new ImportCounts(run.rows(), run.rows(), 0, 0, 0), by);
  }

  private static ImportRun run(ImportRunId id, Sha256 file, Stamp by) {
    return ImportRun.begin(
        id,
        new ImportPlan(
            file,
            "leaduri.xlsx",
            "Foaie",
            3,
            Map.of(LeadColumn.CUI, 1, LeadColumn.NAME, 0),
            List.of("Zona", "Zona"),
            DuplicateRule.UPDATE),
        10_000,
        by);
  }

  private static Sha256 hash() {
    String half = UUID.randomUUID().toString().replace("-", "");
    return new Sha256(half + half);
  }

  private ImportRuns runs() {
    return port(ImportRuns.class);
  }
}
