package ro.parcurs.crm.adapter.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.testkit.EvaluationSheetsContract;

class PostgresEvaluationSheetsTest extends EvaluationSheetsContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  PostgresEvaluationSheetsTest() {
    super(DATABASE);
  }
}
