package ro.parcurs.crm.adapter.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.usecase.ImportRun;
import ro.parcurs.crm.lead.usecase.ImportRunId;
import ro.parcurs.crm.lead.usecase.ImportRuns;
import ro.parcurs.crm.spreadsheet.FailedRow;

/** Imports in the table {@code import_run}, rows that failed in {@code import_failure}. */
final class PostgresImportRuns implements ImportRuns {

  /** A statement takes some 65,000 parameters, and a row has three. */
  private static final int FAILURES_AT_ONCE = 5_000;

  private static final TypeReference<List<Violation>> FAULTS = new TypeReference<>() {};

  private final ImportRunMapper mapper;
  private final Documents documents;

  PostgresImportRuns(ImportRunMapper mapper, Documents documents) {
    this.mapper = mapper;
    this.documents = documents;
  }

  @Override
  public void add(ImportRun run) {
    if (mapper.insert(row(run.withVersion(run.version().next()))) == 0) {
      throw new AlreadyExists(Subject.IMPORT, run.id(), run.id());
    }
  }

  @Override
  public ImportRun get(ImportRunId id) {
    return found(id, mapper.find(id));
  }

  @Override
  public ImportRun lock(ImportRunId id) {
    return found(id, mapper.lock(id));
  }

  private ImportRun found(ImportRunId id, @Nullable ImportRunRow row) {
    if (row == null) {
      throw new NotFound(Subject.IMPORT, id);
    }
    return run(row);
  }

  @Override
  public List<ImportRun> unfinished(Sha256 file) {
    return mapper.unfinished(file.value()).stream().map(this::run).toList();
  }

  @Override
  public List<ImportRun> newest(UserId user, int limit) {
    return mapper.newest(user, limit).stream().map(this::run).toList();
  }

  @Override
  public void save(ImportRun run, List<FailedRow> failed) {
    Guarded.requireOneRow(
        mapper.update(row(run)), Subject.IMPORT, run.id(), () -> mapper.findStamp(run.id()));
    for (int from = 0; from < failed.size(); from += FAILURES_AT_ONCE) {
      mapper.insertFailures(
          run.id(),
          failed.subList(from, Math.min(failed.size(), from + FAILURES_AT_ONCE)).stream()
              .map(row -> new FailedRowRow(row.number(), documents.write(row.faults(), FAULTS)))
              .toList());
    }
  }

  @Override
  public List<FailedRow> failed(ImportRunId id, Optional<Integer> after, int limit) {
    return mapper.failures(id, after.orElse(0), limit).stream()
        .map(row -> new FailedRow(row.rowNumber(), documents.read(row.faults(), FAULTS)))
        .toList();
  }

  @Override
  public int forget(Instant changedBefore, int limit) {
    return mapper.forget(changedBefore, limit);
  }

  private ImportRunRow row(ImportRun run) {
    return new ImportRunRow(
        run.id(),
        run.plan().file().value(),
        run.state(),
        documents.write(run),
        run.version(),
        run.begun().by(),
        run.begun().at(),
        run.changed().by(),
        run.changed().name(),
        run.changed().at());
  }

  private ImportRun run(ImportRunRow row) {
    return documents.read(row.document(), ImportRun.class).withVersion(row.version());
  }
}
