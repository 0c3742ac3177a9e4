package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.ImportRunsContract;

class PostgresImportRunsTest extends ImportRunsContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresImportRunsTest() {
    super(DATABASE);
  }
}
