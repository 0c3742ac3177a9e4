package ro.parcurs.architecture.breach.crm.lead.usecase;

import java.util.UUID;

class MakesItsOwnIds {
  UUID next() {
    return UUID.randomUUID();
  }
}
