package ro.parcurs.crm.contract.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractValue;
import ro.parcurs.crm.contract.ContractWarning;
import ro.parcurs.crm.contract.NotInContracting;
import ro.parcurs.crm.contract.SignedFile;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.CheckCompany;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.lead.usecase.RegistryVat;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.order.ClientOrder;
import ro.parcurs.crm.order.ContradictoryReport;
import ro.parcurs.crm.order.InvoiceStage;
import ro.parcurs.crm.order.InvoiceStatus;
import ro.parcurs.crm.order.OrderFinances;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.usecase.ClientOrders;
import ro.parcurs.crm.order.usecase.ListOrders;
import ro.parcurs.crm.order.usecase.OrderFilter;
import ro.parcurs.crm.order.usecase.OrderView;
import ro.parcurs.crm.order.usecase.Reception;
import ro.parcurs.crm.order.usecase.ReportErpDocument;
import ro.parcurs.crm.order.usecase.ShowFinancials;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.pursuit.usecase.ShowTimeline;
import ro.parcurs.crm.testkit.InMemoryCompanyRegistry;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.OfferFixture;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.UnitOfWork;

/** Contracts and orders, from the open contracting to the paid invoice. */
class ContractUseCasesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final SettableClock clock = new SettableClock();
  private final Injector injector =
      Guice.createInjector(
          InMemoryModule.connected(),
          new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()));
  private final Crm crm = injector.getInstance(Crm.class);

  private final Lead lead = LeadFixture.aFullLead().activatedFor(ANA.id()).build();
  private final Pursuit pursuit = PursuitFixture.aPursuit(lead.id());
  private final Offer accepted =
      OfferFixture.finalised(OfferFixture.aDraft(pursuit))
          .markHandedOver(TODAY, PursuitFixture.BY_ANA)
          .accept(PursuitFixture.BY_ANA);

  @Test
  void a_contract_takes_its_value_from_the_accepted_offer_and_its_number_from_the_series() {
    contracting(accepted);
    ContractView contract = show(save(null, data(null)));
    assertThat(contract.value()).contains(ContractValue.of(accepted));
    assertThat(contract.terms().number().value()).isEqualTo("CT-2026-00001");
    assertThat(contract.warnings()).isEmpty();
    assertThat(contract.open()).isTrue();
    assertThat(timeline()).startsWith("Contract salvat: CT-2026-00001");
  }

  @Test
  void what_is_missing_is_told_and_does_not_keep_it_from_being_saved() {
    contracting(null);
    ContractView contract =
        show(save(null, new ContractData("7/2026", TODAY, TODAY, true, null, 30, " ", null, null)));
    assertThat(contract.warnings())
        .containsExactly(ContractWarning.NO_ACCEPTED_OFFER, ContractWarning.NO_REPRESENTATIVE);
    clock.advance(java.time.Duration.ofHours(25));
    assertThat(show(new ContractRef(contract.id(), contract.version())).warnings())
        .contains(ContractWarning.VAT_NOT_CHECKED);
  }

  @Test
  void a_check_before_contracting_takes_the_warning_away_or_says_why_there_can_be_no_contract() {
    contracting(accepted);
    ContractRef contract = save(null, data(null));
    clock.advance(Duration.ofHours(25));
    assertThat(show(contract).warnings()).containsExactly(ContractWarning.VAT_NOT_CHECKED);

    check(RegistryState.ACTIVE);
    assertThat(show(contract).warnings()).isEmpty();
    assertThat(show(contract).registryAskedAt()).contains(clock.instant());
    clock.advance(Duration.ofHours(25));
    assertThat(show(contract).warnings())
        .as("the answer has become old")
        .containsExactly(ContractWarning.VAT_NOT_CHECKED);

    check(RegistryState.INACTIVE);
    assertThat(show(contract).warnings()).containsExactly(ContractWarning.COMPANY_INACTIVE);
    clock.advance(Duration.ofHours(1));
    check(RegistryState.STRUCK_OFF);
    assertThat(show(contract).warnings()).containsExactly(ContractWarning.COMPANY_STRUCK_OFF);
  }

  /** Asks the registry, which says that the client pays VAT and is in this state. */
  private void check(RegistryState state) {
    RegistryEntry bare = RegistryEntry.of(lead.cui(), lead.company().name(), clock.instant());
    RegistryStatus known = lead.company().registryStatus().orElseThrow();
    injector
        .getInstance(InMemoryCompanyRegistry.class)
        .register(
            new RegistryEntry(
                bare.cui(),
                bare.name(),
                bare.seat(),
                bare.fiscalDomicile(),
                bare.tradeRegisterNumber(),
                Optional.of(RegistryVat.of(VatState.PAYER)),
                Optional.of(new RegistryStatus(state, known.since())),
                bare.caen(),
                bare.iban(),
                bare.phone(),
                bare.registration(),
                bare.omitted(),
                bare.answeredAt()));
    crm.leads().registry().check(Caller.of(ANA), new CheckCompany.Command(lead.id()));
  }

  @Test
  void the_form_begins_with_the_value_or_with_the_contract_there_is() {
    contracting(accepted);
    PrepareContract.Result first = prepare(ANA);
    assertThat(first.contract()).isEmpty();
    assertThat(first.value()).contains(ContractValue.of(accepted));
    assertThat(first.today()).isEqualTo(TODAY);
    ContractRef saved = save(null, data("7/2026"));
    assertThat(prepare(ANA).contract().map(ContractView::id)).contains(saved.id());
  }

  @Test
  void an_edit_keeps_the_number_unless_another_is_given() {
    contracting(accepted);
    ContractRef first = save(null, data("7/2026"));
    ContractRef second = save(first.version(), data(null));
    assertThat(show(second).terms().number().value()).isEqualTo("7/2026");
    ContractRef third = save(second.version(), data("8/2026"));
    assertThat(show(third).terms().number().value()).isEqualTo("8/2026");
  }

  @Test
  void nobody_overwrites_what_they_have_not_seen() {
    contracting(accepted);
    ContractRef first = save(null, data("7/2026"));
    assertThatThrownBy(() -> save(null, data("8/2026"))).isInstanceOf(ConcurrentChange.class);
    save(first.version(), data("9/2026"));
    assertThatThrownBy(() -> save(first.version(), data("8/2026")))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(show(first).terms().number().value()).isEqualTo("9/2026");
  }

  @Test
  void a_contract_that_was_never_there_is_not_edited() {
    contracting(accepted);
    assertThatThrownBy(() -> save(new Version(1), data(null))).isInstanceOf(NotFound.class);
  }

  @Test
  void a_contract_is_drawn_up_only_while_the_contracting_is_open() {
    in(Step.OFFER_NEGOTIATION, accepted);
    assertThatThrownBy(() -> save(null, data(null))).isInstanceOf(NotInContracting.class);
    assertThatThrownBy(() -> prepare(ANA)).isInstanceOf(NotInContracting.class);
  }

  @Test
  void others_neither_save_nor_see_it() {
    contracting(accepted);
    ContractRef saved = save(null, data(null));
    assertThatThrownBy(
            () ->
                crm.contracts()
                    .save(
                        Caller.of(ION),
                        new SaveContract.Command(lead.id(), saved.version(), data(null))))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> crm.contracts().show(ION, new ShowContract.Query(saved.id())))
        .isInstanceOf(NotPermitted.class);
    assertThat(list(ION).items()).isEmpty();
    assertThat(list(MARIA).items()).hasSize(1);
  }

  @Test
  void all_faults_of_the_form_are_told_at_once() {
    contracting(accepted);
    assertThatThrownBy(
            () ->
                save(
                    null,
                    new ContractData(
                        "9".repeat(51),
                        null,
                        TODAY,
                        false,
                        TODAY.minusDays(1),
                        366,
                        null,
                        null,
                        "\u0000")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            fault ->
                assertThat(fault.violations())
                    .extracting(Violation::field, Violation::code)
                    .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("contract.number", "too-long"),
                        org.assertj.core.groups.Tuple.tuple("contract.date", "required"),
                        org.assertj.core.groups.Tuple.tuple(
                            "contract.end", "ends-before-it-begins"),
                        org.assertj.core.groups.Tuple.tuple(
                            "contract.paymentTermDays", "too-large"),
                        org.assertj.core.groups.Tuple.tuple(
                            "contract.notes", "unreadable-character")));
  }

  @Test
  void the_signed_copy_comes_back_as_it_was_attached() {
    contracting(accepted);
    ContractRef saved = save(null, data(null));
    FileContent content = FileContent.of(new byte[] {37, 80, 68, 70});
    ContractRef attached =
        crm.contracts()
            .attachSignedFile(
                Caller.of(ANA),
                new AttachSignedFile.Command(
                    saved.id(), saved.version(), "C:\\acte\\semnat.pdf", content));
    SignedFile file = show(attached).signedFile().orElseThrow();
    assertThat(file.name()).isEqualTo("semnat.pdf");
    assertThat(file.size()).isEqualTo(4);
    ReadSignedFile.Result read =
        crm.contracts().readSignedFile(ANA, new ReadSignedFile.Query(saved.id()));
    assertThat(read.content()).isEqualTo(content);
    assertThat(read.sha256()).isEqualTo(file.sha256()).isEqualTo(content.sha256());
    assertThatThrownBy(
            () -> crm.contracts().readSignedFile(ION, new ReadSignedFile.Query(saved.id())))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void a_contract_without_a_signed_copy_has_none_to_read() {
    contracting(accepted);
    ContractRef saved = save(null, data(null));
    assertThatThrownBy(
            () -> crm.contracts().readSignedFile(ANA, new ReadSignedFile.Query(saved.id())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void an_order_is_invoiced_and_paid_by_what_the_erp_reports() {
    ClientOrder order = placed();
    BigDecimal gross = order.totals().gross().amount();
    report(invoice(order.id(), 1, InvoiceStage.ISSUED, gross));
    report(payment(order.id(), 1, new BigDecimal("1.00"), false));
    OrderView view = financials(ANA).orders().get(0);
    assertThat(view.finances().paid().amount()).isEqualTo("1.00");
    assertThat(view.finances().invoices())
        .extracting(OrderFinances.Standing::status)
        .containsExactly(InvoiceStatus.PARTIALLY_PAID);
    clock.advance(java.time.Duration.ofDays(40));
    assertThat(financials(ANA).orders().get(0).finances().invoices())
        .extracting(OrderFinances.Standing::status)
        .containsExactly(InvoiceStatus.OVERDUE);
    report(payment(order.id(), 2, gross, false));
    OrderFinances paid = financials(ANA).orders().get(0).finances();
    assertThat(paid.outstanding().isZero()).isTrue();
    assertThat(paid.invoices())
        .extracting(OrderFinances.Standing::status)
        .containsExactly(InvoiceStatus.PAID);
    assertThat(crm.orders().list(ANA, new ListOrders.Query(OrderFilter.NONE, null, 10)).items())
        .hasSize(1);
  }

  @Test
  void a_report_is_taken_once_and_stands_once_on_the_timeline() {
    ClientOrder order = placed();
    ReportErpDocument.Command report =
        invoice(order.id(), 2, InvoiceStage.CANCELLED, new BigDecimal("10"));
    assertThat(report(report)).isEqualTo(Reception.TAKEN);
    int entries = timeline().size();
    assertThat(report(report)).isEqualTo(Reception.KNOWN);
    assertThat(report(invoice(order.id(), 1, InvoiceStage.ISSUED, new BigDecimal("10"))))
        .isEqualTo(Reception.KNOWN);
    assertThat(timeline()).hasSize(entries);
    assertThatThrownBy(
            () -> report(invoice(order.id(), 2, InvoiceStage.CANCELLED, new BigDecimal("11"))))
        .isInstanceOf(ContradictoryReport.class);
  }

  @Test
  void the_erp_reports_in_the_currency_of_the_order() {
    ClientOrder order = placed();
    assertThatThrownBy(
            () ->
                report(
                    new ReportErpDocument.PaymentReport(
                        order.id(), "P1", 1, "F1", TODAY, BigDecimal.ONE, Currency.EUR, false)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            fault -> {
              assertThat(fault.violations().get(0).field()).isEqualTo("currency");
              assertThat(fault.violations().get(0).code()).isEqualTo("not-in-currency-of-order");
            });
  }

  @Test
  void a_salesperson_does_not_report_for_the_erp_and_others_see_no_figures() {
    ClientOrder order = placed();
    assertThatThrownBy(
            () ->
                crm.orders()
                    .report(
                        Caller.of(ANA),
                        invoice(order.id(), 1, InvoiceStage.ISSUED, BigDecimal.ONE)))
        .isInstanceOf(NotPermitted.class);
    assertThat(financials(ANA).mayReport()).isFalse();
    assertThat(financials(MARIA).mayReport()).isTrue();
    assertThatThrownBy(() -> financials(ION)).isInstanceOf(NotPermitted.class);
  }

  @Test
  void every_text_of_contracts_and_orders_is_there_in_both_languages() {
    for (Locale locale : new Locale[] {Locale.forLanguageTag("ro"), Locale.ENGLISH}) {
      for (ContractWarning warning : ContractWarning.values()) {
        assertThat(crm.messages().of(warning, locale)).doesNotContain("enum.");
      }
      for (InvoiceStatus status : InvoiceStatus.values()) {
        assertThat(crm.messages().of(status, locale)).doesNotContain("enum.");
      }
      assertThat(crm.messages().of(new NotInContracting(), locale)).doesNotContain("error.");
    }
  }

  private void contracting(@Nullable Offer offer) {
    in(Step.CONTRACTING, offer);
  }

  private void in(Step step, @Nullable Offer offer) {
    injector
        .getInstance(UnitOfWork.class)
        .inTransaction(
            () -> {
              injector.getInstance(Leads.class).add(lead);
              injector.getInstance(Pursuits.class).add(pursuit);
              injector
                  .getInstance(Responsibilities.class)
                  .add(PursuitFixture.anOpen(step, pursuit));
              if (offer != null) {
                injector.getInstance(Offers.class).add(offer);
              }
              return true;
            });
  }

  private ClientOrder placed() {
    contracting(accepted);
    ContractRef saved = save(null, data(null));
    Contract contract = injector.getInstance(Contracts.class).get(saved.id());
    ClientOrder order =
        ClientOrder.from(
            contract,
            accepted,
            new OrderId(UUID.randomUUID()),
            new DocumentNumber(Series.CLIENT_ORDER, 2026, 1),
            TODAY,
            Stamp.of(ANA, clock.instant()));
    injector
        .getInstance(UnitOfWork.class)
        .inTransaction(
            () -> {
              injector.getInstance(ClientOrders.class).add(order);
              return true;
            });
    return order;
  }

  private ContractRef save(@Nullable Version seen, ContractData data) {
    return crm.contracts().save(Caller.of(ANA), new SaveContract.Command(lead.id(), seen, data));
  }

  private static ContractData data(@Nullable String number) {
    return new ContractData(
        number, TODAY, TODAY, false, TODAY.plusYears(1), 30, "Ana Pop", "Ștefan Țuțea", null);
  }

  private ContractView show(ContractRef contract) {
    return crm.contracts().show(ANA, new ShowContract.Query(contract.id()));
  }

  private PrepareContract.Result prepare(Actor actor) {
    return crm.contracts().prepare(actor, new PrepareContract.Query(lead.id()));
  }

  private ContractPage list(Actor actor) {
    return crm.contracts().list(actor, new ListContracts.Query(ContractFilter.NONE, null, 10));
  }

  private ShowFinancials.Financials financials(Actor actor) {
    LeadId id = lead.id();
    return crm.orders().showFinancials(actor, new ShowFinancials.Query(id));
  }

  private Reception report(ReportErpDocument.Command command) {
    return crm.orders().report(Caller.of(MARIA), command).reception();
  }

  private static ReportErpDocument.Command invoice(
      OrderId order, long revision, InvoiceStage stage, BigDecimal amount) {
    return new ReportErpDocument.InvoiceReport(
        order, "F1", revision, "SER 1", stage, TODAY, TODAY.plusDays(30), amount, Currency.RON);
  }

  private static ReportErpDocument.Command payment(
      OrderId order, long revision, BigDecimal amount, boolean cancelled) {
    return new ReportErpDocument.PaymentReport(
        order, "P1", revision, "F1", TODAY, amount, Currency.RON, cancelled);
  }

  private java.util.List<String> timeline() {
    return crm
        .pursuits()
        .timeline(ANA, new ShowTimeline.Query(lead.id(), null, 100))
        .entries()
        .stream()
        .map(TimelineEntry::event)
        .map(event -> crm.messages().of(event, Locale.forLanguageTag("ro")))
        .toList();
  }
}
