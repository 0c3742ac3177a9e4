package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.SavedFiltersContract;

class PostgresSavedFiltersTest extends SavedFiltersContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresSavedFiltersTest() {
    super(DATABASE);
  }
}
