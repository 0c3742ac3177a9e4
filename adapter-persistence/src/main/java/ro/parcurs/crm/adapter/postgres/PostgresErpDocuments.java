package ro.parcurs.crm.adapter.postgres;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.order.ErpDocument;
import ro.parcurs.crm.order.ErpDocumentId;
import ro.parcurs.crm.order.Invoice;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.Payment;
import ro.parcurs.crm.order.usecase.ErpDocuments;

/**
 * What the ERP reported, in the tables {@code invoice} and {@code payment}. A report replaces an
 * older revision only, so of two at the same time the newer one stays.
 */
final class PostgresErpDocuments implements ErpDocuments {

  private final ErpDocumentMapper mapper;
  private final OrderRows rows = new GeneratedOrderRows();

  PostgresErpDocuments(ErpDocumentMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public boolean take(ErpDocument report) {
    return report instanceof Invoice invoice ? take(invoice) : take((Payment) report);
  }

  private boolean take(Invoice invoice) {
    InvoiceRow row = rows.row(invoice);
    if (mapper.addInvoice(row) == 1) {
      tell(invoice.order());
      return true;
    }
    OrderId before = mapper.lockInvoice(invoice.id());
    if (mapper.replaceInvoice(row) == 1) {
      tell(before, invoice.order());
      return true;
    }
    return findInvoice(invoice.id()).map(invoice::replaces).orElseThrow();
  }

  private boolean take(Payment payment) {
    PaymentRow row = rows.row(payment);
    if (mapper.addPayment(row) == 1) {
      tell(payment.order());
      return true;
    }
    OrderId before = mapper.lockPayment(payment.id());
    if (mapper.replacePayment(row) == 1) {
      tell(before, payment.order());
      return true;
    }
    return findPayment(payment.id()).map(payment::replaces).orElseThrow();
  }

  /** Under the lock of the order, so that of two reports at once the later sees the earlier. */
  private void tell(OrderId... orders) {
    Arrays.stream(orders)
        .distinct()
        .sorted(Comparator.comparing(OrderId::toString))
        .forEach(
            order -> {
              mapper.lockOrder(order);
              mapper.tellOrder(order);
            });
  }

  @Override
  public Optional<Invoice> findInvoice(ErpDocumentId id) {
    return Optional.ofNullable(mapper.findInvoice(id)).map(rows::invoice);
  }

  @Override
  public Optional<Payment> findPayment(ErpDocumentId id) {
    return Optional.ofNullable(mapper.findPayment(id)).map(rows::payment);
  }

  @Override
  public List<Invoice> invoices(OrderId order) {
    return mapper.invoices(order).stream().map(rows::invoice).toList();
  }

  @Override
  public List<Payment> payments(OrderId order) {
    return mapper.payments(order).stream().map(rows::payment).toList();
  }
}
