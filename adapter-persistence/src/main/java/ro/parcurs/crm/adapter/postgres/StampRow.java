package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import ro.parcurs.crm.actor.UserId;

/** Who changed a row last, alone: {@code select changed_by, changed_by_name, changed_at from …}. */
record StampRow(UserId changedBy, String changedByName, Instant changedAt) implements Stamped {}
