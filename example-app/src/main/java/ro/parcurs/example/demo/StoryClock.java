package ro.parcurs.example.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Stands where the story is. Not for several threads. */
final class StoryClock extends Clock {

  private final ZoneId zone;
  private Instant now;

  StoryClock(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  void stand(Instant moment) {
    now = moment;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new StoryClock(other, now);
  }
}
