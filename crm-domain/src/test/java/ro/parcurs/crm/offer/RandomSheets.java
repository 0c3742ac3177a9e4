package ro.parcurs.crm.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.Explosion;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemDetails;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.ItemPricing;
import ro.parcurs.crm.catalogue.OwnPrice;
import ro.parcurs.crm.catalogue.PricingTerms;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.catalogue.RecipeComponent;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.evaluation.SheetTerms;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.ResponsibilityId;

/**
 * Finalised sheets over random catalogues: nested recipes, both currencies, all VAT rates, both
 * ways of taking items apart. The same seed makes the same sheet.
 */
final class RandomSheets {

  private static final List<VatRate> RATES =
      List.of(
          VatRate.of("21", "21"),
          VatRate.of("11", "11"),
          VatRate.of("9", "9"),
          VatRate.of("0", "0"),
          VatRate.exempt("SCUTIT"));
  private static final Stamp BY =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));

  private final Random random;

  RandomSheets(long seed) {
    random = new Random(seed);
  }

  Catalogue catalogue() {
    List<CatalogueItem> items = new ArrayList<>();
    int size = 1 + random.nextInt(15);
    for (int i = 0; i < size; i++) {
      ItemPricing pricing =
          i > 0 && random.nextInt(2) == 0 ? recipe(items) : OwnPrice.of(unitPrice());
      CatalogueItem item =
          CatalogueItem.add(
              new ItemId(new UUID(random.nextLong(), random.nextLong())),
              new ItemDetails(
                  new ItemCode("A" + i),
                  "Articol " + i,
                  "buc",
                  random.nextBoolean() ? ItemKind.SERVICE : ItemKind.PRODUCT,
                  "Diverse",
                  RATES.get(random.nextInt(RATES.size())),
                  Percentage.ZERO),
              pricing,
              BY);
      items.add(item);
      try {
        Catalogue.of(items);
      } catch (CrmException tooDeep) {
        items.remove(item);
      }
    }
    return Catalogue.of(items);
  }

  /** A sheet of items of the catalogue, finalised; empty where a quantity comes to nothing. */
  Optional<EvaluationSheet> sheet(Catalogue catalogue) {
    List<CatalogueItem> items = List.copyOf(catalogue.items());
    List<SheetLine> lines = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      lines.add(new SheetLine(items.get(random.nextInt(items.size())).id(), quantity()));
    }
    try {
      return Optional.of(
          EvaluationSheet.add(
                  new SheetId(new UUID(1, 1)),
                  new LeadId(new UUID(1, 2)),
                  new PursuitId(new UUID(1, 3)),
                  new ResponsibilityId(new UUID(1, 4)),
                  new DocumentNumber(Series.EVALUATION_SHEET, 2026, 17),
                  BY)
              .change(lines, terms(), BY)
              .finalise(catalogue, BY));
    } catch (CrmException nothingOrTooMuch) {
      return Optional.empty();
    }
  }

  Percentage discount() {
    return new Percentage(BigDecimal.valueOf(random.nextInt(10_001), 2));
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private Recipe recipe(List<CatalogueItem> items) {
    List<CatalogueItem> choices = new ArrayList<>(items);
    List<RecipeComponent> components = new ArrayList<>();
    for (int i = random.nextInt(Math.min(5, choices.size())); i >= 0; i--) {
      CatalogueItem part = choices.remove(random.nextInt(choices.size()));
      components.add(new RecipeComponent(part.id(), quantity()));
    }
    return new Recipe(components);
  }

  private SheetTerms terms() {
    Currency to = random.nextBoolean() ? Currency.RON : Currency.EUR;
    Currency from = to == Currency.RON ? Currency.EUR : Currency.RON;
    BigDecimal rate = BigDecimal.valueOf(1 + random.nextInt(60_000), 4);
    return new SheetTerms(
        new PricingTerms(to, Optional.of(new ExchangeRate(from, to, rate))),
        random.nextBoolean() ? Explosion.COMPONENTS : Explosion.LEAVES);
  }

  private UnitPrice unitPrice() {
    return new UnitPrice(
        BigDecimal.valueOf(random.nextInt(5_000_000), random.nextInt(5)),
        random.nextInt(4) == 0 ? Currency.EUR : Currency.RON);
  }

  private Quantity quantity() {
    return new Quantity(BigDecimal.valueOf(1 + random.nextInt(5_000), random.nextInt(4)));
  }
}
