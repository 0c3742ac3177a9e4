package ro.parcurs.crm.lead.usecase;

/**
 * What becomes of a row whose company is a lead already, or stands in an earlier row (spec section
 * 9).
 */
public enum DuplicateRule {
  /** The lead stays as it is. */
  SKIP,
  /** What the row says replaces what was known; what it leaves empty stays known. */
  UPDATE,
  /** The row is at fault. */
  REFUSE
}
