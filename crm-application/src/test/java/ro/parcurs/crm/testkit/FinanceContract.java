package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.ContractFixture.DATE;
import static ro.parcurs.crm.testkit.ContractFixture.aContract;
import static ro.parcurs.crm.testkit.ContractFixture.anOrder;
import static ro.parcurs.crm.testkit.ContractFixture.bareTerms;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.usecase.ContractFilter;
import ro.parcurs.crm.contract.usecase.ContractListItem;
import ro.parcurs.crm.contract.usecase.ContractQueries;
import ro.parcurs.crm.contract.usecase.Contracts;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.order.ClientOrder;
import ro.parcurs.crm.order.ContradictoryReport;
import ro.parcurs.crm.order.ErpDocument;
import ro.parcurs.crm.order.ErpDocumentId;
import ro.parcurs.crm.order.Invoice;
import ro.parcurs.crm.order.InvoiceStage;
import ro.parcurs.crm.order.InvoiceStatus;
import ro.parcurs.crm.order.OrderFinances;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.Payment;
import ro.parcurs.crm.order.usecase.ClientOrders;
import ro.parcurs.crm.order.usecase.ErpDocuments;
import ro.parcurs.crm.order.usecase.OrderFilter;
import ro.parcurs.crm.order.usecase.OrderListItem;
import ro.parcurs.crm.order.usecase.OrderQueries;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.usecase.Pursuits;

/**
 * What every {@link ClientOrders}, {@link ErpDocuments}, {@link OrderQueries} and {@link
 * ContractQueries} does. The leads of each test carry a word of their own in their names, by which
 * they are told from those of other tests.
 */
@ContractOf({ClientOrders.class, ErpDocuments.class, OrderQueries.class, ContractQueries.class})
public abstract class FinanceContract extends PortContract {

  private static final UserId ANA = new UserId("ana");
  private static final UserId ION = new UserId("ion");
  private static final LocalDate DUE = LocalDate.of(2026, 11, 30);
  private static final AtomicInteger LAST_NUMBER = new AtomicInteger();

  private final String mark = "m" + newId().toString().replace("-", "");

  protected FinanceContract(Ports ports) {
    super(ports);
  }

  // ---- orders ----

  @Test
  void an_order_is_read_back_whole() {
    for (Currency currency : Currency.values()) {
      ClientOrder order = placed(ANA, currency);
      assertThat(orders().get(order.id()).snapshot()).isEqualTo(order.snapshot());
      assertThat(orders().find(order.pursuit()).map(ClientOrder::snapshot))
          .contains(order.snapshot());
      assertThat(orders().of(order.lead())).extracting(ClientOrder::id).containsExactly(order.id());
    }
  }

  @Test
  void an_order_that_is_not_there_is_not_found() {
    assertThatThrownBy(() -> orders().get(new OrderId(newId()))).isInstanceOf(NotFound.class);
    assertThat(orders().find(new PursuitId(newId()))).isEmpty();
    assertThat(orders().of(lead(ANA).id())).isEmpty();
  }

  @Test
  void a_pursuit_and_a_number_have_one_order() {
    Contract contract = contract(lead(ANA));
    ClientOrder order = anOrder(contract, nextNumber(), Currency.RON);
    inTransaction(() -> orders().add(order));
    assertExists(anOrder(contract, nextNumber(), Currency.RON), order);
    assertExists(anOrder(contract(lead(ANA)), order.number().ordinal(), Currency.RON), order);
  }

  // ---- what the ERP reports ----

  @Test
  void a_report_is_read_back_whole() {
    ClientOrder order = placed(ANA, Currency.EUR);
    Invoice invoice = invoice(order, "F1", 1, InvoiceStage.ISSUED, "100.00");
    Payment payment = payment(order, "P1", 1, "F1", "99.99", false);
    assertThat(take(invoice)).isTrue();
    assertThat(take(payment)).isTrue();
    assertThat(documents().findInvoice(invoice.id())).contains(invoice);
    assertThat(documents().findPayment(payment.id())).contains(payment);
    assertThat(documents().invoices(order.id())).containsExactly(invoice);
    assertThat(documents().payments(order.id())).containsExactly(payment);
    assertThat(documents().findInvoice(payment.id())).isEmpty();
    assertThat(documents().findPayment(invoice.id())).isEmpty();
  }

