package ro.parcurs.crm.order.usecase;

/** What became of a report of the ERP. */
public enum Reception {
  /** It told something new. */
  TAKEN,
  /** It, or a newer revision of the same document, was known already; nothing was changed. */
  KNOWN
}
