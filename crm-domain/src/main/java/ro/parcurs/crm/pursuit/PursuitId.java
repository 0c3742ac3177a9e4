package ro.parcurs.crm.pursuit;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@code Pursuit}. */
public record PursuitId(UUID value) {

  public PursuitId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
