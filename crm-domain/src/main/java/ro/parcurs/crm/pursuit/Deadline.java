package ro.parcurs.crm.pursuit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The moment until which a responsibility is to be done.
 *
 * @param at to the microsecond, which is what stores keep
 */
public record Deadline(Instant at) {

  public Deadline {
    at = Moments.of("deadline", at);
  }

  /** Whether the moment is past. */
  public boolean isPast(Instant now) {
    return at.isBefore(now);
  }

  /** Calendar days from today to the deadline; negative when it is late by as many days. */
  public long daysLeft(LocalDate today, ZoneId zone) {
    return ChronoUnit.DAYS.between(today, at.atZone(zone).toLocalDate());
  }

  /** Another day, at the same time of day. */
  public Deadline onDay(LocalDate day, ZoneId zone) {
    return new Deadline(day.atTime(at.atZone(zone).toLocalTime()).atZone(zone).toInstant());
  }
}
