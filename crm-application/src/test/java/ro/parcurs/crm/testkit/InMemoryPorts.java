package ro.parcurs.crm.testkit;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;

/** The in-memory adapters of all ports, on a fresh database; what {@link InMemoryModule} binds. */
public final class InMemoryPorts implements Ports {

  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(), binder -> binder.bind(Clock.class).to(SettableClock.class));

  @Override
  public <P> P port(Class<P> port) {
    return injector.getInstance(port);
  }
}
