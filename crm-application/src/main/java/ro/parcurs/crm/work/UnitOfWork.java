package ro.parcurs.crm.work;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All or nothing: what the stores do inside is kept together when the body returns, and forgotten
 * together when it throws. Stores write only inside. Nothing that leaves the machine happens
 * inside.
 *
 * <p>A unit of work begun inside another joins it. When one that joined throws, the whole is
 * forgotten, even if the body of the outer one catches that and goes on.
 */
public interface UnitOfWork {

  /**
   * Runs the body as one unit.
   *
   * @return what the body returned, once everything is kept
   * @throws RuntimeException what the body threw, after everything was forgotten
   * @throws OutcomeUnknown when it could not be learned whether everything was kept
   * @throws StoreFailure when the storage failed; nothing was kept
   */
  <T> T inTransaction(Supplier<T> body);

  /**
   * Runs a body that only reads, so that all it reads is of one moment. Inside a unit of work it
   * joins that, and sees what was written in it.
   *
   * @throws IllegalStateException when a store is written inside, unless a unit of work was joined
   * @throws StoreFailure when the storage failed
   */
  <T> T reading(Supplier<T> body);

  /**
   * Whether the calling thread is inside a unit of work, or inside a transaction of the embedding
   * application, which another one would join. Who began it alone can begin it again.
   */
  boolean isUnderWay();

  /**
   * What is to be done when the unit of work under way, with all that joined it, has ended: in the
   * same thread, outside any transaction, in the order in which it was asked for. It must not
   * throw.
   *
   * @throws IllegalStateException outside a unit of work that may write
   */
  void whenEnded(Consumer<Ending> action);

  /** How a unit of work has ended. */
  enum Ending {
    /** Everything was kept. */
    COMMITTED,
    /** Everything was forgotten. */
    ROLLED_BACK,
    /** It was a part of a transaction of the embedding application, which isn't done yet. */
    LEFT_TO_HOST,
    /** Perhaps everything was kept, perhaps nothing; see {@link OutcomeUnknown}. */
    UNKNOWN
  }
}
