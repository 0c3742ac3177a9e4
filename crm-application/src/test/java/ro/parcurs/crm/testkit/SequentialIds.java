package ro.parcurs.crm.testkit;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import ro.parcurs.crm.work.Ids;

/** Identities 1, 2, 3 …, so that a failing test shows the same ones again. Thread-safe. */
public final class SequentialIds implements Ids {

  private final AtomicLong last = new AtomicLong();

  @Override
  public UUID next() {
    return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | last.incrementAndGet());
  }
}
