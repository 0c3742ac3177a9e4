package ro.parcurs.crm.timeline;

import java.time.LocalDate;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.order.ErpDocumentId;
import ro.parcurs.crm.order.InvoiceStage;
import ro.parcurs.crm.order.OrderId;

/** What happened to a client order, its invoices and payments. */
public sealed interface FinanceChanged extends LeadEvent {

  /** The client order was created from the accepted offer. */
  record ClientOrderCreated(OrderId order, DocumentNumber number) implements FinanceChanged {}

  /**
   * The ERP told how an invoice stands.
   *
   * @param number as printed on the invoice
   */
  record InvoiceReported(
      OrderId order,
      ErpDocumentId invoice,
      String number,
      InvoiceStage stage,
      Money amount,
      LocalDate dueOn)
      implements FinanceChanged {}

  /** The ERP told of a payment. */
  record PaymentReported(
      OrderId order, ErpDocumentId payment, ErpDocumentId invoice, Money amount, LocalDate paidOn)
      implements FinanceChanged {}

  /** The ERP told that a payment was reversed. */
  record PaymentReversed(OrderId order, ErpDocumentId payment, ErpDocumentId invoice, Money amount)
      implements FinanceChanged {}
}
