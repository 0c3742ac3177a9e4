package ro.parcurs.crm.adapter.xls;

import java.util.Optional;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/**
 * How much comes out of one file. Beside the guard that POI has (which the embedding application
 * may have loosened for its own purposes) this one is the adapter's own.
 */
final class Inflation {

  /** What a million rows of twenty columns inflate to. */
  static final long MAX_BYTES = 1536L << 20;

  /** Files below this are never suspected. */
  private static final long HARMLESS = 64L << 20;

  /** Real sheets pack 10 to 50 to 1. */
  private static final long MAX_RATIO = 200;

  private final long packed;
  private final Optional<Inflation> whole;
  private final long max;
  private long inflated;

  /**
   * @param packed the length of the file
   */
  Inflation(long packed) {
    this(packed, Optional.empty(), MAX_BYTES);
  }

  private Inflation(long packed, Optional<Inflation> whole, long max) {
    this.packed = packed;
    this.whole = whole;
    this.max = max;
  }

  /** For a part of the file, of which less is taken. */
  Inflation within(long maxOfPart) {
    return new Inflation(packed, Optional.of(this), maxOfPart);
  }

  void add(long bytes) {
    whole.ifPresent(all -> all.add(bytes));
    inflated += bytes;
    if (inflated > max || (inflated > HARMLESS && inflated / MAX_RATIO > packed)) {
      throw new UnreadableWorkbook(WorkbookFault.TOO_LARGE);
    }
  }
}
