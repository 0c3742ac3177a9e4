package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.ResponsibilitiesContract;

class PostgresResponsibilitiesTest extends ResponsibilitiesContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresResponsibilitiesTest() {
    super(DATABASE);
  }
}