  @Test
  void a_newer_revision_replaces_an_older_one_and_never_the_other_way_round() {
    ClientOrder order = placed(ANA, Currency.RON);
    Invoice second = invoice(order, "F1", 2, InvoiceStage.ISSUED, "100.00");
    Invoice third = invoice(order, "F1", 3, InvoiceStage.CANCELLED, "100.00");
    assertThat(take(second)).isTrue();
    assertThat(take(invoice(order, "F1", 1, InvoiceStage.DRAFT, "7.00"))).isFalse();
    assertThat(documents().invoices(order.id())).containsExactly(second);
    assertThat(take(third)).isTrue();
    assertThat(take(second)).isFalse();
    assertThat(documents().invoices(order.id())).containsExactly(third);

    Payment reversed = payment(order, "P1", 2, "F1", "100.00", true);
    assertThat(take(reversed)).isTrue();
    assertThat(take(payment(order, "P1", 1, "F1", "100.00", false))).isFalse();
    assertThat(documents().payments(order.id())).containsExactly(reversed);
  }

  @Test
  void the_same_revision_again_changes_nothing_and_told_otherwise_is_refused() {
    ClientOrder order = placed(ANA, Currency.RON);
    Invoice invoice = invoice(order, "F1", 1, InvoiceStage.ISSUED, "100.00");
    take(invoice);
    assertThat(take(invoice)).isFalse();
    assertThatThrownBy(() -> take(invoice(order, "F1", 1, InvoiceStage.ISSUED, "100.01")))
        .isInstanceOf(ContradictoryReport.class);
    assertThat(documents().invoices(order.id())).containsExactly(invoice);

    Payment payment = payment(order, "P1", 1, "F1", "100.00", false);
    take(payment);
    assertThat(take(payment)).isFalse();
    assertThatThrownBy(() -> take(payment(order, "P1", 1, "F2", "100.00", false)))
        .isInstanceOf(ContradictoryReport.class);
    assertThat(documents().payments(order.id())).containsExactly(payment);
  }

  @Test
  void of_all_revisions_reported_at_once_the_newest_stays() {
    ClientOrder order = placed(ANA, Currency.RON);
    LongStream.rangeClosed(1, 40)
        .boxed()
        .parallel()
        .forEach(
            revision ->
                take(invoice(order, "F1", revision, InvoiceStage.ISSUED, revision + ".00")));
    assertThat(documents().invoices(order.id()))
        .containsExactly(invoice(order, "F1", 40, InvoiceStage.ISSUED, "40.00"));
  }

