package ro.parcurs.crm.money;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.money.Currency.RON;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Totals whose figures are known beforehand, all at a VAT of 21 %. */
class GoldenTotalsTest {

  private static final VatRate STANDARD = VatRate.of("21", "21");

  @Test
  void vat_is_computed_on_the_sum_of_the_nets() {
    assertThat(totals("97.50", "65.00", "32.50").vat()).isEqualTo(ron("40.95"));
  }

  @Test
  void ten_lines_of_twelve_bani() {
    assertThat(totals(Collections.nCopies(10, "0.12")).vat()).isEqualTo(ron("0.25"));
  }

  @Test
  void thirty_lines_of_four_lei_twenty_six() {
    assertThat(totals(Collections.nCopies(30, "4.26")).vat()).isEqualTo(ron("26.84"));
  }

  @Test
  void two_lines_of_twelve_twelve_by_twelve_twelve() {
    Money line = LineNet.of(UnitPrice.of("12.12", RON), Quantity.of("12.12"));
    Totals totals =
        Totals.of(RON, List.of(new TaxedNet(STANDARD, line), new TaxedNet(STANDARD, line)));
    assertThat(totals.net()).isEqualTo(ron("293.78"));
    assertThat(totals.vat()).isEqualTo(ron("61.69"));
    assertThat(totals.gross()).isEqualTo(ron("355.47"));
  }

  @Test
  void the_discounted_unit_price_is_not_rounded_by_itself() {
    assertThat(LineNet.of(UnitPrice.of("348.35", RON), Quantity.of("16"), Percentage.of("4")))
        .isEqualTo(ron("5350.66"));
  }

  @Test
  void a_recipe_by_lines() {
    Quantity hundred = Quantity.of("100");
    Money net =
        Stream.of(
                LineNet.of(UnitPrice.of("0.333", RON), Quantity.of("3").times(hundred)),
                LineNet.of(UnitPrice.of("12.49", RON), Quantity.of("0.35").times(hundred)),
                LineNet.of(UnitPrice.of("7.77", RON), Quantity.of("1.1").times(hundred)))
            .reduce(Money.zero(RON), Money::plus);
    assertThat(net).isEqualTo(ron("1391.75"));
  }

  @Test
  void every_rate_has_its_own_subtotal_and_the_exempt_is_apart_from_zero() {
    Totals totals =
        Totals.of(
            RON,
            List.of(
                new TaxedNet(VatRate.exempt("SCUTIT"), ron("10.00")),
                new TaxedNet(VatRate.of("0", "0"), ron("20.00")),
                new TaxedNet(VatRate.of("11", "11"), ron("30.00")),
                new TaxedNet(STANDARD, ron("40.00")),
                new TaxedNet(VatRate.of("11", "11"), ron("0.05"))));
    assertThat(totals.vatByRate())
        .containsExactly(
            new VatSubtotal(STANDARD, ron("40.00"), ron("8.40")),
            new VatSubtotal(VatRate.of("11", "11"), ron("30.05"), ron("3.31")),
            new VatSubtotal(VatRate.of("0", "0"), ron("20.00"), ron("0.00")),
            new VatSubtotal(VatRate.exempt("SCUTIT"), ron("10.00"), ron("0.00")));
    assertThat(totals.net()).isEqualTo(ron("100.05"));
    assertThat(totals.vat()).isEqualTo(ron("11.71"));
    assertThat(totals.gross()).isEqualTo(ron("111.76"));
  }

  @Test
  void nothing_comes_to_nothing() {
    assertThat(Totals.of(RON, List.of()))
        .isEqualTo(new Totals(ron("0"), ron("0"), ron("0"), List.of()));
  }

  private static Totals totals(String... nets) {
    return totals(List.of(nets));
  }

  private static Totals totals(List<String> nets) {
    return Totals.of(RON, nets.stream().map(net -> new TaxedNet(STANDARD, ron(net))).toList());
  }

  private static Money ron(String amount) {
    return Money.of(amount, RON);
  }
}
