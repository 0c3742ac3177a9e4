package ro.parcurs.crm.company;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a company is in the registry of the tax authority, and since when where that is known.
 *
 * @param since the date of the state: inactivation, striking off, registration
 */
public record RegistryStatus(RegistryState state, Optional<LocalDate> since) {

  public RegistryStatus {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(since, "since");
  }
}
