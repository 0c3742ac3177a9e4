package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.OutboxContract;

class PostgresOutboxTest extends OutboxContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresOutboxTest() {
    super(DATABASE);
  }
}
