package ro.parcurs.architecture.breach.crm.lead.usecase;

import java.time.Instant;
import java.util.function.Supplier;

class LooksAtTheWallByReference {
  Supplier<Instant> now() {
    return Instant::now;
  }
}
