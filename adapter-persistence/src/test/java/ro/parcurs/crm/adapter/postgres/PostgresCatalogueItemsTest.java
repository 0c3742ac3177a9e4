package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.CatalogueItemsContract;

class PostgresCatalogueItemsTest extends CatalogueItemsContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresCatalogueItemsTest() {
    super(DATABASE);
  }
}
