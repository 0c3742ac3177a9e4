package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.RegistryRefreshesContract;

class PostgresRegistryRefreshesTest extends RegistryRefreshesContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresRegistryRefreshesTest() {
    super(DATABASE);
  }
}
