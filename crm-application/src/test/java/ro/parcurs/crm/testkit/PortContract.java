package ro.parcurs.crm.testkit;

import java.util.UUID;
import java.util.function.Supplier;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * What the contract of every driven port begins with. A contract is an abstract class of tests that
 * get the port they test from {@link #port}; each adapter extends it once:
 *
 * <pre>{@code
 * final class InMemoryLeadsTest extends LeadsContract {
 *   InMemoryLeadsTest() {
 *     super(new InMemoryPorts());
 *   }
 * }
 * }</pre>
 *
 * <p>An adapter may keep what earlier tests of the class have written, so every test uses new ids
 * and its own keys, and never counts everything there is.
 */
public abstract class PortContract {

  private final Ports ports;

  protected PortContract(Ports ports) {
    this.ports = ports;
  }

  protected final <P> P port(Class<P> port) {
    return ports.port(port);
  }

  /** Runs as one unit of work. */
  protected final <T> T inTransaction(Supplier<T> body) {
    return port(UnitOfWork.class).inTransaction(body);
  }

  /** Runs as one unit of work. */
  protected final void inTransaction(Runnable body) {
    this.<Boolean>inTransaction(
        () -> {
          body.run();
          return true;
        });
  }

  /** An identity that no other test has. */
  protected static UUID newId() {
    return UUID.randomUUID();
  }
}
