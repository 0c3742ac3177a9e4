package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.UnitOfWorkContract;

class PostgresUnitOfWorkTest extends UnitOfWorkContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresUnitOfWorkTest() {
    super(DATABASE);
  }
}
