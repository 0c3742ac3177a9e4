package ro.parcurs.crm.lead.usecase;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * As what a company is registered.
 *
 * @param on since when
 * @param legalForm in the registry's words
 * @param naturalPerson whether it is one person who trades: name, address and phone are then
 *     personal data
 * @param eInvoicing whether it stands in the register RO e-Factura, which one joins freely: for
 *     information only, the duty to send e-invoices doesn't hang on it
 */
public record Registration(
    Optional<LocalDate> on,
    Optional<String> legalForm,
    boolean naturalPerson,
    Optional<Boolean> eInvoicing) {

  /** Nothing is known. */
  public static final Registration UNKNOWN =
      new Registration(Optional.empty(), Optional.empty(), false, Optional.empty());

  public Registration {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(legalForm, "legalForm");
    Objects.requireNonNull(eInvoicing, "eInvoicing");
  }
}
