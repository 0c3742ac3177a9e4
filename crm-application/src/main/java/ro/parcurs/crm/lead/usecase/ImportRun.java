package ro.parcurs.crm.lead.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;

/**
 * An import of leads from one sheet of one file: begun, gone forward batch by batch, maybe
 * cancelled or broken off and resumed, finished when every row was read. It is kept together with
 * each batch of leads, so whoever resumes it goes on behind the last row that was committed.
 *
 * @param rows how many rows there are below the headings
 * @param position the number of the last row that was read; that of the headings at first
 * @param stretch since when it has been running without a break
 * @param begun by whom, and when
 * @param changed by whom last, and when
 */
public record ImportRun(
    ImportRunId id,
    ImportPlan plan,
    ImportRunState state,
    int rows,
    int position,
    ImportCounts counts,
    Stretch stretch,
    Stamp begun,
    Stamp changed,
    Version version) {

  /**
   * A running without a break.
   *
   * @param since when the import was begun or resumed
   * @param read how many rows had been read before
   */
  public record Stretch(Instant since, int read) {}

  public ImportRun {
    Objects.requireNonNull(id, "id");
    if (position < plan.headerRow() || counts.read() > rows) {
      throw new IllegalArgumentException("more rows were read than there are");
    }
  }

  /**
   * Begins.
   *
   * @param rows how many there are below the headings; without any, it is finished at once
   */
  public static ImportRun begin(ImportRunId id, ImportPlan plan, int rows, Stamp by) {
    return new ImportRun(
        id,
        plan,
        rows == 0 ? ImportRunState.FINISHED : ImportRunState.RUNNING,
        rows,
        plan.headerRow(),
        ImportCounts.NONE,
        new Stretch(by.at(), 0),
        by,
        by,
        Version.NEW);
  }

  /** Goes forward by a batch; with the last row, it is finished. */
  public ImportRun after(int lastRow, ImportCounts batch, Stamp by) {
    ImportCounts all = counts.plus(batch);
    ImportRunState next = all.read() == rows ? ImportRunState.FINISHED : state;
    return changed(next, lastRow, all, stretch, by);
  }

  /** Stops on purpose, unless it is finished. */
  public ImportRun cancel(Stamp by) {
    return isUnfinished() ? changed(ImportRunState.CANCELLED, position, counts, stretch, by) : this;
  }

  /** Goes on behind what was committed, unless it is finished. */
  public ImportRun resume(Stamp by) {
    return isUnfinished()
        ? changed(ImportRunState.RUNNING, position, counts, new Stretch(by.at(), counts.read()), by)
        : this;
  }

  /** Whether there are rows left to read. */
  public boolean isUnfinished() {
    return state != ImportRunState.FINISHED;
  }

  public boolean isOf(UserId user) {
    return begun.by().equals(user);
  }

  /** Whether it is the same import of the same file by the same user. */
  public boolean isSameAs(ImportRun other) {
    return plan.isSameAs(other.plan) && isOf(other.begun.by());
  }

  /** Percent of the rows, 0 to 100. */
  public int percent() {
    return rows == 0 ? 100 : (int) (100L * counts.read() / rows);
  }

  /** Rows a second, since it was begun or resumed. */
  public long rate() {
    return 1000L * (counts.read() - stretch.read()) / Math.max(1, taken().toMillis());
  }

  /** The time left, as the rate has it; empty while it isn't known, and once it doesn't run. */
  public Optional<Duration> left() {
    int read = counts.read() - stretch.read();
    return state == ImportRunState.RUNNING && read > 0
        ? Optional.of(taken().multipliedBy(rows - counts.read()).dividedBy(read))
        : Optional.empty();
  }

  /** How long it has been running without a break, up to the last batch. */
  public Duration taken() {
    return Duration.between(stretch.since(), changed.at());
  }

  /** The same as a store has it. */
  public ImportRun withVersion(Version stored) {
    return new ImportRun(id, plan, state, rows, position, counts, stretch, begun, changed, stored);
  }

  private ImportRun changed(
      ImportRunState newState,
      int newPosition,
      ImportCounts newCounts,
      Stretch newStretch,
      Stamp by) {
    return new ImportRun(
        id, plan, newState, rows, newPosition, newCounts, newStretch, begun, by, version);
  }
}
