package ro.parcurs.crm.catalogue;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@code CatalogueItem}. */
public record ItemId(UUID value) {

  public ItemId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
