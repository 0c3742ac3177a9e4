package ro.parcurs.crm.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.money.VatSubtotal;

/**
 * Promise P12: what offers come to, against the same rules written a second time, in fractions and
 * without any of the product's money types. The build's {@code -Dparcurs.test.tries} says how many
 * offers.
 */
class OfferArithmeticTest {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final List<VatRate> RATES =
      List.of(
          VatRate.of("21", "21"),
          VatRate.of("11", "11"),
          VatRate.of("0", "0"),
          VatRate.exempt("SCUTIT"));

  private static final AtomicInteger OFFERS = new AtomicInteger();
  private static final AtomicInteger LINES = new AtomicInteger();

  @AfterContainer
  static void report() {
    System.out.printf(
        "proof | P12 offers and the oracle | %d offers with %d lines are the same%n",
        OFFERS.get(), LINES.get());
  }

  @Property
  void every_figure_is_what_the_oracle_says(@ForAll("offers") OfferContent content) {
    OfferFigures figures = OfferFigures.of(content);
    Oracle oracle = new Oracle(content);

    List<BigDecimal> totals = new ArrayList<>();
    for (int c = 0; c < content.chapters().size(); c++) {
      for (int i = 0; i < content.chapters().get(c).lines().size(); i++) {
        totals.add(figures.chapters().get(c).lines().get(i).total().amount());
      }
    }
    assertThat(totals).isEqualTo(oracle.lineTotals);
    assertThat(figures.beforeDiscount().amount()).isEqualTo(oracle.before);
    assertThat(figures.discount().amount()).isEqualTo(oracle.discount);
    assertThat(figures.optional().amount()).isEqualTo(oracle.optional);
    assertThat(figures.totals().net().amount()).isEqualTo(oracle.net);
    assertThat(figures.totals().vat().amount()).isEqualTo(oracle.vat);
    assertThat(figures.totals().gross().amount()).isEqualTo(oracle.net.add(oracle.vat));
    assertThat(byRate(figures)).isEqualTo(oracle.vatByRate);
    OFFERS.incrementAndGet();
    LINES.addAndGet(totals.size());
  }

  @Property
  void the_lines_and_the_chapters_add_up_to_the_total(@ForAll("offers") OfferContent content) {
    OfferFigures figures = OfferFigures.of(content);
    Money zero = Money.zero(content.currency());
    Money lines = zero;
    Money shares = zero;
    for (int c = 0; c < content.chapters().size(); c++) {
      for (int i = 0; i < content.chapters().get(c).lines().size(); i++) {
        OfferFigures.LineFigures line = figures.chapters().get(c).lines().get(i);
        if (!content.chapters().get(c).lines().get(i).optional()) {
          lines = lines.plus(line.total());
          shares = shares.plus(line.share());
        }
        assertThat(line.total().isNegative()).isFalse();
        assertThat(line.net()).isEqualTo(line.share().plus(line.total()));
      }
    }
    assertThat(lines).isEqualTo(figures.totals().net());
    assertThat(shares).isEqualTo(figures.discount());
    assertThat(
            figures.chapters().stream()
                .map(OfferFigures.ChapterFigures::total)
                .reduce(zero, Money::plus))
        .isEqualTo(figures.totals().net());
    assertThat(
            figures.totals().vatByRate().stream().map(VatSubtotal::base).reduce(zero, Money::plus))
        .isEqualTo(figures.totals().net());
  }

  @Provide
  Arbitrary<OfferContent> offers() {
    return Combinators.combine(
            Arbitraries.of(Currency.values()), discounts(), Arbitraries.integers().between(1, 4))
        .flatAs(
            (currency, discount, chapters) ->
                lines(currency)
                    .list()
                    .ofMaxSize(12)
                    .map(lines -> new Chapter("Capitol", lines))
                    .list()
                    .ofSize(chapters)
                    .map(list -> content(currency, discount, list)));
  }

  private static OfferContent content(
      Currency currency, Percentage discount, List<Chapter> chapters) {
    return new OfferContent(
        currency,
        Optional.empty(),
        discount,
        chapters,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SampleOffers.VALID_UNTIL);
  }

