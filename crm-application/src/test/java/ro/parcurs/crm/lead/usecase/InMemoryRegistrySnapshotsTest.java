package ro.parcurs.crm.lead.usecase;

import ro.parcurs.crm.testkit.InMemoryPorts;
import ro.parcurs.crm.testkit.RegistrySnapshotsContract;

class InMemoryRegistrySnapshotsTest extends RegistrySnapshotsContract {

  InMemoryRegistrySnapshotsTest() {
    super(new InMemoryPorts());
  }
}
