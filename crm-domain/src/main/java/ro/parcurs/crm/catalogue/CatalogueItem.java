package ro.parcurs.crm.catalogue;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.money.UnitPrice;

/**
 * Something the company sells, by itself or as a component of something else (spec section 5).
 *
 * <p>It is added active. What is said of it and where its price comes from can be changed at any
 * time: sheets and offers that were finalised keep what they were made of. An item that is no
 * longer sold is deactivated: it stays where it is used and can't be put on anything new. No item
 * is ever removed.
 *
 * <p>Immutable: every method gives the changed copy. Whether a recipe may be had is known to the
 * {@link Catalogue}, which sees all items.
 */
public final class CatalogueItem {

  private final Snapshot state;

  private CatalogueItem(Snapshot state) {
    this.state = state;
  }

  /**
   * Everything an item is, for stores.
   *
   * @param added by whom, and when
   * @param changed by whom last, and when
   */
  public record Snapshot(
      ItemId id,
      ItemDetails details,
      ItemPricing pricing,
      boolean active,
      Stamp added,
      Stamp changed,
      Version version) {

    public Snapshot {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(details, "details");
      Objects.requireNonNull(pricing, "pricing");
      Objects.requireNonNull(added, "added");
      Objects.requireNonNull(changed, "changed");
      Objects.requireNonNull(version, "version");
    }
  }

  /** An item as it was stored. */
  public static CatalogueItem rebuild(Snapshot snapshot) {
    return new CatalogueItem(snapshot);
  }

  /** A new item, active. */
  public static CatalogueItem add(ItemId id, ItemDetails details, ItemPricing pricing, Stamp by) {
    return new CatalogueItem(new Snapshot(id, details, pricing, true, by, by, Version.NEW));
  }

  public CatalogueItem edit(ItemDetails details, Stamp by) {
    return changed(details, pricing(), isActive(), by);
  }

  /** Puts an own price in the place of the price or recipe there was, or a recipe. */
  public CatalogueItem priceBy(ItemPricing pricing, Stamp by) {
    return changed(details(), pricing, isActive(), by);
  }

  /** Lets the item be sold again. */
  public CatalogueItem activate(Stamp by) {
    return changed(details(), pricing(), true, by);
  }

  /** Takes the item out of what can be sold from now on. */
  public CatalogueItem deactivate(Stamp by) {
    return changed(details(), pricing(), false, by);
  }

  private CatalogueItem changed(
      ItemDetails details, ItemPricing pricing, boolean active, Stamp by) {
    return new CatalogueItem(
        new Snapshot(id(), details, pricing, active, state.added(), by, version()));
  }

  public ItemId id() {
    return state.id();
  }

  public ItemDetails details() {
    return state.details();
  }

  public ItemCode code() {
    return details().code();
  }

  public String name() {
    return details().name();
  }

  public ItemPricing pricing() {
    return state.pricing();
  }

  /** The price of its own; empty where it has a recipe. */
  public Optional<UnitPrice> price() {
    return ownPrice().map(OwnPrice::price);
  }

  /** The cost of its own; empty where it has a recipe, or the cost is not known. */
  public Optional<UnitPrice> cost() {
    return ownPrice().flatMap(OwnPrice::cost);
  }

  public Optional<Recipe> recipe() {
    return pricing() instanceof Recipe recipe ? Optional.of(recipe) : Optional.empty();
  }

  private Optional<OwnPrice> ownPrice() {
    return pricing() instanceof OwnPrice own ? Optional.of(own) : Optional.empty();
  }

  public boolean isActive() {
    return state.active();
  }

  public Version version() {
    return state.version();
  }

  /** Who changed it last, and when. */
  public Stamp changed() {
    return state.changed();
  }

  public Snapshot snapshot() {
    return state;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CatalogueItem item && item.state.equals(state);
  }

  @Override
  public int hashCode() {
    return state.hashCode();
  }

  @Override
  public String toString() {
    return state.toString();
  }
}