  private static Arbitrary<OfferLine> lines(Currency currency) {
    Arbitrary<UnitPrice> prices =
        decimals("0", "99999.9999", 4).map(value -> new UnitPrice(value, currency));
    Arbitrary<Quantity> quantities = decimals("0.001", "9999.999", 3).map(Quantity::new);
    Arbitrary<Boolean> optional =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, Arbitraries.just(false)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(true)));
    return Combinators.combine(prices, quantities, discounts(), Arbitraries.of(RATES), optional)
        .as(
            (price, quantity, discount, vat, isOptional) ->
                new OfferLine(
                    Optional.empty(), "Linie", "buc", quantity, price, discount, vat, isOptional));
  }

  private static Arbitrary<Percentage> discounts() {
    return Arbitraries.oneOf(
            Arbitraries.of(BigDecimal.ZERO, new BigDecimal("33.33"), HUNDRED),
            decimals("0", "100", 2))
        .map(Percentage::new);
  }

  private static Arbitrary<BigDecimal> decimals(String from, String to, int decimals) {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal(from), new BigDecimal(to))
        .ofScale(decimals);
  }

  private static Map<String, BigDecimal> byRate(OfferFigures figures) {
    Map<String, BigDecimal> vat = new TreeMap<>();
    figures.totals().vatByRate().forEach(sub -> vat.put(sub.rate().code(), sub.vat().amount()));
    return vat;
  }

  /** The rules of the spec's section 7, once more. */
  private static final class Oracle {

    private final List<BigDecimal> lineTotals = new ArrayList<>();
    private final Map<String, BigDecimal> vatByRate = new TreeMap<>();
    private final BigDecimal before;
    private final BigDecimal discount;
    private final BigDecimal net;
    private final BigDecimal vat;
    private final BigDecimal optional;

    Oracle(OfferContent content) {
      List<OfferLine> lines = content.lines().toList();
      List<BigDecimal> nets = lines.stream().map(Oracle::net).toList();
      before = sum(lines, nets, false);
      optional = sum(lines, nets, true);
      discount = half(before.multiply(content.discount().value()).divide(HUNDRED));
      List<BigDecimal> shares = shares(lines, nets);
      Map<String, BigDecimal> bases = new TreeMap<>();
      Map<String, BigDecimal> rates = new TreeMap<>();
      for (int i = 0; i < lines.size(); i++) {
        BigDecimal total = nets.get(i).subtract(shares.get(i));
        lineTotals.add(total);
        if (!lines.get(i).optional()) {
          bases.merge(lines.get(i).vat().code(), total, BigDecimal::add);
          rates.put(lines.get(i).vat().code(), lines.get(i).vat().percentage().value());
        }
      }
      bases.forEach(
          (code, base) ->
              vatByRate.put(code, half(base.multiply(rates.get(code)).divide(HUNDRED))));
      net = before.subtract(discount);
      vat = vatByRate.values().stream().reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private static BigDecimal net(OfferLine line) {
      return half(
          line.quantity()
              .value()
              .multiply(line.price().value())
              .multiply(HUNDRED.subtract(line.discount().value()))
              .divide(HUNDRED));
    }

    /** Floors first; then one ban each, largest remainder first, the earlier of equals first. */
    private List<BigDecimal> shares(List<OfferLine> lines, List<BigDecimal> nets) {
      List<BigDecimal> shares = new ArrayList<>();
      List<BigDecimal> remainders = new ArrayList<>();
      BigDecimal given = BigDecimal.ZERO;
      for (int i = 0; i < lines.size(); i++) {
        BigInteger product =
            lines.get(i).optional() || before.signum() == 0
                ? BigInteger.ZERO
                : discount.unscaledValue().multiply(nets.get(i).unscaledValue());
        BigInteger whole =
            before.signum() == 0
                ? BigInteger.ONE
                : before.setScale(2, RoundingMode.UNNECESSARY).unscaledValue();
        shares.add(new BigDecimal(product.divide(whole), 2));
        remainders.add(
            new BigDecimal(product.mod(whole)).divide(new BigDecimal(whole), new MathContext(60)));
        given = given.add(shares.get(i));
      }
      for (BigDecimal left = discount.subtract(given);
          left.signum() > 0;
          left = left.subtract(new BigDecimal("0.01"))) {
        int best = 0;
        for (int i = 1; i < lines.size(); i++) {
          if (remainders.get(i).compareTo(remainders.get(best)) > 0) {
            best = i;
          }
        }
        shares.set(best, shares.get(best).add(new BigDecimal("0.01")));
        remainders.set(best, BigDecimal.ONE.negate());
      }
      return shares;
    }

    private static BigDecimal sum(
        List<OfferLine> lines, List<BigDecimal> nets, boolean optionalOnes) {
      BigDecimal sum = BigDecimal.ZERO.setScale(2);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).optional() == optionalOnes) {
          sum = sum.add(nets.get(i));
        }
      }
      return sum;
    }

    private static BigDecimal half(BigDecimal exact) {
      BigDecimal cents = exact.movePointRight(2).add(new BigDecimal("0.5"));
      return cents.setScale(0, RoundingMode.FLOOR).movePointLeft(2).setScale(2);
    }
  }
}
