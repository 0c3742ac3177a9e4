package ro.parcurs.crm.journey.usecase;

import com.google.inject.Module;
import ro.parcurs.crm.testkit.GuardedJourney;
import ro.parcurs.crm.testkit.InMemoryModule;

class InMemoryGuardedJourneyTest extends GuardedJourney {

  @Override
  protected Module ports() {
    return new InMemoryModule();
  }
}
