package ro.parcurs.crm.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.usecase.ImportRun;
import ro.parcurs.crm.lead.usecase.ImportRunId;
import ro.parcurs.crm.lead.usecase.ImportRuns;
import ro.parcurs.crm.spreadsheet.FailedRow;

/** Imports in memory. */
public final class InMemoryImportRuns implements ImportRuns {

  private final InMemoryTable<ImportRunId, ImportRun> table;
  private final InMemoryAggregates<ImportRunId, ImportRun> runs;
  private final InMemoryTable<ImportRunId, List<FailedRow>> failures;

  public InMemoryImportRuns(InMemoryDatabase database) {
    table = database.table();
    runs =
        new InMemoryAggregates<>(
            Subject.IMPORT,
            table,
            ImportRun::id,
            ImportRun::version,
            ImportRun::changed,
            ImportRun::withVersion);
    failures = database.table();
  }

  @Override
  public void add(ImportRun run) {
    runs.add(run);
  }

  @Override
  public ImportRun get(ImportRunId id) {
    return runs.get(id);
  }

  @Override
  public ImportRun lock(ImportRunId id) {
    return runs.get(id);
  }

  @Override
  public List<ImportRun> unfinished(Sha256 file) {
    return newest(run -> run.plan().file().equals(file) && run.isUnfinished());
  }

  @Override
  public List<ImportRun> newest(UserId user, int limit) {
    return newest(run -> run.isOf(user)).stream().limit(limit).toList();
  }

  private List<ImportRun> newest(Predicate<ImportRun> which) {
    return runs.all().stream()
        .filter(which)
        .sorted(
            Comparator.comparing((ImportRun run) -> run.begun().at())
                .thenComparing(run -> run.id().toString())
                .reversed())
        .toList();
  }

  @Override
  public void save(ImportRun run, List<FailedRow> failed) {
    runs.save(run);
    List<FailedRow> all = new ArrayList<>(failures.find(run.id()).orElse(List.of()));
    all.addAll(failed);
    failures.put(run.id(), List.copyOf(all));
  }

  @Override
  public List<FailedRow> failed(ImportRunId id, Optional<Integer> after, int limit) {
    return failures.find(id).orElse(List.of()).stream()
        .filter(row -> row.number() > after.orElse(0))
        .sorted(Comparator.comparingInt(FailedRow::number))
        .limit(limit)
        .toList();
  }

  @Override
  public int forget(Instant changedBefore, int limit) {
    List<ImportRunId> old =
        runs.all().stream()
            .filter(run -> run.changed().at().isBefore(changedBefore))
            .sorted(Comparator.comparing(run -> run.changed().at()))
            .map(ImportRun::id)
            .limit(limit)
            .toList();
    old.forEach(failures::remove);
    old.forEach(table::remove);
    return old.size();
  }
}
