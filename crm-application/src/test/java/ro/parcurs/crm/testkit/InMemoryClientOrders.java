package ro.parcurs.crm.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.order.ClientOrder;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.usecase.ClientOrders;
import ro.parcurs.crm.pursuit.PursuitId;

/** The client orders in memory. */
public final class InMemoryClientOrders implements ClientOrders {

  private static final Comparator<ClientOrder> LAST_FIRST =
      Comparator.comparing((ClientOrder order) -> order.snapshot().placed().at())
          .thenComparing(order -> order.id().toString())
          .reversed();

  private final InMemoryTable<OrderId, ClientOrder> orders;

  public InMemoryClientOrders(InMemoryDatabase database) {
    orders = database.table();
  }

  @Override
  public void add(ClientOrder order) {
    all().stream()
        .filter(
            other ->
                other.id().equals(order.id())
                    || other.pursuit().equals(order.pursuit())
                    || other.number().equals(order.number()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new AlreadyExists(Subject.CLIENT_ORDER, other.number(), other.id());
            });
    orders.put(order.id(), order);
  }

  @Override
  public ClientOrder get(OrderId id) {
    return orders.find(id).orElseThrow(() -> new NotFound(Subject.CLIENT_ORDER, id));
  }

  @Override
  public Optional<ClientOrder> find(PursuitId pursuit) {
    return all().stream().filter(order -> order.pursuit().equals(pursuit)).findFirst();
  }

  @Override
  public List<ClientOrder> of(LeadId lead) {
    return all().stream().filter(order -> order.lead().equals(lead)).sorted(LAST_FIRST).toList();
  }

  List<ClientOrder> all() {
    return orders.all();
  }
}
