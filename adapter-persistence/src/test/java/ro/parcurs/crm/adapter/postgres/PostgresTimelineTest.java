package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.TimelineContract;

class PostgresTimelineTest extends TimelineContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresTimelineTest() {
    super(DATABASE);
  }
}
