package ro.parcurs.crm.adapter.postgres;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;

/** An update that is done only while the row still has the version that was read. */
final class Guarded {

  private Guarded() {}

  /**
   * Looks at what an {@code update … where id = … and version = …} came to.
   *
   * @param rows how many rows it changed
   * @param stored finds who changed the row last
   * @throws ConcurrentChange when the row has another version
   * @throws NotFound when there is no such row
   */
  static void requireOneRow(
      int rows, Subject subject, Object id, Supplier<@Nullable StampRow> stored) {
    if (rows == 1) {
      return;
    }
    StampRow winner = stored.get();
    if (winner == null) {
      throw new NotFound(subject, id);
    }
    throw new ConcurrentChange(
        subject, id, new Stamp(winner.changedBy(), winner.changedByName(), winner.changedAt()));
  }
}
