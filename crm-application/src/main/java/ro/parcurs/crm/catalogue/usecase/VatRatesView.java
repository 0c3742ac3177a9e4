package ro.parcurs.crm.catalogue.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.money.VatRates;

/**
 * The VAT rates and their dates.
 *
 * @param validToday what items can be given today
 * @param changed by whom last; empty while they are those the product came with
 */
public record VatRatesView(
    VatRates rates,
    List<VatRate> validToday,
    Optional<Stamp> changed,
    Version version,
    boolean mayChange) {

  public VatRatesView {
    validToday = List.copyOf(validToday);
  }
}
