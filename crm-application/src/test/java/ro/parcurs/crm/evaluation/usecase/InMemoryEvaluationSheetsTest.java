package ro.parcurs.crm.evaluation.usecase;

import ro.parcurs.crm.testkit.EvaluationSheetsContract;
import ro.parcurs.crm.testkit.InMemoryPorts;

class InMemoryEvaluationSheetsTest extends EvaluationSheetsContract {

  InMemoryEvaluationSheetsTest() {
    super(new InMemoryPorts());
  }
}
