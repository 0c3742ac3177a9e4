package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.LeadQueriesContract;

class PostgresLeadQueriesTest extends LeadQueriesContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresLeadQueriesTest() {
    super(DATABASE);
  }
}
