package ro.parcurs.crm.order.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.work.Caller;

/** Everything that can be done with client orders, their invoices and payments. Thread-safe. */
public final class OrderUseCases {

  private final ReportErpDocument report;
  private final ShowFinancials showFinancials;
  private final ListOrders list;

  @Inject
  public OrderUseCases(ReportErpDocument report, ShowFinancials showFinancials, ListOrders list) {
    this.report = report;
    this.showFinancials = showFinancials;
    this.list = list;
  }

  /**
   * @see ReportErpDocument
   */
  public ReportErpDocument.Result report(Caller caller, ReportErpDocument.Command command) {
    return report.handle(caller, command);
  }

  /**
   * @see ShowFinancials
   */
  public ShowFinancials.Financials showFinancials(Actor actor, ShowFinancials.Query query) {
    return showFinancials.handle(actor, query);
  }

  /**
   * @see ListOrders
   */
  public OrderPage list(Actor actor, ListOrders.Query query) {
    return list.handle(actor, query);
  }
}
