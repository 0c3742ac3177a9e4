package ro.parcurs.crm.lead.usecase;

import java.util.Map;
import java.util.Objects;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.spreadsheet.FileHash;

/**
 * An import of leads from one sheet of one file. It is kept together with each batch of leads, so
 * whoever resumes it after a crash goes on behind the last row that was committed.
 *
 * @param file what the file is recognised by; the file itself is not kept
 * @param sheet the name of the sheet
 * @param places where the known columns are
 * @param headerRow the number of the row with the headings
 * @param rows how many rows there are below the headings
 * @param position the number of the last row that was read; that of the header at first
 * @param begun by whom, and when
 * @param changed by whom last, and when
 */
public record ImportRun(
    ImportRunId id,
    FileHash file,
    String fileName,
    String sheet,
    int headerRow,
    Map<LeadColumn, Integer> places,
    DuplicateRule duplicates,
    ImportRunState state,
    int rows,
    int position,
    ImportCounts counts,
    Stamp begun,
    Stamp changed,
    Version version) {

  public static final int MAX_FILE_NAME = 255;

  public ImportRun {
    Objects.requireNonNull(id, "id");
    places = Map.copyOf(places);
    if (position < headerRow || counts.read() > rows) {
      throw new IllegalArgumentException("more rows were read than there are");
    }
  }

  /** Whether it can go on. */
  public boolean isUnfinished() {
    return state != ImportRunState.FINISHED;
  }

  public boolean isOf(UserId user) {
    return begun.by().equals(user);
  }

  /** Whether it is the same import of the same file. */
  public boolean isSameAs(ImportRun other) {
    return file.equals(other.file)
        && sheet.equals(other.sheet)
        && headerRow == other.headerRow
        && places.equals(other.places)
        && duplicates == other.duplicates
        && isOf(other.begun.by());
  }

  /** The run after one more batch. */
  public ImportRun after(int lastRow, ImportCounts batch, Stamp by) {
    return changed(state, lastRow, counts.plus(batch), by);
  }

  public ImportRun resume(Stamp by) {
    return changed(ImportRunState.RUNNING, position, counts, by);
  }

  public ImportRun cancel(Stamp by) {
    return changed(ImportRunState.CANCELLED, position, counts, by);
  }

  public ImportRun finish(Stamp by) {
    return changed(ImportRunState.FINISHED, position, counts, by);
  }

  /** The same as a store has it. */
  public ImportRun withVersion(Version stored) {
    return new ImportRun(
        id,
        file,
        fileName,
        sheet,
        headerRow,
        places,
        duplicates,
        state,
        rows,
        position,
        counts,
        begun,
        changed,
        stored);
  }

  private ImportRun changed(
      ImportRunState newState, int newPosition, ImportCounts newCounts, Stamp by) {
    return new ImportRun(
        id,
        file,
        fileName,
        sheet,
        headerRow,
        places,
        duplicates,
        newState,
        rows,
        newPosition,
        newCounts,
        begun,
        by,
        version);
  }
}
