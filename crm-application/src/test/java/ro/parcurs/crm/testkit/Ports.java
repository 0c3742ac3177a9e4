package ro.parcurs.crm.testkit;

/** Where a contract gets the adapters that it tests. */
@FunctionalInterface
public interface Ports {

  /** The adapter of a driven port; all of them work on the same data. */
  <P> P port(Class<P> port);
}
