package ro.parcurs.crm.timeline;

import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.order.OrderId;

/** What happened to a client order, its invoices and payments. */
public sealed interface FinanceChanged extends LeadEvent {

  /** The client order was created from the accepted offer. */
  record ClientOrderCreated(OrderId order, DocumentNumber number) implements FinanceChanged {}
}
