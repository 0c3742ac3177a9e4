package ro.parcurs.crm.order.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.order.ContradictoryReport;
import ro.parcurs.crm.order.ErpDocument;
import ro.parcurs.crm.order.ErpDocumentId;
import ro.parcurs.crm.order.Invoice;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.Payment;

/**
 * What the ERP reported: of each invoice and of each payment the newest revision. Invoices and
 * payments have identities of their own, so the same text may stand for one of each.
 */
public interface ErpDocuments {

  /**
   * Takes a report in, when it tells more than what is known; of two that come at the same time the
   * newer one stays. Only inside a unit of work.
   *
   * @return whether the report was taken; a repetition and an older revision are not
   * @throws ContradictoryReport when it tells the known revision otherwise
   */
  boolean take(ErpDocument report);

  Optional<Invoice> findInvoice(ErpDocumentId id);

  Optional<Payment> findPayment(ErpDocumentId id);

  /** The invoices of an order, by date of issue, then by number. */
  List<Invoice> invoices(OrderId order);

  /** The payments of an order, by date, then by identity. */
  List<Payment> payments(OrderId order);
}
