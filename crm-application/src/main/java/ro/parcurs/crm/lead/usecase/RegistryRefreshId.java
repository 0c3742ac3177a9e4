package ro.parcurs.crm.lead.usecase;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@code RegistryRefresh}. */
public record RegistryRefreshId(UUID value) {

  public RegistryRefreshId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
