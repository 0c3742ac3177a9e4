package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.EventCursorsContract;

class PostgresEventCursorsTest extends EventCursorsContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresEventCursorsTest() {
    super(DATABASE);
  }
}
