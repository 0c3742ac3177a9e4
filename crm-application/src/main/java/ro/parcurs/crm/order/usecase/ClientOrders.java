package ro.parcurs.crm.order.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.order.ClientOrder;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.pursuit.PursuitId;

/** The store of client orders, which never change; writes happen only inside a unit of work. */
public interface ClientOrders {

  /**
   * @throws AlreadyExists when the pursuit has an order, or another order has the number; it names
   *     the existing one
   */
  void add(ClientOrder order);

  /**
   * @throws NotFound when there is no such order
   */
  ClientOrder get(OrderId id);

  Optional<ClientOrder> find(PursuitId pursuit);

  /** The orders of a lead, the one placed last first. */
  List<ClientOrder> of(LeadId lead);
}
