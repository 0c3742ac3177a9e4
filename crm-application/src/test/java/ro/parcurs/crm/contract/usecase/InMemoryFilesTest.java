package ro.parcurs.crm.contract.usecase;

import ro.parcurs.crm.testkit.FilesContract;
import ro.parcurs.crm.testkit.InMemoryPorts;

class InMemoryFilesTest extends FilesContract {

  InMemoryFilesTest() {
    super(new InMemoryPorts());
  }
}
