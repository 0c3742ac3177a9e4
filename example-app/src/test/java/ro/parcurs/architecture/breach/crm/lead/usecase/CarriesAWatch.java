package ro.parcurs.architecture.breach.crm.lead.usecase;

import java.time.Clock;

class CarriesAWatch {
  Clock watch() {
    return Clock.systemUTC();
  }
}
