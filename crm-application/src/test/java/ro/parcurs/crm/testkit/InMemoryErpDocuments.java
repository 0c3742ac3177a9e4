package ro.parcurs.crm.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.order.ErpDocument;
import ro.parcurs.crm.order.ErpDocumentId;
import ro.parcurs.crm.order.Invoice;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.Payment;
import ro.parcurs.crm.order.usecase.ErpDocuments;

/** What the ERP reported, in memory. */
public final class InMemoryErpDocuments implements ErpDocuments {

  private final InMemoryTable<ErpDocumentId, Invoice> invoices;
  private final InMemoryTable<ErpDocumentId, Payment> payments;

  public InMemoryErpDocuments(InMemoryDatabase database) {
    invoices = database.table();
    payments = database.table();
  }

  @Override
  public boolean take(ErpDocument report) {
    return report instanceof Invoice invoice
        ? take(invoices, invoice)
        : take(payments, (Payment) report);
  }

  private static <D extends ErpDocument> boolean take(
      InMemoryTable<ErpDocumentId, D> known, D report) {
    boolean isNew = known.find(report.id()).map(report::replaces).orElse(true);
    if (isNew) {
      known.put(report.id(), report);
    }
    return isNew;
  }

  @Override
  public Optional<Invoice> findInvoice(ErpDocumentId id) {
    return invoices.find(id);
  }

  @Override
  public Optional<Payment> findPayment(ErpDocumentId id) {
    return payments.find(id);
  }

  @Override
  public List<Invoice> invoices(OrderId order) {
    return invoices.all().stream()
        .filter(invoice -> invoice.order().equals(order))
        .sorted(
            Comparator.comparing(Invoice::issuedOn)
                .thenComparing(Invoice::number)
                .thenComparing(invoice -> invoice.id().value()))
        .toList();
  }

  @Override
  public List<Payment> payments(OrderId order) {
    return payments.all().stream()
        .filter(payment -> payment.order().equals(order))
        .sorted(
            Comparator.comparing(Payment::paidOn).thenComparing(payment -> payment.id().value()))
        .toList();
  }
}
