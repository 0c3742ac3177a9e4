package ro.parcurs.crm.order.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.order.OrderId;

/** Lists of orders, made by the store itself. */
public interface OrderQueries {

  /**
   * A page of the orders of the leads in the scope, the newest date first.
   *
   * @param today what is overdue is so on this day
   * @param after the last order of the page before; empty for the first page
   * @param limit at least 1
   */
  List<OrderListItem> list(
      LeadScope scope, OrderFilter filter, LocalDate today, Optional<OrderId> after, int limit);
}
