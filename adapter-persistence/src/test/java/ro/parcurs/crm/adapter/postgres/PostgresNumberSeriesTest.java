package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.NumberSeriesContract;

class PostgresNumberSeriesTest extends NumberSeriesContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresNumberSeriesTest() {
    super(DATABASE);
  }
}
