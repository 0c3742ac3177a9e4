package ro.parcurs.crm.evaluation;

import java.util.Objects;
import java.util.UUID;

/** The identity of an {@code EvaluationSheet}. */
public record SheetId(UUID value) {

  public SheetId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
