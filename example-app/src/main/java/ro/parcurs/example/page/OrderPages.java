package ro.parcurs.example.page;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.order.Invoice;
import ro.parcurs.crm.order.InvoiceStage;
import ro.parcurs.crm.order.OrderFinances;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.Payment;
import ro.parcurs.crm.order.usecase.ListOrders;
import ro.parcurs.crm.order.usecase.OrderFilter;
import ro.parcurs.crm.order.usecase.OrderPage;
import ro.parcurs.crm.order.usecase.OrderView;
import ro.parcurs.crm.order.usecase.Reception;
import ro.parcurs.crm.order.usecase.ReportErpDocument;
import ro.parcurs.crm.order.usecase.ReportErpDocument.InvoiceReport;
import ro.parcurs.crm.order.usecase.ReportErpDocument.PaymentReport;
import ro.parcurs.crm.order.usecase.ShowFinancials;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Flash;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.NoSuchPage;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/**
 * The list of orders, the Financial tab of a lead, and the small forms that play the ERP: a real
 * ERP reports its documents by the same use case.
 */
public final class OrderPages implements Pages {

  private static final int PAGE_SIZE = 50;

  private final Crm crm;
  private final Clock clock;

  public OrderPages(Crm crm, Clock clock) {
    this.crm = crm;
    this.clock = clock;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/orders", this::list)
        .get("/leads/{id}/financial", this::financial)
        .get("/leads/{id}/orders/{order}/invoice", this::invoiceForm)
        .post("/leads/{id}/orders/{order}/invoice", this::issue)
        .get("/leads/{id}/orders/{order}/payment", this::paymentForm)
        .post("/leads/{id}/orders/{order}/payment", this::pay)
        .post("/leads/{id}/orders/{order}/cancel", this::cancel);
  }

  private Answer list(Request request) {
    OrderPage orders =
        crm.orders()
            .list(
                request.actor(),
                new ListOrders.Query(
                    new OrderFilter(request.query("search"), !request.query("unpaid").isEmpty()),
                    request.queryId("after", OrderId::new).orElse(null),
                    PAGE_SIZE));
    return Answer.view(
        "order/list.jte",
        Map.of(
            "orders",
            orders,
            "search",
            request.query("search"),
            "unpaid",
            !request.query("unpaid").isEmpty()));
  }

  private Answer.View financial(Request request) {
    LeadId lead = request.id("id", LeadId::new);
    return Answer.view(
            "order/financial.jte",
            Map.of("lead", lead(request, lead), "financials", financials(request, lead)))
        .with("form", request.form());
  }

  private Answer.View invoiceForm(Request request) {
    OrderView order = order(request);
    LocalDate today = LocalDate.now(clock);
    Form form =
        request
            .form()
            .setDefault("document", "F-" + UUID.randomUUID())
            .setDefault("revision", 1)
            .setDefault("stage", InvoiceStage.ISSUED)
            .setDefault("issuedOn", today)
            .setDefault("dueOn", order.paymentTerm().dueOn(today))
            .setDefault("amount", leftToInvoice(order))
            .setDefault("currency", order.totals().gross().currency());
    return Answer.view(
            "order/invoice.jte",
            Map.of("lead", lead(request, request.id("id", LeadId::new)), "order", order))
        .with("form", form);
  }

  private Answer issue(Request request) {
    OrderView order = order(request);
    Form form = request.form();
    return form.submit(
        () ->
            new InvoiceReport(
                order.id(),
                form.optional("document"),
                revision(form),
                form.optional("number"),
                form.choice("stage", InvoiceStage.class),
                form.date("issuedOn"),
                form.date("dueOn"),
                form.number("amount"),
                form.choice("currency", Currency.class)),
        command -> report(request, command),
        () -> invoiceForm(request));
  }

