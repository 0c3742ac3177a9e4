package ro.parcurs.crm.order;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@code ClientOrder}. */
public record OrderId(UUID value) {

  public OrderId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
