package ro.parcurs.crm.catalogue;

/**
 * Where the price of an item comes from. An item with a recipe has no price of its own: its price
 * is what its recipe comes to (spec section 5).
 */
public sealed interface ItemPricing permits OwnPrice, Recipe {}
