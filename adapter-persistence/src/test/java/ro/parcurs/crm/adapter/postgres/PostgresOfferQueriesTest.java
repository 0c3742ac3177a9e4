package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.OfferQueriesContract;

class PostgresOfferQueriesTest extends OfferQueriesContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresOfferQueriesTest() {
    super(DATABASE);
  }
}
