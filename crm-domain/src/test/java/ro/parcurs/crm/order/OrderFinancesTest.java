package ro.parcurs.crm.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.money.Currency.RON;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.Money;

class OrderFinancesTest {

  private static final OrderId ORDER = new OrderId(new UUID(0, 1));
  private static final LocalDate ISSUED = LocalDate.of(2026, 11, 1);
  private static final LocalDate DUE = LocalDate.of(2026, 11, 30);
  private static final Money ORDERED = ron("1000.00");

  @ParameterizedTest
  @CsvSource({
    "DRAFT,     0.00,   2026-11-30, DRAFT",
    "DRAFT,     100.00, 2026-12-01, DRAFT",
    "CANCELLED, 0.00,   2026-12-01, CANCELLED",
    "CANCELLED, 100.00, 2026-12-01, CANCELLED",
    "ISSUED,    0.00,   2026-11-30, ISSUED",
    "ISSUED,    0.01,   2026-11-30, PARTIALLY_PAID",
    "ISSUED,    99.99,  2026-11-30, PARTIALLY_PAID",
    "ISSUED,    100.00, 2026-11-30, PAID",
    "ISSUED,    100.01, 2026-11-30, PAID",
    "ISSUED,    0.00,   2026-12-01, OVERDUE",
    "ISSUED,    99.99,  2026-12-01, OVERDUE",
    "ISSUED,    100.00, 2026-12-01, PAID",
  })
  void the_status_of_an_invoice_follows_from_its_stage_its_payments_and_the_day(
      InvoiceStage stage, BigDecimal paid, LocalDate today, InvoiceStatus expected) {
    assertThat(invoice("F1", 1, stage, "100.00").status(new Money(paid, RON), today))
        .isEqualTo(expected);
  }

  @Test
  void an_order_without_documents_has_only_what_was_ordered() {
    OrderFinances finances = OrderFinances.of(ORDERED, List.of(), List.of(), DUE);
    assertThat(finances)
        .isEqualTo(
            new OrderFinances(
                ORDERED, ron("0.00"), ron("0.00"), ron("0.00"), ron("0.00"), List.of()));
  }

  @Test
  void each_invoice_is_paid_by_its_own_payments() {
    OrderFinances finances =
        OrderFinances.of(
            ORDERED,
            List.of(
                invoice("F1", 1, InvoiceStage.ISSUED, "100.00"),
                invoice("F2", 1, InvoiceStage.ISSUED, "50.00")),
            List.of(payment("P1", 1, "F1", "30.00", false), payment("P2", 1, "F2", "70.00", false)),
            DUE);
    assertThat(finances.invoices())
        .extracting(OrderFinances.Standing::status)
        .containsExactly(InvoiceStatus.PARTIALLY_PAID, InvoiceStatus.PAID);
    assertThat(finances.invoiced()).isEqualTo(ron("150.00"));
    assertThat(finances.paid()).isEqualTo(ron("100.00"));
    assertThat(finances.outstanding()).isEqualTo(ron("70.00"));
    assertThat(finances.credit()).isEqualTo(ron("20.00"));
  }

