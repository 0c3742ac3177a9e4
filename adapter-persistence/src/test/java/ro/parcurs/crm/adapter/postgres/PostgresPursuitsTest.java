package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.PursuitsContract;

class PostgresPursuitsTest extends PursuitsContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresPursuitsTest() {
    super(DATABASE);
  }
}
