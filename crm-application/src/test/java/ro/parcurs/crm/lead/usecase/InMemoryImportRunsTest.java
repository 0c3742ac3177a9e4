package ro.parcurs.crm.lead.usecase;

import ro.parcurs.crm.testkit.ImportRunsContract;
import ro.parcurs.crm.testkit.InMemoryPorts;

class InMemoryImportRunsTest extends ImportRunsContract {

  InMemoryImportRunsTest() {
    super(new InMemoryPorts());
  }
}
