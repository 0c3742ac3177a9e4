package ro.parcurs.crm.pursuit;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@code Responsibility}. */
public record ResponsibilityId(UUID value) {

  public ResponsibilityId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
