package ro.parcurs.crm.catalogue;

/** How far an item with a recipe is taken apart into lines (spec section 7, Generation). */
public enum Explosion {
  /** One line per component of the recipe; a component with a recipe of its own stays one line. */
  COMPONENTS,
  /** One line per item without a recipe, however deep it stands. */
  LEAVES
}
