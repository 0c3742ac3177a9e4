package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.RegistrySnapshotsContract;

class PostgresRegistrySnapshotsTest extends RegistrySnapshotsContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresRegistrySnapshotsTest() {
    super(DATABASE);
  }
}
