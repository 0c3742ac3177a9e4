package ro.parcurs.crm.lead.usecase;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@link SavedFilter}. */
public record SavedFilterId(UUID value) {

  public SavedFilterId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
