package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemDetails;
import ro.parcurs.crm.catalogue.ItemPricing;
import ro.parcurs.crm.catalogue.OwnPrice;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.catalogue.RecipeComponent;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;

/** Between items and their rows. */
@Mapper(config = RowMapping.class)
interface CatalogueItemRows {

  @Mapping(target = "code", source = "details.code")
  @Mapping(target = "name", source = "details.name")
  @Mapping(target = "unit", source = "details.unit")
  @Mapping(target = "kind", source = "details.kind")
  @Mapping(target = "category", source = "details.category")
  @Mapping(target = "vatCode", source = "details.vat.code")
  @Mapping(target = "vatPercentage", source = "details.vat.percentage")
  @Mapping(target = "vatExempt", source = "details.vat.exempt")
  @Mapping(target = "commission", source = "details.commission")
  @Mapping(target = "price", source = "pricing", qualifiedByName = "price")
  @Mapping(target = "currency", source = "pricing", qualifiedByName = "currency")
  @Mapping(target = "cost", source = "pricing", qualifiedByName = "cost")
  @Mapping(target = "recipe", ignore = true)
  @Mapping(target = "addedBy", source = "added.by")
  @Mapping(target = "addedByName", source = "added.name")
  @Mapping(target = "addedAt", source = "added.at")
  @Mapping(target = "changedBy", source = "changed.by")
  @Mapping(target = "changedByName", source = "changed.name")
  @Mapping(target = "changedAt", source = "changed.at")
  CatalogueItemRow row(CatalogueItem.Snapshot item);

  @Named("price")
  default @Nullable BigDecimal price(ItemPricing pricing) {
    return own(pricing).map(own -> own.price().value()).orElse(null);
  }

  @Named("currency")
  default @Nullable Currency currency(ItemPricing pricing) {
    return own(pricing).map(own -> own.price().currency()).orElse(null);
  }

  @Named("cost")
  default @Nullable BigDecimal cost(ItemPricing pricing) {
    return own(pricing).flatMap(OwnPrice::cost).map(UnitPrice::value).orElse(null);
  }

  private static Optional<OwnPrice> own(ItemPricing pricing) {
    return pricing instanceof OwnPrice own ? Optional.of(own) : Optional.empty();
  }

  /**
   * @param components of its recipe; empty where it has none
   */
  @Mapping(target = "details", source = "row")
  @Mapping(target = "pricing", expression = "java(pricing(row, components))")
  @Mapping(target = "added", source = "row", qualifiedByName = "added")
  @Mapping(target = "changed", source = "row")
  CatalogueItem.Snapshot item(CatalogueItemRow row, List<RecipeComponent> components);

  @Mapping(target = "vat", source = ".")
  ItemDetails details(CatalogueItemRow row);

  default VatRate vat(CatalogueItemRow row) {
    return new VatRate(row.vatCode(), row.vatPercentage(), row.vatExempt());
  }

  default ItemPricing pricing(CatalogueItemRow row, List<RecipeComponent> components) {
    if (row.price() == null) {
      return new Recipe(components);
    }
    Currency currency = Objects.requireNonNull(row.currency());
    return new OwnPrice(
        new UnitPrice(row.price(), currency),
        Optional.ofNullable(row.cost()).map(cost -> new UnitPrice(cost, currency)));
  }

  @Named("added")
  default Stamp added(CatalogueItemRow row) {
    return new Stamp(row.addedBy(), row.addedByName(), row.addedAt());
  }
}
