package ro.parcurs.crm.lead;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@code WorkPoint} within its lead. */
public record WorkPointId(UUID value) {

  public WorkPointId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
