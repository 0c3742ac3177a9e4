package ro.parcurs.crm.contract;

import java.util.Objects;
import java.util.UUID;

/** The identity of a stored file. */
public record FileId(UUID value) {

  public FileId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
