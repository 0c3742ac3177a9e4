package ro.parcurs.crm.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static ro.parcurs.crm.catalogue.Items.id;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;

/**
 * Random nested catalogues beside an oracle that knows nothing of the product's types: numbers,
 * texts and maps only.
 */
class RandomCatalogueTest {

  private static final BigDecimal RATE = new BigDecimal("4.9755");
  private static final List<VatRate> RATES =
      List.of(
          VatRate.of("21", "21"),
          VatRate.of("11", "11"),
          VatRate.of("0", "0"),
          VatRate.exempt("SCUTIT"));

  /** An item as plainly as it can be said; leaves have a price, the others parts. */
  private record Plain(
      BigDecimal price,
      boolean euro,
      BigDecimal vat,
      String vatCode,
      Map<String, BigDecimal> parts) {}

  /** A line as plainly as it can be said. */
  private record PlainLine(String code, BigDecimal quantity, BigDecimal price, BigDecimal net) {}

  @Property(tries = 500)
  void lines_and_totals_are_what_the_oracle_says(@ForAll long seed) {
    Random random = new Random(seed);
    Map<String, Plain> plain = randomCatalogue(random);
    Catalogue catalogue =
        Catalogue.of(plain.keySet().stream().map(code -> item(code, plain)).toList());
    PricingTerms terms =
        new PricingTerms(
            Currency.RON, Optional.of(new ExchangeRate(Currency.EUR, Currency.RON, RATE)));
    for (String code : plain.keySet()) {
      for (Explosion explosion : Explosion.values()) {
        BigDecimal quantity = number(random, 1, 2_000_000, 3);
        List<PlainLine> expected = oracle(code, quantity, explosion == Explosion.LEAVES, plain);
        if (expected.stream().anyMatch(line -> line.quantity().signum() == 0)) {
          assertThat(
                  catchThrowable(
                      () -> catalogue.explode(id(code), new Quantity(quantity), explosion, terms)))
              .isInstanceOf(InvalidInput.class);
          continue;
        }
        List<PricedLine> lines =
            catalogue.explode(id(code), new Quantity(quantity), explosion, terms);
        assertThat(lines.stream().map(RandomCatalogueTest::plain).toList()).isEqualTo(expected);
        assertTotals(lines, expected, plain);
      }
    }
  }

  private static void assertTotals(
      List<PricedLine> lines, List<PlainLine> expected, Map<String, Plain> plain) {
    Map<String, BigDecimal> bases = new TreeMap<>();
    BigDecimal net = BigDecimal.ZERO;
    for (PlainLine line : expected) {
      net = net.add(line.net());
      bases.merge(item(line.code(), plain).details().vat().code(), line.net(), BigDecimal::add);
    }
    BigDecimal vat = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> base : bases.entrySet()) {
      BigDecimal percentage =
          plain.values().stream()
              .filter(item -> item.vatCode().equals(base.getKey()))
              .findFirst()
              .orElseThrow()
              .vat();
      vat =
          vat.add(
              base.getValue()
                  .multiply(percentage)
                  .divide(new BigDecimal("100"), 2, RoundingMode.HALF_UP));
    }
    Totals totals = Totals.of(Currency.RON, lines.stream().map(PricedLine::taxed).toList());
    assertThat(totals.net().amount()).isEqualByComparingTo(net);
    assertThat(totals.vat().amount()).isEqualByComparingTo(vat);
    assertThat(totals.gross().amount()).isEqualByComparingTo(net.add(vat));
  }

  // ---- the oracle ----

  private static BigDecimal price(String code, Map<String, Plain> plain) {
    Plain item = get(code, plain);
    if (item.parts().isEmpty()) {
      return item.euro()
          ? item.price().multiply(RATE).setScale(4, RoundingMode.HALF_UP)
          : item.price();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> part : item.parts().entrySet()) {
      sum = sum.add(price(part.getKey(), plain).multiply(part.getValue()));
    }
    return sum.setScale(4, RoundingMode.HALF_UP);
  }

  private static List<PlainLine> oracle(
      String code, BigDecimal quantity, boolean leaves, Map<String, Plain> plain) {
    Plain item = get(code, plain);
    List<PlainLine> lines = new ArrayList<>();
    if (item.parts().isEmpty()) {
      lines.add(line(code, quantity, plain));
    }
    item.parts()
        .forEach(
            (part, perUnit) -> {
              BigDecimal exact = quantity.multiply(perUnit);
              if (leaves) {
                lines.addAll(oracle(part, exact, true, plain));
              } else {
                lines.add(line(part, exact, plain));
              }
            });
    return lines;
  }

  private static PlainLine line(String code, BigDecimal exact, Map<String, Plain> plain) {
    BigDecimal quantity = exact.setScale(3, RoundingMode.HALF_UP);
    BigDecimal price = price(code, plain).setScale(4, RoundingMode.UNNECESSARY);
    return new PlainLine(
        code, quantity, price, quantity.multiply(price).setScale(2, RoundingMode.HALF_UP));
  }

  private static PlainLine plain(PricedLine line) {
    return new PlainLine(
        line.code().value(), line.quantity().value(), line.price().value(), line.net().amount());
  }

  // ---- random catalogues ----

  /** Each item is made only of earlier ones, so there is no cycle; at most five levels. */
  private static Map<String, Plain> randomCatalogue(Random random) {
    Map<String, Plain> items = new LinkedHashMap<>();
    Map<String, Integer> levels = new LinkedHashMap<>();
    int count = 2 + random.nextInt(10);
    for (int i = 0; i < count; i++) {
      String code = "I" + i;
      Map<String, BigDecimal> parts = new LinkedHashMap<>();
      int level = 0;
      if (i > 0 && random.nextInt(3) > 0) {
        for (String earlier : items.keySet()) {
          if (random.nextInt(3) == 0 && levels.getOrDefault(earlier, 0) < 4) {
            parts.put(earlier, number(random, 1, 20_000, 3));
            level = Math.max(level, 1 + levels.getOrDefault(earlier, 0));
          }
        }
      }
      VatRate vat = RATES.get(random.nextInt(RATES.size()));
      items.put(
          code,
          new Plain(
              number(random, 0, 5_000_000, 4),
              random.nextInt(5) == 0,
              vat.percentage().value(),
              vat.code(),
              parts));
      levels.put(code, level);
    }
    return items;
  }

  private static CatalogueItem item(String code, Map<String, Plain> plain) {
    Plain item = get(code, plain);
    ItemPricing pricing =
        item.parts().isEmpty()
            ? OwnPrice.of(new UnitPrice(item.price(), item.euro() ? Currency.EUR : Currency.RON))
            : new Recipe(
                item.parts().entrySet().stream()
                    .map(
                        part ->
                            new RecipeComponent(id(part.getKey()), new Quantity(part.getValue())))
                    .toList());
    VatRate vat =
        RATES.stream().filter(rate -> rate.code().equals(item.vatCode())).findFirst().orElseThrow();
    return Items.item(code, pricing, vat);
  }

  private static Plain get(String code, Map<String, Plain> plain) {
    return Optional.ofNullable(plain.get(code)).orElseThrow();
  }

  private static BigDecimal number(Random random, int from, int to, int decimals) {
    return BigDecimal.valueOf(from + random.nextInt(to - from), decimals);
  }
}
