package ro.parcurs.crm.adapter.postgres;

import com.google.inject.AbstractModule;

/** Binds every port to its store. */
final class PostgresModule extends AbstractModule {

  private final Stores stores;

  PostgresModule(Stores stores) {
    this.stores = stores;
  }

  @Override
  protected void configure() {
    stores.ports().forEach(this::bindPort);
  }

  private <P> void bindPort(Class<P> port) {
    bind(port).toInstance(stores.get(port));
  }
}
