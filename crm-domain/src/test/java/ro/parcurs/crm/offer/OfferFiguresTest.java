package ro.parcurs.crm.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.money.Currency.EUR;
import static ro.parcurs.crm.money.Currency.RON;
import static ro.parcurs.crm.offer.SampleOffers.REDUCED;
import static ro.parcurs.crm.offer.SampleOffers.STANDARD;
import static ro.parcurs.crm.offer.SampleOffers.at;
import static ro.parcurs.crm.offer.SampleOffers.content;
import static ro.parcurs.crm.offer.SampleOffers.line;
import static ro.parcurs.crm.offer.SampleOffers.optional;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.CurrencyMismatch;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatSubtotal;

/** What offers come to, with figures known beforehand. */
class OfferFiguresTest {

  @Test
  void vat_is_computed_on_the_sum_and_not_by_line() {
    OfferFigures figures =
        OfferFigures.of(
            content(line("a", "1", "97.50"), line("b", "1", "65"), line("c", "1", "32.50")));
    assertThat(figures.totals().vat()).isEqualTo(ron("40.95"));
  }

  @Test
  void many_small_lines() {
    assertThat(vat(10, "0.12")).isEqualTo(ron("0.25"));
    assertThat(vat(30, "4.26")).isEqualTo(ron("26.84"));
  }

  @Test
  void every_line_is_rounded_once() {
    OfferFigures figures =
        OfferFigures.of(content(line("a", "12.12", "12.12"), line("b", "12.12", "12.12")));
    assertThat(figures.totals().net()).isEqualTo(ron("293.78"));
    assertThat(figures.totals().vat()).isEqualTo(ron("61.69"));
  }

  @Test
  void the_discounted_unit_price_is_not_rounded_by_itself() {
    OfferLine line = line("a", "16", "348.35").withDiscount(Percentage.of("4"));
    assertThat(OfferFigures.of(content(line)).totals().net()).isEqualTo(ron("5350.66"));
  }

  @Test
  void the_offers_discount_is_spread_over_the_lines_by_largest_remainder() {
    OfferFigures figures =
        OfferFigures.of(
            content(
                "10",
                new Chapter("A", List.of(line("a", "1", "0.35"), line("b", "1", "0.35"))),
                new Chapter("B", List.of(line("c", "1", "0.34")))));
    assertThat(figures.beforeDiscount()).isEqualTo(ron("1.04"));
    assertThat(figures.discount()).isEqualTo(ron("0.10"));
    assertThat(figures.chapters().get(0).lines())
        .containsExactly(
            new OfferFigures.LineFigures(ron("0.35"), ron("0.04"), ron("0.31")),
            new OfferFigures.LineFigures(ron("0.35"), ron("0.03"), ron("0.32")));
    assertThat(figures.chapters().get(1).total()).isEqualTo(ron("0.31"));
    assertThat(figures.totals().net()).isEqualTo(ron("0.94"));
  }

  @Test
  void a_discount_lowers_the_base_of_every_rate() {
    OfferFigures figures =
        OfferFigures.of(
            content(
                "50",
                new Chapter(
                    "A", List.of(line("a", "1", "100"), at(REDUCED, line("b", "1", "200"))))));
    assertThat(figures.totals().vatByRate())
        .containsExactly(
            new VatSubtotal(STANDARD, ron("50.00"), ron("10.50")),
            new VatSubtotal(REDUCED, ron("100.00"), ron("11.00")));
    assertThat(figures.totals().gross()).isEqualTo(ron("171.50"));
  }

  @Test
  void optional_lines_are_in_no_total_and_get_nothing_of_the_discount() {
    OfferFigures figures =
        OfferFigures.of(
            content(
                "10",
                new Chapter("A", List.of(optional(line("x", "1", "50")), line("a", "1", "100")))));
    assertThat(figures.optional()).isEqualTo(ron("50.00"));
    assertThat(figures.totals().net()).isEqualTo(ron("90.00"));
    assertThat(figures.chapters().get(0).net()).isEqualTo(ron("100.00"));
    assertThat(figures.chapters().get(0).lines().get(0).share()).isEqualTo(ron("0.00"));
  }

  @Test
  void a_discount_of_everything_leaves_nothing() {
    OfferFigures figures =
        OfferFigures.of(content("100", new Chapter("A", List.of(line("a", "3", "0.333")))));
    assertThat(figures.totals().gross()).isEqualTo(ron("0.00"));
  }

  @Test
  void an_offer_without_lines_comes_to_nothing() {
    assertThat(OfferFigures.of(content()).totals().gross()).isEqualTo(ron("0.00"));
  }

  @Test
  void more_than_money_can_be_is_refused() {
    OfferLine most = line("a", "999999999.999", "999999999.9999");
    assertThatThrownBy(() -> SampleOffers.draft(content(most))).isInstanceOf(InvalidInput.class);
  }

  @Test
  void every_price_is_in_the_offers_currency() {
    OfferLine euro =
        new OfferLine(
            Optional.empty(),
            "a",
            "buc",
            line("a", "1", "1").quantity(),
            UnitPrice.of("1", EUR),
            Percentage.ZERO,
            STANDARD,
            false);
    assertThatThrownBy(() -> content(euro)).isInstanceOf(CurrencyMismatch.class);
  }

  @Test
  void the_margin_counts_only_lines_in_the_total_whose_cost_is_known() {
    OfferContent content =
        new OfferContent(
            RON,
            Optional.of(new ExchangeRate(EUR, RON, new java.math.BigDecimal("5"))),
            Percentage.of("10"),
            List.of(
                new Chapter(
                    "A",
                    List.of(
                        costing("2", EUR, line("a", "10", "20")),
                        costing("60", RON, line("b", "1", "50")),
                        optional(costing("1", RON, line("c", "1", "50"))),
                        line("d", "1", "100")))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            SampleOffers.VALID_UNTIL);
    assertThat(SampleOffers.draft(content).margin())
        .contains(new Margin(ron("225.00"), ron("160.00"), false));
    assertThat(SampleOffers.draft(content).margin().orElseThrow().amount()).isEqualTo(ron("65.00"));
    assertThat(SampleOffers.draft().margin()).isEmpty();
  }

  private static OfferLine costing(String cost, ro.parcurs.crm.money.Currency in, OfferLine line) {
    OfferedItem item =
        new OfferedItem(
            new ItemId(new UUID(1, 1)),
            new ItemCode("A-1"),
            ItemKind.SERVICE,
            "Servicii",
            Percentage.ZERO,
            Optional.of(UnitPrice.of(cost, in)));
    return new OfferLine(
        Optional.of(item),
        line.name(),
        line.unit(),
        line.quantity(),
        line.price(),
        line.discount(),
        line.vat(),
        line.optional());
  }

  private static Money vat(int lines, String price) {
    OfferLine[] all =
        IntStream.range(0, lines)
            .mapToObj(i -> line("l" + i, "1", price))
            .toArray(OfferLine[]::new);
    return OfferFigures.of(content(all)).totals().vat();
  }

  private static Money ron(String amount) {
    return Money.of(amount, RON);
  }
}
