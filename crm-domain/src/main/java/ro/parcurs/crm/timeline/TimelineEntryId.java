package ro.parcurs.crm.timeline;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@link TimelineEntry}. */
public record TimelineEntryId(UUID value) {

  public TimelineEntryId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
