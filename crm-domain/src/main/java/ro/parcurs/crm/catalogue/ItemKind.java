package ro.parcurs.crm.catalogue;

/** What is sold (spec section 5). */
public enum ItemKind {
  SERVICE,
  PRODUCT
}
