package ro.parcurs.crm.testkit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.LeadSearch;
import ro.parcurs.crm.order.ClientOrder;
import ro.parcurs.crm.order.InvoiceStatus;
import ro.parcurs.crm.order.OrderFinances;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.usecase.ErpDocuments;
import ro.parcurs.crm.order.usecase.OrderFilter;
import ro.parcurs.crm.order.usecase.OrderListItem;
import ro.parcurs.crm.order.usecase.OrderQueries;
import ro.parcurs.crm.text.SearchText;

/** The lists of the client orders in memory. */
public final class InMemoryOrderQueries implements OrderQueries {

  private static final Comparator<ClientOrder> NEWEST_FIRST =
      Comparator.comparing(ClientOrder::date)
          .thenComparing(order -> order.id().toString())
          .reversed();

  private final InMemoryClientOrders orders;
  private final ErpDocuments documents;
  private final InMemoryContracts contracts;
  private final InMemoryLeads leads;

  public InMemoryOrderQueries(
      InMemoryClientOrders orders,
      ErpDocuments documents,
      InMemoryContracts contracts,
      InMemoryLeads leads) {
    this.orders = orders;
    this.documents = documents;
    this.contracts = contracts;
    this.leads = leads;
  }

  @Override
  public List<OrderListItem> list(
      LeadScope scope, OrderFilter filter, LocalDate today, Optional<OrderId> after, int limit) {
    return orders.all().stream()
        .filter(order -> scope.contains(leads.access(leads.get(order.lead()))))
        .filter(order -> isSearched(order, filter.folded()))
        .filter(
            order ->
                after
                    .map(orders::get)
                    .filter(last -> NEWEST_FIRST.compare(order, last) <= 0)
                    .isEmpty())
        .sorted(NEWEST_FIRST)
        .map(order -> item(order, today))
        .filter(item -> !filter.unpaidOnly() || item.outstanding().isPositive())
        .limit(limit)
        .toList();
  }

  private boolean isSearched(ClientOrder order, String folded) {
    Lead lead = leads.get(order.lead());
    return SearchText.fold(order.number().toString()).contains(folded)
        || LeadSearch.nameKey(lead).contains(folded)
        || lead.cui().toString().contains(folded);
  }

  private OrderListItem item(ClientOrder order, LocalDate today) {
    Lead lead = leads.get(order.lead());
    OrderFinances finances =
        order.finances(documents.invoices(order.id()), documents.payments(order.id()), today);
    long overdue =
        finances.invoices().stream()
            .filter(invoice -> invoice.status() == InvoiceStatus.OVERDUE)
            .count();
    return new OrderListItem(
        order.id(),
        order.number(),
        order.date(),
        lead.id(),
        lead.company().name(),
        lead.cui(),
        order.contract(),
        contracts.get(order.contract()).terms().number(),
        finances.ordered(),
        finances.invoiced(),
        finances.paid(),
        finances.outstanding(),
        Math.toIntExact(overdue));
  }
}
