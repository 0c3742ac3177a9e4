package ro.parcurs.crm.testkit;

import com.google.inject.AbstractModule;
import ro.parcurs.crm.work.UnitOfWork;

/** Binds every driven port to its in-memory adapter, all on one {@link InMemoryDatabase}. */
public final class InMemoryModule extends AbstractModule {

  private final InMemoryDatabase database = new InMemoryDatabase();

  @Override
  protected void configure() {
    bind(UnitOfWork.class).toInstance(database);
  }
}
