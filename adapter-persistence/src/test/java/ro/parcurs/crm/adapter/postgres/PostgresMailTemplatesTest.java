package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.MailTemplatesContract;

class PostgresMailTemplatesTest extends MailTemplatesContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresMailTemplatesTest() {
    super(DATABASE);
  }
}
