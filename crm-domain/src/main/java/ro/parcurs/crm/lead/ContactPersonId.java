package ro.parcurs.crm.lead;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@code ContactPerson} within its lead. */
public record ContactPersonId(UUID value) {

  public ContactPersonId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
