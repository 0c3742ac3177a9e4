package ro.parcurs.crm.adapter.postgres;

import com.google.inject.Module;
import com.google.inject.util.Modules;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.testkit.GuardedJourney;
import ro.parcurs.crm.testkit.InMemoryUsers;

class PostgresGuardedJourneyTest extends GuardedJourney {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  @Override
  protected Module ports() {
    return Modules.combine(
        DATABASE.adapter().module(),
        binder -> binder.bind(Users.class).toInstance(new InMemoryUsers()));
  }
}
