package ro.parcurs.crm.journey.usecase;

import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.WrongCommandsContract;

class InMemoryWrongCommandsTest extends WrongCommandsContract {

  InMemoryWrongCommandsTest() {
    super(new InMemoryModule());
  }
}
