package ro.parcurs.crm.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.usecase.FailedRow;
import ro.parcurs.crm.lead.usecase.ImportRun;
import ro.parcurs.crm.lead.usecase.ImportRunId;
import ro.parcurs.crm.lead.usecase.ImportRuns;
import ro.parcurs.crm.spreadsheet.FileHash;

/** Imports in memory. */
public final class InMemoryImportRuns implements ImportRuns {

  private final InMemoryTable<ImportRunId, ImportRun> runs;
  private final InMemoryTable<ImportRunId, List<FailedRow>> failures;

  public InMemoryImportRuns(InMemoryDatabase database) {
    runs = database.table();
    failures = database.table();
  }

  @Override
  public void add(ImportRun run) {
    runs.put(run.id(), run);
  }

  @Override
  public ImportRun get(ImportRunId id) {
    return runs.find(id).orElseThrow(() -> new NotFound(Subject.IMPORT, id));
  }

  @Override
  public List<ImportRun> unfinished(FileHash file) {
    return runs.all().stream()
        .filter(run -> run.file().equals(file) && run.isUnfinished())
        .sorted(Comparator.comparing((ImportRun run) -> run.begun().at()).reversed())
        .toList();
  }

  @Override
  public void save(ImportRun run, List<FailedRow> failed) {
    ImportRun kept = get(run.id());
    if (!kept.version().equals(run.version())) {
      throw new ConcurrentChange(Subject.IMPORT, run.id(), kept.changed());
    }
    runs.put(run.id(), run.withVersion(run.version().next()));
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
}
