package ro.parcurs.crm.testkit;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;

/**
 * The in-memory adapters of all ports, on a fresh database; those that need not be there included;
 * what {@link InMemoryModule#connected} binds.
 */
public final class InMemoryPorts implements Ports {

  private final Injector injector =
      Guice.createInjector(
          InMemoryModule.connected(), binder -> binder.bind(Clock.class).to(SettableClock.class));

  @Override
  public <P> P port(Class<P> port) {
    return injector.getInstance(port);
  }
}
