package ro.parcurs.crm.pursuit;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@code Meeting} within its responsibility. */
public record MeetingId(UUID value) {

  public MeetingId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
