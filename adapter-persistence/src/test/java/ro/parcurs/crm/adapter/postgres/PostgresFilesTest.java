package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.FilesContract;

class PostgresFilesTest extends FilesContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresFilesTest() {
    super(DATABASE);
  }
}
