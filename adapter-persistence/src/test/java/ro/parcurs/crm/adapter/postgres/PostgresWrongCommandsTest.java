package ro.parcurs.crm.adapter.postgres;

import com.google.inject.util.Modules;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.FaultInjection;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.WrongCommandsContract;

class PostgresWrongCommandsTest extends WrongCommandsContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresWrongCommandsTest() {
    super(
        Modules.override(new InMemoryModule()).with(DATABASE.adapter().module()),
        new FaultyDatabase(DATABASE, new FaultInjection(false))::everythingStored);
  }
}
