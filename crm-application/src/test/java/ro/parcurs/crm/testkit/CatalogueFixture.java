package ro.parcurs.crm.testkit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemDetails;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.ItemPricing;
import ro.parcurs.crm.catalogue.OwnPrice;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.catalogue.RecipeComponent;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;

/**
 * Items for tests, each with a code of its own: {@code
 * anItem().named("Revizie").at("12.50").build()}. Immutable.
 */
public final class CatalogueFixture {

  public static final VatRate STANDARD = VatRate.of("21", "21");
  public static final VatRate REDUCED = VatRate.of("11", "11");

  private static final AtomicInteger LAST = new AtomicInteger();

  private final CatalogueItem item;

  private CatalogueFixture(CatalogueItem item) {
    this.item = item;
  }

  /** An active service at 100 lei. */
  public static CatalogueFixture anItem() {
    return new CatalogueFixture(
        CatalogueItem.add(
            new ItemId(UUID.randomUUID()),
            new ItemDetails(
                new ItemCode(
                    "TEST-"
                        + UUID.randomUUID().toString().substring(0, 8)
                        + "-"
                        + LAST.incrementAndGet()),
                "Serviciu",
                "oră",
                ItemKind.SERVICE,
                "Servicii",
                STANDARD,
                Percentage.of("2.5")),
            OwnPrice.of(UnitPrice.of("100", Currency.RON)),
            PursuitFixture.BY_ANA));
  }

  public CatalogueFixture coded(String code) {
    return details(
        old ->
            new ItemDetails(
                new ItemCode(code),
                old.name(),
                old.unit(),
                old.kind(),
                old.category(),
                old.vat(),
                old.commission()));
  }

  public CatalogueFixture named(String name) {
    return details(
        old ->
            new ItemDetails(
                old.code(),
                name,
                old.unit(),
                old.kind(),
                old.category(),
                old.vat(),
                old.commission()));
  }

  public CatalogueFixture ofKind(ItemKind kind) {
    return details(
        old ->
            new ItemDetails(
                old.code(),
                old.name(),
                old.unit(),
                kind,
                old.category(),
                old.vat(),
                old.commission()));
  }

  public CatalogueFixture in(String category) {
    return details(
        old ->
            new ItemDetails(
                old.code(),
                old.name(),
                old.unit(),
                old.kind(),
                category,
                old.vat(),
                old.commission()));
  }

  public CatalogueFixture taxed(VatRate vat) {
    return details(
        old ->
            new ItemDetails(
                old.code(),
                old.name(),
                old.unit(),
                old.kind(),
                old.category(),
                vat,
                old.commission()));
  }

  /** With a price of its own in lei. */
  public CatalogueFixture at(String price) {
    return pricedBy(OwnPrice.of(UnitPrice.of(price, Currency.RON)));
  }

  public CatalogueFixture at(String price, String cost, Currency currency) {
    return pricedBy(
        new OwnPrice(UnitPrice.of(price, currency), Optional.of(UnitPrice.of(cost, currency))));
  }

  public CatalogueFixture of(RecipeComponent... components) {
    return pricedBy(new Recipe(List.of(components)));
  }

  /** So much of an item, for a recipe. */
  public static RecipeComponent some(String quantity, CatalogueItem item) {
    return new RecipeComponent(item.id(), Quantity.of(quantity));
  }

  public CatalogueFixture pricedBy(ItemPricing pricing) {
    return with(before -> before.priceBy(pricing, PursuitFixture.BY_ANA));
  }

  public CatalogueFixture inactive() {
    return with(before -> before.deactivate(PursuitFixture.BY_ANA));
  }

  public CatalogueItem build() {
    return item;
  }

  private CatalogueFixture details(UnaryOperator<ItemDetails> change) {
    return with(before -> before.edit(change.apply(before.details()), PursuitFixture.BY_ANA));
  }

  private CatalogueFixture with(UnaryOperator<CatalogueItem> change) {
    return new CatalogueFixture(change.apply(item));
  }
}
