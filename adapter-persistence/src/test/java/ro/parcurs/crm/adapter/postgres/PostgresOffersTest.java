package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.OffersContract;

class PostgresOffersTest extends OffersContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresOffersTest() {
    super(DATABASE);
  }
}
