package ro.parcurs.crm.order.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.order.OrderId;

/**
 * A page of the list of orders.
 *
 * @param next what to ask the next page with; empty on the last one
 */
public record OrderPage(List<OrderListItem> items, Optional<OrderId> next) {

  public OrderPage {
    items = List.copyOf(items);
  }
}
