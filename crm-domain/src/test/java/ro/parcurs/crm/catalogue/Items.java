package ro.parcurs.crm.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;

/** Items for tests, by short names. */
public final class Items {

  public static final Stamp BY_ANA =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));
  public static final VatRate STANDARD = VatRate.of("21", "21");

  private Items() {}

  /** The identity of the item with that code. */
  public static ItemId id(String code) {
    return new ItemId(UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)));
  }

  public static CatalogueItem item(String code, String price) {
    return item(code, OwnPrice.of(UnitPrice.of(price, Currency.RON)), STANDARD);
  }

  public static CatalogueItem item(String code, ItemPricing pricing, VatRate vat) {
    return CatalogueItem.add(
        id(code),
        new ItemDetails(
            new ItemCode(code),
            "Item " + code,
            "buc",
            ItemKind.SERVICE,
            "Servicii",
            vat,
            Percentage.ZERO),
        pricing,
        BY_ANA);
  }

  public static CatalogueItem composed(String code, RecipeComponent... components) {
    return item(code, new Recipe(List.of(components)), STANDARD);
  }

  /** So much of the item with that code. */
  public static RecipeComponent some(String quantity, String code) {
    return new RecipeComponent(id(code), Quantity.of(quantity));
  }
}
