package ro.parcurs.crm.order;

/**
 * How far the ERP has come with an invoice; what the ERP knows, as against what follows from it.
 */
public enum InvoiceStage {
  /** Being written; it counts for nothing yet. */
  DRAFT,
  ISSUED,
  /** Annulled or reversed; it counts for nothing any more. */
  CANCELLED
}
