package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.LeadsContract;

/** Leads where COPY can't be used. */
class HiddenDriverLeadsTest extends LeadsContract {

  @RegisterExtension static final HiddenDriver DATABASE = new HiddenDriver();

  HiddenDriverLeadsTest() {
    super(DATABASE);
  }
}
