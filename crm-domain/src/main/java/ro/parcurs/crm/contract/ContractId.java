package ro.parcurs.crm.contract;

import java.util.Objects;
import java.util.UUID;

/** The identity of a {@code Contract}. */
public record ContractId(UUID value) {

  public ContractId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
