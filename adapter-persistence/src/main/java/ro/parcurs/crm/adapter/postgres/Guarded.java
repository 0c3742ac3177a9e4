package ro.parcurs.crm.adapter.postgres;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.work.StoreBusy;
import ro.parcurs.crm.work.StoreFault;

/** An update that is done only while the row still has the version that was read. */
final class Guarded {

  private Guarded() {}

  /**
   * What became of an update whose key another row has got at the same moment.
   *
   * @param key what both were to have
   * @param holder who has it now; null for nobody any more
   * @return {@link AlreadyExists}, or {@link StoreBusy} when the key has become free again
   */
  static RuntimeException collision(
      Subject subject, Object key, @Nullable Object holder, StoreFault fault) {
    return holder == null
        ? new StoreBusy("other work changed the same data meanwhile", fault)
        : new AlreadyExists(subject, key, holder);
  }

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
