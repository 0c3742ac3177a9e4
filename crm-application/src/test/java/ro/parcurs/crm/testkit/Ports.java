package ro.parcurs.crm.testkit;

/** Where a contract gets the adapters that it tests. */
@FunctionalInterface
public interface Ports {

  /** The adapter of a driven port; all of them work on the same data. */
  <P> P port(Class<P> port);

  /** One adapter that stands alone. */
  static <A> Ports only(Class<A> type, A adapter) {
    return new Ports() {
      @Override
      public <P> P port(Class<P> port) {
        if (port != type) {
          throw new IllegalArgumentException("there is only " + type.getSimpleName());
        }
        return port.cast(adapter);
      }
    };
  }
}
