package ro.parcurs.crm.lead.usecase;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.company.VatState;

/**
 * What the registry says of a company and VAT.
 *
 * @param since when the company was last registered for VAT, or ceased to be
 * @param onCollection whether it pays VAT when it is paid itself; empty where the registry is
 *     silent
 */
public record RegistryVat(
    VatState state, Optional<LocalDate> since, Optional<Boolean> onCollection) {

  public RegistryVat {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(onCollection, "onCollection");
  }

  /** Only the state is known. */
  public static RegistryVat of(VatState state) {
    return new RegistryVat(state, Optional.empty(), Optional.empty());
  }
}
