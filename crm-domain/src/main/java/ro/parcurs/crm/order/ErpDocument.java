package ro.parcurs.crm.order;

import ro.parcurs.crm.money.Money;

/** A document as the ERP reported it: whole, as it stood at one revision. */
public sealed interface ErpDocument permits Invoice, Payment {

  /** The ERP's own identity of it. */
  ErpDocumentId id();

  /** Grows with each change that the ERP makes to it; from 1. */
  long revision();

  /** The client order that it belongs to. */
  OrderId order();

  /** What it is about, with VAT. */
  Money amount();

  /**
   * Whether this report is to replace what was known of the same document: it tells a newer
   * revision.
   *
   * @param known the same kind of document with the same identity
   * @throws ContradictoryReport when it tells the known revision otherwise
   */
  default boolean replaces(ErpDocument known) {
    if (revision() == known.revision() && !equals(known)) {
      throw new ContradictoryReport(this);
    }
    return revision() > known.revision();
  }
}
