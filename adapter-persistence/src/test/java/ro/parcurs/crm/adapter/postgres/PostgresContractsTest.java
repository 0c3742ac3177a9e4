package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.ContractsContract;

class PostgresContractsTest extends ContractsContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresContractsTest() {
    super(DATABASE);
  }
}
