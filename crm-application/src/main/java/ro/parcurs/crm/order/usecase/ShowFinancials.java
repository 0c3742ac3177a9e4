package ro.parcurs.crm.order.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.contract.ContractTerms;
import ro.parcurs.crm.contract.usecase.Contracts;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.order.ClientOrder;
import ro.parcurs.crm.order.Payment;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Where the orders of a lead stand today, each with its invoices (the Financial tab). */
public final class ShowFinancials {

  public record Query(@NotNull LeadId lead) {}

  /**
   * The orders of a lead.
   *
   * @param orders the newest first; empty until a contracting was completed
   * @param mayReport whether the actor may report for the ERP
   * @param today the day of which the figures are
   */
  public record Financials(
      LeadId lead, List<OrderView> orders, boolean mayReport, LocalDate today) {

    public Financials {
      orders = List.copyOf(orders);
    }
  }

  private final Work work;
  private final Journal journal;
  private final ClientOrders orders;
  private final Contracts contracts;
  private final ErpDocuments documents;
  private final LeadGate gate;

  @Inject
  public ShowFinancials(
      Work work,
      Journal journal,
      ClientOrders orders,
      Contracts contracts,
      ErpDocuments documents,
      LeadGate gate) {
    this.work = work;
    this.journal = journal;
    this.orders = orders;
    this.contracts = contracts;
    this.documents = documents;
    this.gate = gate;
  }

  /**
   * @throws NotFound when there is no such lead
   * @throws NotPermitted when the actor may not see it
   */
  public Financials handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          LeadId lead = query.lead();
          gate.check(actor, Permission.SEE_LEAD, lead);
          return new Financials(
              lead,
              orders.of(lead).stream().map(this::view).toList(),
              gate.permits(actor, Permission.REPORT_FINANCE, lead),
              journal.today());
        });
  }

  private OrderView view(ClientOrder order) {
    ContractTerms terms = contracts.get(order.contract()).terms();
    List<Payment> payments = documents.payments(order.id());
    return new OrderView(
        order.id(),
        order.number(),
        order.date(),
        order.contract(),
        terms.number(),
        terms.paymentTerm(),
        order.offer(),
        order.lines(),
        order.totals(),
        order.finances(documents.invoices(order.id()), payments, journal.today()),
        payments);
  }
}
