package ro.parcurs.crm.offer.usecase;

/** What becomes of the lines that an offer has when lines are imported. */
public enum LinesRule {
  /** They stay; the imported ones come behind them, in chapters of the same titles if there are. */
  ADD,
  /** The imported ones take their place. */
  REPLACE
}