  @Test
  void any_order_and_repetition_of_the_reports_gives_the_same_figures() {
    Random random = new Random(42);
    List<OrderFinances> ends = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ClientOrder order = placed(ANA, Currency.RON);
      List<ErpDocument> reports = new ArrayList<>(story(order));
      if (i > 0) {
        reports.addAll(story(order));
        Collections.shuffle(reports, random);
      }
      reports.forEach(this::take);
      ends.add(finances(order, DUE.plusDays(1)));
    }
    OrderFinances expected = ends.get(0);
    assertThat(expected.invoiced()).isEqualTo(ron("300.00"));
    assertThat(expected.paid()).isEqualTo(ron("150.00"));
    assertThat(expected.outstanding()).isEqualTo(ron("150.00"));
    assertThat(expected.invoices())
        .extracting(OrderFinances.Standing::status)
        .containsExactly(InvoiceStatus.PAID, InvoiceStatus.OVERDUE, InvoiceStatus.CANCELLED);
    for (OrderFinances end : ends) {
      assertThat(List.of(end.invoiced(), end.paid(), end.outstanding(), end.credit()))
          .isEqualTo(
              List.of(
                  expected.invoiced(), expected.paid(), expected.outstanding(), expected.credit()));
      assertThat(end.invoices())
          .extracting(OrderFinances.Standing::status)
          .containsExactlyElementsOf(
              expected.invoices().stream().map(OrderFinances.Standing::status).toList());
    }
  }

  // ---- lists ----

  @Test
  void the_list_of_orders_tells_the_same_figures_as_the_order() {
    for (LocalDate today : List.of(DUE, DUE.plusDays(1))) {
      ClientOrder order = placed(ANA, Currency.RON);
      story(order).forEach(this::take);
      take(payment(order, "P9", 1, "F1", "20.00", false));
      OrderFinances finances = finances(order, today);
      OrderListItem item =
          list(LeadScope.ALL, today).stream()
              .filter(line -> line.id().equals(order.id()))
              .findFirst()
              .orElseThrow();
      assertThat(item.ordered()).isEqualTo(finances.ordered()).isEqualTo(ron("1160.00"));
      assertThat(item.invoiced()).isEqualTo(finances.invoiced());
      assertThat(item.paid()).isEqualTo(finances.paid());
      assertThat(item.outstanding()).isEqualTo(finances.outstanding());
      assertThat(item.overdueInvoices()).isEqualTo(today.equals(DUE) ? 0 : 1);
      assertThat(item.number()).isEqualTo(order.number());
      assertThat(item.contract()).isEqualTo(order.contract());
      assertThat(item.leadName()).contains(mark);
    }
  }

  @Test
  void an_order_without_reports_has_zeros() {
    ClientOrder order = placed(ANA, Currency.EUR);
    OrderListItem item = list(LeadScope.ALL, DUE).get(0);
    Money zero = Money.zero(Currency.EUR);
    assertThat(item.id()).isEqualTo(order.id());
    assertThat(List.of(item.invoiced(), item.paid(), item.outstanding())).containsOnly(zero);
    assertThat(item.overdueInvoices()).isZero();
  }

  @Test
  void only_orders_with_something_outstanding_can_be_asked_for() {
    ClientOrder owing = placed(ANA, Currency.RON);
    take(invoice(owing, "F1", 1, InvoiceStage.ISSUED, "10.00"));
    ClientOrder paid = placed(ANA, Currency.RON);
    take(invoice(paid, "F1", 1, InvoiceStage.ISSUED, "10.00"));
    take(payment(paid, "P1", 1, "F1", "10.00", false));
    placed(ANA, Currency.RON);
    assertThat(
            queries().list(LeadScope.ALL, new OrderFilter(mark, true), DUE, Optional.empty(), 10))
        .extracting(OrderListItem::id)
        .containsExactly(owing.id());
  }

  @Test
  void orders_and_contracts_are_listed_to_those_who_may_open_the_lead() {
    ClientOrder order = placed(ANA, Currency.RON);
    for (LeadScope scope : List.of(LeadScope.ALL, LeadScope.of(ANA))) {
      assertThat(list(scope, DUE)).extracting(OrderListItem::id).containsExactly(order.id());
      assertThat(contracts(scope)).extracting(ContractListItem::id).contains(order.contract());
    }
    for (LeadScope scope : List.of(LeadScope.NONE, LeadScope.of(ION))) {
      assertThat(list(scope, DUE)).isEmpty();
      assertThat(contracts(scope)).isEmpty();
    }
  }

  @Test
  void orders_are_searched_by_number_name_and_fiscal_code() {
    ClientOrder order = placed(ANA, Currency.RON);
    Lead lead = port(Leads.class).get(order.lead());
    for (String search :
        List.of(
            order.number().toString(),
            mark.toUpperCase(java.util.Locale.ROOT),
            lead.cui().toString())) {
      assertThat(
              queries()
                  .list(LeadScope.ALL, new OrderFilter(search, false), DUE, Optional.empty(), 100))
          .extracting(OrderListItem::id)
          .contains(order.id());
    }
    assertThat(
            queries()
                .list(
                    LeadScope.ALL, new OrderFilter(mark + "%_", false), DUE, Optional.empty(), 10))
        .extracting(OrderListItem::id)
        .containsExactly(order.id());
    assertThat(
            queries()
                .list(LeadScope.ALL, new OrderFilter(mark + "x", false), DUE, Optional.empty(), 10))
        .isEmpty();
  }

  @Test
  void orders_are_listed_in_pages_without_a_hole() {
    for (int i = 0; i < 5; i++) {
      placed(ANA, Currency.RON);
    }
    OrderFilter filter = new OrderFilter(mark, false);
    List<OrderId> all =
        queries().list(LeadScope.ALL, filter, DUE, Optional.empty(), 10).stream()
            .map(OrderListItem::id)
            .toList();
    List<OrderId> paged = new ArrayList<>();
    Optional<OrderId> after = Optional.empty();
    for (int page = 0; page < 3; page++) {
      List<OrderListItem> items = queries().list(LeadScope.ALL, filter, DUE, after, 2);
      items.forEach(item -> paged.add(item.id()));
      after = Optional.of(paged.get(paged.size() - 1));
    }
    assertThat(all).hasSize(5);
    assertThat(paged).isEqualTo(all);
    assertThat(queries().list(LeadScope.ALL, filter, DUE, after, 2)).isEmpty();
  }

  @Test
  void contracts_are_listed_with_what_they_say_and_in_pages_without_a_hole() {
    Lead lead = lead(ANA);
    Contract contract = contract(lead);
    contract(lead(ANA));
    contract(lead(ANA));
    ContractListItem item =
        port(ContractQueries.class)
            .list(LeadScope.ALL, ContractFilter.of(lead.id()), Optional.empty(), 10)
            .get(0);
    assertThat(item)
        .isEqualTo(
            new ContractListItem(
                contract.id(),
                contract.terms().number(),
                contract.terms().date(),
                contract.terms().term(),
                lead.id(),
                lead.company().name(),
                lead.cui(),
                Optional.of(ron("100.00")),
                false));

    List<ContractId> all = contracts(LeadScope.ALL).stream().map(ContractListItem::id).toList();
    assertThat(all).hasSize(3);
    List<ContractId> paged = new ArrayList<>();
    Optional<ContractId> after = Optional.empty();
    for (int page = 0; page < 3; page++) {
      List<ContractListItem> items =
          port(ContractQueries.class).list(LeadScope.ALL, new ContractFilter(null, mark), after, 1);
      paged.add(items.get(0).id());
      after = Optional.of(items.get(0).id());
    }
    assertThat(paged).isEqualTo(all);
  }

  /** From first report to last, as an ERP would tell it. */
  private List<ErpDocument> story(ClientOrder order) {
    return List.of(
        invoice(order, "F1", 1, InvoiceStage.DRAFT, "90.00"),
        invoice(order, "F1", 2, InvoiceStage.ISSUED, "100.00"),
        payment(order, "P1", 1, "F1", "100.00", false),
        invoice(order, "F2", 1, InvoiceStage.ISSUED, "200.00"),
        payment(order, "P2", 1, "F2", "40.00", false),
        payment(order, "P2", 2, "F2", "50.00", false),
        invoice(order, "F3", 1, InvoiceStage.ISSUED, "80.00"),
        invoice(order, "F3", 2, InvoiceStage.CANCELLED, "80.00"),
        payment(order, "P3", 1, "F3", "80.00", false),
        payment(order, "P3", 2, "F3", "80.00", true));
  }

  private OrderFinances finances(ClientOrder order, LocalDate today) {
    return order.finances(
        documents().invoices(order.id()), documents().payments(order.id()), today);
  }

  private List<OrderListItem> list(LeadScope scope, LocalDate today) {
    return queries().list(scope, new OrderFilter(mark, false), today, Optional.empty(), 10);
  }

  private List<ContractListItem> contracts(LeadScope scope) {
    return port(ContractQueries.class)
        .list(scope, new ContractFilter(null, mark), Optional.empty(), 10);
  }

  private ClientOrders orders() {
    return port(ClientOrders.class);
  }

  private ErpDocuments documents() {
    return port(ErpDocuments.class);
  }

  private OrderQueries queries() {
    return port(OrderQueries.class);
  }

  private boolean take(ErpDocument report) {
    return this.<Boolean>inTransaction(() -> documents().take(report));
  }

  private void assertExists(ClientOrder added, ClientOrder existing) {
    assertThatThrownBy(() -> inTransaction(() -> orders().add(added)))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> assertThat(refusal.existing()).isEqualTo(existing.id().toString()));
  }

  private ClientOrder placed(UserId owner, Currency currency) {
    ClientOrder order = anOrder(contract(lead(owner)), nextNumber(), currency);
    inTransaction(() -> orders().add(order));
    return order;
  }

  private Contract contract(Lead lead) {
    Pursuit pursuit =
        Pursuit.begin(new PursuitId(newId()), lead.id(), Optional.empty(), ContractFixture.BY);
    Contract contract = aContract(pursuit, bareTerms(newId().toString()));
    inTransaction(
        () -> {
          port(Pursuits.class).add(pursuit);
          port(Contracts.class).add(contract);
        });
    return contract;
  }

  private Lead lead(UserId owner) {
    Lead lead = aLead().named("Șosele " + mark).activatedFor(owner).build();
    inTransaction(() -> port(Leads.class).add(lead));
    return lead;
  }

  private static int nextNumber() {
    return LAST_NUMBER.incrementAndGet();
  }

  private ErpDocumentId id(ClientOrder order, String text) {
    return new ErpDocumentId(order.id() + "/" + text);
  }

  private Invoice invoice(
      ClientOrder order, String id, long revision, InvoiceStage stage, String amount) {
    return new Invoice(
        id(order, id),
        revision,
        order.id(),
        "ȘER " + id,
        stage,
        DATE,
        DUE,
        Money.of(amount, order.currency()));
  }

  private Payment payment(
      ClientOrder order,
      String id,
      long revision,
      String invoice,
      String amount,
      boolean cancelled) {
    return new Payment(
        id(order, id),
        revision,
        order.id(),
        id(order, invoice),
        DATE,
        Money.of(amount, order.currency()),
        cancelled);
  }

  private static Money ron(String amount) {
    return Money.of(amount, Currency.RON);
  }
}
