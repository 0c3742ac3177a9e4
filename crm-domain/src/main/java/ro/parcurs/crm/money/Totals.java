package ro.parcurs.crm.money;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a document comes to. The VAT is computed per rate on the sum of the nets of that rate, then
 * rounded, and the document's VAT is the sum of these (EN 16931: BR-CO-10, BR-S-08, BR-CO-17; hence
 * RO e-Factura).
 *
 * @param vatByRate the highest rate first, an exemption after a rate of 0
 */
public record Totals(Money net, Money vat, Money gross, List<VatSubtotal> vatByRate) {

  private static final Comparator<VatSubtotal> HIGHEST_FIRST =
      Comparator.comparing((VatSubtotal subtotal) -> subtotal.rate().percentage())
          .reversed()
          .thenComparing(subtotal -> subtotal.rate().exempt())
          .thenComparing(subtotal -> subtotal.rate().code());

  public Totals {
    vatByRate = List.copyOf(vatByRate);
  }

  /**
   * Adds the lines up.
   *
   * @param currency what the totals are in, also where there is no line
   * @throws CurrencyMismatch when a line is in another currency
   */
  public static Totals of(Currency currency, List<TaxedNet> lines) {
    Map<VatRate, Money> bases = new HashMap<>();
    for (TaxedNet line : lines) {
      CurrencyMismatch.check(currency, line.net().currency());
      bases.merge(line.rate(), line.net(), Money::plus);
    }
    List<VatSubtotal> subtotals = new ArrayList<>();
    bases.forEach((rate, base) -> subtotals.add(new VatSubtotal(rate, base, rate.on(base))));
    subtotals.sort(HIGHEST_FIRST);
    Money net = Money.zero(currency);
    Money vat = Money.zero(currency);
    for (VatSubtotal subtotal : subtotals) {
      net = net.plus(subtotal.base());
      vat = vat.plus(subtotal.vat());
    }
    return new Totals(net, vat, net.plus(vat), subtotals);
  }
}
