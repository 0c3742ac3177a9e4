package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.VatRateBookContract;

class PostgresVatRateBookTest extends VatRateBookContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresVatRateBookTest() {
    super(DATABASE);
  }
}
