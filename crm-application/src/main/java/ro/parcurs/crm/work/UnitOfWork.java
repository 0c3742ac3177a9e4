package ro.parcurs.crm.work;

import java.util.function.Supplier;

/**
 * All or nothing: what the stores do inside is kept together when the body returns, and forgotten
 * together when it throws. A unit of work begun inside another joins it. Nothing that leaves the
 * machine happens inside.
 */
public interface UnitOfWork {

  /**
   * Runs the body as one unit.
   *
   * @return what the body returned, once everything is kept
   * @throws RuntimeException what the body threw, after everything was forgotten
   */
  <T> T inTransaction(Supplier<T> body);
}
