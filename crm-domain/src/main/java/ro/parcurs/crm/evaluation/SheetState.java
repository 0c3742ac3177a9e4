package ro.parcurs.crm.evaluation;

/** Where an evaluation sheet stands (spec section 6). */
public enum SheetState {
  /** Lines can be changed; prices are those of the day. */
  DRAFT,
  /** Prices and recipes are frozen; an offer can be made from it. */
  FINALISED,
  /** Begun by mistake, or no longer needed; kept for its number. */
  DISCARDED
}
