package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.LeadsContract;

class PostgresLeadsTest extends LeadsContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresLeadsTest() {
    super(DATABASE);
  }
}
