package ro.parcurs.crm.change;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.UserId;

/**
 * Who did something, and when.
 *
 * @param name the user's name at that moment
 * @param at to the microsecond, which is what stores keep
 */
public record Stamp(UserId by, String name, Instant at) {

  public Stamp {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  public static Stamp of(Actor actor, Instant at) {
    return new Stamp(actor.id(), actor.name(), at);
  }
}
