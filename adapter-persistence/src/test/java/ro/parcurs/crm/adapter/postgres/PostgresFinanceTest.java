package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.FinanceContract;

class PostgresFinanceTest extends FinanceContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresFinanceTest() {
    super(DATABASE);
  }
}