  @Test
  void a_payment_ahead_of_its_invoice_is_a_credit_until_the_invoice_comes() {
    Payment ahead = payment("P1", 1, "F1", "100.00", false);
    OrderFinances before = OrderFinances.of(ORDERED, List.of(), List.of(ahead), DUE);
    assertThat(before.paid()).isEqualTo(ron("100.00"));
    assertThat(before.credit()).isEqualTo(ron("100.00"));
    OrderFinances after =
        OrderFinances.of(
            ORDERED, List.of(invoice("F1", 1, InvoiceStage.ISSUED, "100.00")), List.of(ahead), DUE);
    assertThat(after.credit()).isEqualTo(ron("0.00"));
    assertThat(after.invoices().get(0).status()).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void a_draft_and_a_cancelled_invoice_are_shown_but_count_for_nothing() {
    OrderFinances finances =
        OrderFinances.of(
            ORDERED,
            List.of(
                invoice("F1", 1, InvoiceStage.DRAFT, "100.00"),
                invoice("F2", 1, InvoiceStage.CANCELLED, "50.00")),
            List.of(payment("P1", 1, "F2", "50.00", false)),
            DUE);
    assertThat(finances.invoices()).hasSize(2);
    assertThat(finances.invoiced()).isEqualTo(ron("0.00"));
    assertThat(finances.outstanding()).isEqualTo(ron("0.00"));
    assertThat(finances.credit()).isEqualTo(ron("50.00"));
  }

  @Test
  void a_reversed_payment_counts_for_nothing() {
    OrderFinances finances =
        OrderFinances.of(
            ORDERED,
            List.of(invoice("F1", 1, InvoiceStage.ISSUED, "100.00")),
            List.of(payment("P1", 2, "F1", "100.00", true)),
            DUE);
    assertThat(finances.paid()).isEqualTo(ron("0.00"));
    assertThat(finances.outstanding()).isEqualTo(ron("100.00"));
  }

  @Test
  void the_same_revision_told_otherwise_is_refused_and_told_alike_is_a_repetition() {
    Invoice known = invoice("F1", 2, InvoiceStage.ISSUED, "100.00");
    assertThat(known.replaces(known)).isFalse();
    assertThat(invoice("F1", 3, InvoiceStage.CANCELLED, "100.00").replaces(known)).isTrue();
    assertThat(invoice("F1", 1, InvoiceStage.CANCELLED, "7.00").replaces(known)).isFalse();
    assertThatThrownBy(() -> invoice("F1", 2, InvoiceStage.ISSUED, "100.01").replaces(known))
        .isInstanceOf(ContradictoryReport.class);
  }

  @Test
  void amounts_are_greater_than_zero_and_revisions_begin_with_one() {
    assertFault(() -> invoice("F1", 1, InvoiceStage.ISSUED, "0.00"), "amount", "not-positive");
    assertFault(() -> payment("P1", 1, "F1", "-0.01", false), "amount", "not-positive");
    assertFault(() -> invoice("F1", 0, InvoiceStage.ISSUED, "1.00"), "revision", "too-small");
  }

  @Test
  void an_invoice_is_due_on_its_date_at_the_earliest() {
    assertThat(invoiceDue(ISSUED).dueOn()).isEqualTo(ISSUED);
    assertFault(() -> invoiceDue(ISSUED.minusDays(1)), "dueOn", "due-before-issue");
  }

  @Property
  void any_permutation_and_repetition_of_the_reports_gives_the_same_figures(
      @ForAll("reports") List<ErpDocument> reports, @ForAll Random random) {
    List<ErpDocument> shuffled = new ArrayList<>(reports);
    for (int i = 0; i < reports.size(); i++) {
      shuffled.add(reports.get(random.nextInt(reports.size())));
    }
    Collections.shuffle(shuffled, random);

    assertThat(figures(shuffled)).isEqualTo(figures(reports));
  }

  @Property
  void what_is_outstanding_less_the_credit_is_what_was_invoiced_less_what_was_paid(
      @ForAll("reports") List<ErpDocument> reports) {
    OrderFinances finances = figures(reports);
    assertThat(finances.outstanding().minus(finances.credit()))
        .isEqualTo(finances.invoiced().minus(finances.paid()));
    assertThat(finances.outstanding().isNegative()).isFalse();
    assertThat(finances.credit().isNegative()).isFalse();
  }

  /** What a store does with the reports, one after another. */
  private static OrderFinances figures(List<ErpDocument> reports) {
    Map<ErpDocumentId, Invoice> invoices = new HashMap<>();
    Map<ErpDocumentId, Payment> payments = new HashMap<>();
    for (ErpDocument report : reports) {
      if (report instanceof Invoice invoice) {
        take(invoices, invoice);
      } else if (report instanceof Payment payment) {
        take(payments, payment);
      }
    }
    return OrderFinances.of(ORDERED, sorted(invoices), sorted(payments), DUE);
  }

  private static <D extends ErpDocument> void take(Map<ErpDocumentId, D> known, D report) {
    known.merge(report.id(), report, (old, young) -> young.replaces(old) ? young : old);
  }

  private static <D extends ErpDocument> List<D> sorted(Map<ErpDocumentId, D> known) {
    Collection<D> documents = known.values();
    return List.copyOf(documents);
  }

  /** One content for each identity and revision, as an ERP that keeps its word tells it. */
  @Provide
  Arbitrary<List<ErpDocument>> reports() {
    Arbitrary<String> invoiceIds = Arbitraries.of("F1", "F2", "F3");
    Arbitrary<Long> revisions = Arbitraries.longs().between(1, 4);
    Arbitrary<String> amounts =
        Arbitraries.longs()
            .between(1, 50_000)
            .map(bani -> BigDecimal.valueOf(bani, 2).toPlainString());
    Arbitrary<ErpDocument> invoices =
        Combinators.combine(invoiceIds, revisions, Arbitraries.of(InvoiceStage.class), amounts)
            .as(OrderFinancesTest::invoice);
    Arbitrary<ErpDocument> payments =
        Combinators.combine(
                Arbitraries.of("P1", "P2", "P3", "P4"),
                revisions,
                invoiceIds,
                amounts,
                Arbitraries.of(true, false))
            .as(OrderFinancesTest::payment);
    return Arbitraries.oneOf(invoices, payments)
        .list()
        .ofMaxSize(20)
        .uniqueElements(report -> report.id() + "/" + report.revision());
  }

  private static Invoice invoice(String id, long revision, InvoiceStage stage, String amount) {
    return new Invoice(
        new ErpDocumentId(id), revision, ORDER, "SER " + id, stage, ISSUED, DUE, ron(amount));
  }

  private static Invoice invoiceDue(LocalDate due) {
    return new Invoice(
        new ErpDocumentId("F1"), 1, ORDER, "SER 1", InvoiceStage.ISSUED, ISSUED, due, ron("1.00"));
  }

  private static Payment payment(
      String id, long revision, String invoice, String amount, boolean cancelled) {
    return new Payment(
        new ErpDocumentId(id),
        revision,
        ORDER,
        new ErpDocumentId(invoice),
        ISSUED,
        ron(amount),
        cancelled);
  }

  private static Money ron(String amount) {
    return Money.of(amount, RON);
  }

  private static void assertFault(Runnable making, String field, String code) {
    assertThatThrownBy(making::run)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            fault -> {
              assertThat(fault.violations()).hasSize(1);
              assertThat(fault.violations().get(0).field()).isEqualTo(field);
              assertThat(fault.violations().get(0).code()).isEqualTo(code);
            });
  }
}