  private Answer.View paymentForm(Request request) {
    OrderView order = order(request);
    Optional<OrderFinances.Standing> invoice =
        order.finances().invoices().stream()
            .filter(
                standing ->
                    request.query("invoice").isEmpty()
                        ? standing.outstanding().isPositive()
                        : standing.invoice().id().value().equals(request.query("invoice")))
            .findFirst();
    Form form =
        request
            .form()
            .setDefault("document", "P-" + UUID.randomUUID())
            .setDefault("revision", 1)
            .setDefault(
                "invoice", invoice.map(standing -> standing.invoice().id().value()).orElse(""))
            .setDefault("paidOn", LocalDate.now(clock))
            .setDefault("amount", invoice.map(OrderFinances.Standing::outstanding).orElse(null))
            .setDefault("currency", order.totals().gross().currency());
    return Answer.view(
            "order/payment.jte",
            Map.of("lead", lead(request, request.id("id", LeadId::new)), "order", order))
        .with("form", form);
  }

  private Answer pay(Request request) {
    OrderView order = order(request);
    Form form = request.form();
    return form.submit(
        () ->
            new PaymentReport(
                order.id(),
                form.optional("document"),
                revision(form),
                form.optional("invoice"),
                form.date("paidOn"),
                form.number("amount"),
                form.choice("currency", Currency.class),
                false),
        command -> report(request, command),
        () -> paymentForm(request));
  }

  /** Cancels an invoice, or reverses a payment: its next revision says so. */
  private Answer cancel(Request request) {
    OrderView order = order(request);
    Form form = request.form();
    return form.submit(
        () -> cancellation(order, form),
        command -> report(request, command),
        () -> financial(request));
  }

  private static ReportErpDocument.Command cancellation(OrderView order, Form form) {
    String document = form.text("document");
    Optional<Invoice> invoice =
        order.finances().invoices().stream()
            .map(OrderFinances.Standing::invoice)
            .filter(known -> known.id().value().equals(document))
            .findFirst();
    if (invoice.isPresent() && form.text("kind").equals("invoice")) {
      Invoice known = invoice.get();
      return new InvoiceReport(
          order.id(),
          document,
          known.revision() + 1,
          known.number(),
          InvoiceStage.CANCELLED,
          known.issuedOn(),
          known.dueOn(),
          known.amount().amount(),
          known.amount().currency());
    }
    Payment known =
        order.payments().stream()
            .filter(payment -> payment.id().value().equals(document))
            .findFirst()
            .orElseThrow(NoSuchPage::new);
    return new PaymentReport(
        order.id(),
        document,
        known.revision() + 1,
        known.invoice().value(),
        known.paidOn(),
        known.amount().amount(),
        known.amount().currency(),
        true);
  }

  private Answer report(Request request, ReportErpDocument.Command command) {
    ReportErpDocument.Result result = crm.orders().report(request.caller(), command);
    if (result.reception() == Reception.TAKEN) {
      request.say("order.taken");
    } else {
      request.say(Flash.Tone.NOTE, "order.known");
    }
    return Answer.to("/leads/" + request.part("id") + "/financial");
  }

  private static @Nullable BigDecimal leftToInvoice(OrderView order) {
    Money left = order.finances().ordered().minus(order.finances().invoiced());
    return left.isPositive() ? left.amount() : null;
  }

  private static long revision(Form form) {
    Integer revision = form.integer("revision");
    return revision == null ? 1 : revision;
  }

  private LeadView lead(Request request, LeadId lead) {
    return crm.leads().show(request.actor(), new ShowLead.Query(lead));
  }

  private ShowFinancials.Financials financials(Request request, LeadId lead) {
    return crm.orders().showFinancials(request.actor(), new ShowFinancials.Query(lead));
  }

  private OrderView order(Request request) {
    OrderId id = request.id("order", OrderId::new);
    return financials(request, request.id("id", LeadId::new)).orders().stream()
        .filter(order -> order.id().equals(id))
        .findFirst()
        .orElseThrow(NoSuchPage::new);
  }
}
