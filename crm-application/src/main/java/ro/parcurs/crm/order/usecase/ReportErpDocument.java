package ro.parcurs.crm.order.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.order.ClientOrder;
import ro.parcurs.crm.order.ContradictoryReport;
import ro.parcurs.crm.order.ErpDocument;
import ro.parcurs.crm.order.ErpDocumentId;
import ro.parcurs.crm.order.Invoice;
import ro.parcurs.crm.order.InvoiceStage;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.Payment;
import ro.parcurs.crm.timeline.FinanceChanged;
import ro.parcurs.crm.timeline.FinanceChanged.InvoiceReported;
import ro.parcurs.crm.timeline.FinanceChanged.PaymentReported;
import ro.parcurs.crm.timeline.FinanceChanged.PaymentReversed;
import ro.parcurs.crm.validation.CrossCheck;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * The one way in which the ERP tells of invoices and payments (spec section 8). Each report is the
 * whole document as it stands, with the ERP's own identity and revision of it. It may come any
 * number of times and in any order: payments before their invoice, older revisions after newer
 * ones, a cancellation before the issue; the figures in the end are the same.
 */
public final class ReportErpDocument {

  /** A report about one document. */
  public sealed interface Command {}

  /**
   * How an invoice stands.
   *
   * @param document the ERP's identity of the invoice
   * @param revision the ERP's own counter of its changes to the invoice, from 1
   * @param number as printed on it
   * @param amount with VAT, in the order's currency
   */
  @CrossCheck
  public record InvoiceReport(
      @NotNull OrderId order,
      @NotNull @PlainText(max = ErpDocumentId.MAX_LENGTH, required = true)
          @Nullable String document,
      @Min(1) long revision,
      @NotNull @PlainText(max = Invoice.MAX_NUMBER, required = true) @Nullable String number,
      @NotNull @Nullable InvoiceStage stage,
      @NotNull @Nullable LocalDate issuedOn,
      @NotNull @Nullable LocalDate dueOn,
      @NotNull @Positive @Digits(integer = 15, fraction = 2) @Nullable BigDecimal amount,
      @NotNull @Nullable Currency currency)
      implements Command, CrossCheck.Carrier {

    @Override
    public void checkFields() {
      if (issuedOn != null && dueOn != null && dueOn.isBefore(issuedOn)) {
        throw InvalidInput.of("dueOn", "due-before-issue");
      }
    }
  }

  /**
   * How a payment stands.
   *
   * @param document the ERP's identity of the payment
   * @param revision the ERP's own counter of its changes to the payment, from 1
   * @param invoice the ERP's identity of the invoice that it pays, which need not be known yet
   * @param amount in the order's currency
   * @param cancelled whether it was reversed
   */
  public record PaymentReport(
      @NotNull OrderId order,
      @NotNull @PlainText(max = ErpDocumentId.MAX_LENGTH, required = true)
          @Nullable String document,
      @Min(1) long revision,
      @NotNull @PlainText(max = ErpDocumentId.MAX_LENGTH, required = true) @Nullable String invoice,
      @NotNull @Nullable LocalDate paidOn,
      @NotNull @Positive @Digits(integer = 15, fraction = 2) @Nullable BigDecimal amount,
      @NotNull @Nullable Currency currency,
      boolean cancelled)
      implements Command {}

  /** What became of the report. */
  public record Result(OrderId order, Reception reception) {}

  private final Work work;
  private final Journal journal;
  private final ClientOrders orders;
  private final ErpDocuments documents;
  private final LeadGate gate;

  @Inject
  public ReportErpDocument(
      Work work, Journal journal, ClientOrders orders, ErpDocuments documents, LeadGate gate) {
    this.work = work;
    this.journal = journal;
    this.orders = orders;
    this.documents = documents;
    this.gate = gate;
  }

  /**
   * @throws InvalidInput with every fault; {@code not-in-currency-of-order}
   * @throws NotFound when there is no such order
   * @throws NotPermitted when the actor may not report for it
   * @throws ContradictoryReport when the same revision was told otherwise before
   */
  public Result handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          ErpDocument report = read(command);
          ClientOrder order = orders.get(report.order());
          gate.check(caller.actor(), Permission.REPORT_FINANCE, order.lead());
          order.requireSameCurrency(report.amount().currency());
          if (!documents.take(report)) {
            return new Result(order.id(), Reception.KNOWN);
          }
          Stamp by = journal.stamp(caller.actor());
          journal.write(by, order.lead(), order.pursuit(), told(report));
          return new Result(order.id(), Reception.TAKEN);
        });
  }

  private static ErpDocument read(Command command) {
    if (command instanceof InvoiceReport report) {
      return new Invoice(
          id(report.document()),
          report.revision(),
          report.order(),
          Objects.requireNonNull(report.number()),
          Objects.requireNonNull(report.stage()),
          Objects.requireNonNull(report.issuedOn()),
          Objects.requireNonNull(report.dueOn()),
          money(report.amount(), report.currency()));
    }
    PaymentReport report = (PaymentReport) command;
    return new Payment(
        id(report.document()),
        report.revision(),
        report.order(),
        id(report.invoice()),
        Objects.requireNonNull(report.paidOn()),
        money(report.amount(), report.currency()),
        report.cancelled());
  }

  private static ErpDocumentId id(@Nullable String text) {
    return new ErpDocumentId(Objects.requireNonNull(text));
  }

  private static Money money(@Nullable BigDecimal amount, @Nullable Currency currency) {
    return new Money(Objects.requireNonNull(amount), Objects.requireNonNull(currency));
  }

  private static FinanceChanged told(ErpDocument report) {
    if (report instanceof Invoice invoice) {
      return new InvoiceReported(
          invoice.order(),
          invoice.id(),
          invoice.number(),
          invoice.stage(),
          invoice.amount(),
          invoice.dueOn());
    }
    Payment payment = (Payment) report;
    return payment.cancelled()
        ? new PaymentReversed(payment.order(), payment.id(), payment.invoice(), payment.amount())
        : new PaymentReported(
            payment.order(), payment.id(), payment.invoice(), payment.amount(), payment.paidOn());
  }
}
