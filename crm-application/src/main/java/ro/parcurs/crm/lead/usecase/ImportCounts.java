package ro.parcurs.crm.lead.usecase;

/** What became of the rows read so far; the other four come to the first. */
public record ImportCounts(int read, int added, int updated, int skipped, int failed) {

  public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

  public ImportCounts {
    if (added < 0
        || updated < 0
        || skipped < 0
        || failed < 0
        || read != added + updated + skipped + failed) {
      throw new IllegalArgumentException("rows that nothing became of");
    }
  }

  /** Both together. */
  public ImportCounts plus(ImportCounts more) {
    return new ImportCounts(
        read + more.read,
        added + more.added,
        updated + more.updated,
        skipped + more.skipped,
        failed + more.failed);
  }
}
