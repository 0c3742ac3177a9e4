package ro.parcurs.crm.order;

/**
 * What an invoice is today; always computed by {@link Invoice#status}, never stored (spec section
 * 8).
 */
public enum InvoiceStatus {
  DRAFT,
  ISSUED,
  /** Something was paid, not everything, and it is not yet late. */
  PARTIALLY_PAID,
  PAID,
  /** Not wholly paid after the day on which it was due, whether something was paid or not. */
  OVERDUE,
  CANCELLED
}
