package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.EventLogContract;

class PostgresEventLogTest extends EventLogContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresEventLogTest() {
    super(DATABASE);
  }
}
