package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.CommandResultsContract;

class PostgresCommandResultsTest extends CommandResultsContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresCommandResultsTest() {
    super(DATABASE);
  }
}
