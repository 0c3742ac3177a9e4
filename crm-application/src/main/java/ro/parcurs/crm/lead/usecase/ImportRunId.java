package ro.parcurs.crm.lead.usecase;

import java.util.Objects;
import java.util.UUID;

/** The identity of an {@link ImportRun}. */
public record ImportRunId(UUID value) {

  public ImportRunId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
