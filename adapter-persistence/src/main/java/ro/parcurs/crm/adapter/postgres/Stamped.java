package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import ro.parcurs.crm.actor.UserId;

/** A row with the columns {@code changed_by}, {@code changed_by_name} and {@code changed_at}. */
interface Stamped {

  UserId changedBy();

  String changedByName();

  Instant changedAt();
}
