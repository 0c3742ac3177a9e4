package ro.parcurs.crm.lead;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@code Lead}. */
public record LeadId(UUID value) {

  public LeadId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
