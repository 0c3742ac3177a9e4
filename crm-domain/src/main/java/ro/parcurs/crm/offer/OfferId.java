package ro.parcurs.crm.offer;

import java.util.Objects;
import java.util.UUID;

/** The identity of one revision of an {@code Offer}. */
public record OfferId(UUID value) {

  public OfferId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
