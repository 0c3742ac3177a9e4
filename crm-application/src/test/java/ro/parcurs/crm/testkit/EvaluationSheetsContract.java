package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.CatalogueFixture.anItem;
import static ro.parcurs.crm.testkit.CatalogueFixture.some;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;
import static ro.parcurs.crm.testkit.PursuitFixture.BY_ANA;
import static ro.parcurs.crm.testkit.PursuitFixture.BY_ION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.Explosion;
import ro.parcurs.crm.catalogue.PricingTerms;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.evaluation.SheetState;
import ro.parcurs.crm.evaluation.SheetTerms;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.evaluation.usecase.SheetFilter;
import ro.parcurs.crm.evaluation.usecase.SheetListItem;
import ro.parcurs.crm.evaluation.usecase.SheetQueries;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;

/** What every {@link EvaluationSheets} and its {@link SheetQueries} do. */
@ContractOf({EvaluationSheets.class, SheetQueries.class})
public abstract class EvaluationSheetsContract extends PortContract {

  private static final AtomicInteger LAST_NUMBER = new AtomicInteger(10_000);

  /** In the names of all leads of this test, and of no other. */
  private final String mark = "m" + newId().toString().replace("-", "");

  protected EvaluationSheetsContract(Ports ports) {
    super(ports);
  }

  // ---- the store ----

  @Test
  void a_draft_is_read_back_whole_at_the_stored_version() {
    EvaluationSheet sheet = add(aDraft());
    EvaluationSheet stored = sheets().get(sheet.id());
    assertThat(stored.version()).isEqualTo(new Version(1));
    assertThat(atVersion(stored, sheet.version())).isEqualTo(sheet);
  }

  @Test
  void lines_and_terms_are_read_back_in_their_order() {
    CatalogueItem first = stored(anItem().build());
    CatalogueItem second = stored(anItem().build());
    EvaluationSheet sheet = add(aDraft());
    EvaluationSheet changed =
        sheets()
            .get(sheet.id())
            .change(
                List.of(line(second, "0.001"), line(first, "999999.999"), line(second, "3")),
                new SheetTerms(
                    new PricingTerms(
                        Currency.EUR,
                        Optional.of(
                            new ExchangeRate(
                                Currency.RON, Currency.EUR, new BigDecimal("0.2012")))),
                    Explosion.LEAVES),
                BY_ION);
    save(changed);
    assertThat(atVersion(sheets().get(sheet.id()), changed.version())).isEqualTo(changed);
  }

  @Test
  void what_was_frozen_is_read_back_exactly() {
    CatalogueItem leaf = stored(anItem().named("Țeavă „PPR”").at("12.3456").build());
    CatalogueItem euro = stored(anItem().at("99.9", "45.0001", Currency.EUR).build());
    CatalogueItem composed = stored(anItem().of(some("0.333", leaf), some("2", euro)).build());
    EvaluationSheet sheet = add(aDraft());
    EvaluationSheet finalised =
        sheets()
            .get(sheet.id())
            .change(
                List.of(line(composed, "7"), line(leaf, "1.5")),
                new SheetTerms(
                    new PricingTerms(
                        Currency.RON,
                        Optional.of(
                            new ExchangeRate(
                                Currency.EUR, Currency.RON, new BigDecimal("4.9755")))),
                    Explosion.COMPONENTS),
                BY_ANA)
            .finalise(items().wholeCatalogue(), BY_ION);
    save(finalised);
    EvaluationSheet read = sheets().get(sheet.id());
    assertThat(atVersion(read, finalised.version())).isEqualTo(finalised);
    assertThat(read.frozen().totals()).isEqualTo(finalised.frozen().totals());
    inTransaction(
        () ->
            items()
                .save(items().get(leaf.id()).priceBy(anItem().at("1").build().pricing(), BY_ANA)));
    assertThat(sheets().get(sheet.id())).isEqualTo(read);
    save(read.reopen(BY_ANA));
    assertThat(sheets().get(sheet.id()).snapshot().chapters()).isEmpty();
    assertThat(sheets().get(sheet.id()).lines()).isEqualTo(read.lines());
  }

  @Test
  void a_sheet_that_is_not_there_is_not_found() {
    assertThatThrownBy(() -> sheets().get(new SheetId(newId()))).isInstanceOf(NotFound.class);
    assertThat(sheets().findByPursuit(new PursuitId(newId()))).isEmpty();
  }

  @Test
  void a_pursuit_has_one_sheet_until_that_is_discarded() {
    EvaluationSheet first = add(aDraft());
    EvaluationSheet second = another(first);
    assertThatThrownBy(() -> add(second))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            error -> assertThat(error.existing()).isEqualTo(first.id().toString()));
    save(sheets().get(first.id()).discard(BY_ANA));
    assertThat(sheets().findByPursuit(first.pursuit())).isEmpty();
    add(second);
    assertThat(sheets().findByPursuit(first.pursuit()).map(EvaluationSheet::id))
        .contains(second.id());
    assertThat(sheets().get(first.id()).state()).isEqualTo(SheetState.DISCARDED);
  }

  @Test
  void a_sheet_that_changed_since_it_was_read_is_not_overwritten() {
    EvaluationSheet sheet = add(aDraft());
    EvaluationSheet mine = sheets().get(sheet.id());
    save(sheets().get(sheet.id()).change(List.of(), SheetTerms.DEFAULT, BY_ION));
    assertThatThrownBy(() -> save(mine.discard(BY_ANA)))
        .isInstanceOfSatisfying(
            ConcurrentChange.class, error -> assertThat(error.winner()).isEqualTo(BY_ION));
    assertThat(sheets().get(sheet.id()).state()).isEqualTo(SheetState.DRAFT);
  }

  @Test
  void a_change_that_was_not_saved_is_not_seen() {
    EvaluationSheet sheet = add(aDraft());
    assertThat(sheets().get(sheet.id()).discard(BY_ANA).state()).isEqualTo(SheetState.DISCARDED);
    assertThat(sheets().get(sheet.id()).state()).isEqualTo(SheetState.DRAFT);
  }

  // ---- the lists ----

  @Test
  void a_list_shows_what_a_sheet_is_and_what_it_comes_to() {
    CatalogueItem item = stored(anItem().at("12.49").build());
    EvaluationSheet draft = add(aDraft());
    save(
        sheets()
            .get(draft.id())
            .change(List.of(line(item, "3")), SheetTerms.DEFAULT, BY_ANA)
            .finalise(items().catalogueOf(List.of(item.id())), BY_ION));
    assertThat(list(LeadScope.ALL, marked()))
        .containsExactly(
            new SheetListItem(
                draft.id(),
                draft.number(),
                SheetState.FINALISED,
                draft.lead(),
                mark + " Șosele SRL",
                draft.pursuit(),
                1,
                Optional.of(Money.of("37.47", Currency.RON)),
                BY_ANA,
                BY_ION));
  }

  @Test
  void the_newest_stand_first_and_the_list_can_be_read_in_pages() {
    List<SheetId> added = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      added.add(0, add(aDraft()).id());
    }
    List<SheetId> paged = new ArrayList<>();
    Optional<SheetId> after = Optional.empty();
    do {
      List<SheetId> page =
          queries().list(LeadScope.ALL, marked(), after, 2).stream()
              .map(SheetListItem::id)
              .toList();
      paged.addAll(page);
      after = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
    } while (after.isPresent());
    assertThat(paged).containsExactlyElementsOf(added);
    assertThat(queries().count(LeadScope.ALL, marked()).counted()).isEqualTo(5);
  }

  @Test
  void only_sheets_of_leads_in_the_scope_are_shown_and_counted() {
    UserId ana = new UserId("ana");
    UserId ion = new UserId("ion");
    UserId dan = new UserId("dan");
    // the open responsibility of every fixture is Ana's, the lead is Ion's
    EvaluationSheet sheet = add(aDraft(aLead().named(mark).ownedBy(ion).build()));
    for (UserId user : List.of(ana, ion)) {
      assertThat(list(LeadScope.of(user), marked()))
          .extracting(SheetListItem::id)
          .containsExactly(sheet.id());
      assertThat(queries().count(LeadScope.of(user), marked()).counted()).isEqualTo(1);
    }
    assertThat(list(LeadScope.of(dan), marked())).isEmpty();
    assertThat(queries().count(LeadScope.of(dan), marked()).counted()).isZero();
    assertThat(list(LeadScope.NONE, marked())).isEmpty();
    assertThat(queries().count(LeadScope.NONE, marked()).counted()).isZero();
  }

  @Test
  void each_filter_matters() {
    EvaluationSheet draft = add(aDraft());
    EvaluationSheet discarded = add(aDraft());
    save(sheets().get(discarded.id()).discard(BY_ANA));
    assertThat(list(LeadScope.ALL, marked().withStates(Set.of(SheetState.DISCARDED))))
        .extracting(SheetListItem::id)
        .containsExactly(discarded.id());
    assertThat(list(LeadScope.ALL, marked().withLead(draft.lead())))
        .extracting(SheetListItem::id)
        .containsExactly(draft.id());
    assertThat(queries().count(LeadScope.ALL, marked().withLead(draft.lead())).counted())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sosele", "ŞOSELE srl", "#number", "#cui", "fe #number sosele"})
  void words_are_found_in_number_name_and_fiscal_code(String text) {
    Lead lead = aLead().named(mark + " Șosele SRL").build();
    EvaluationSheet sheet = add(aDraft(lead));
    add(aDraft(aLead().named(mark).build()));
    String searched =
        text.replace("#number", sheet.number().toString()).replace("#cui", lead.cui().toString());
    assertThat(list(LeadScope.ALL, SheetFilter.ALL.withText(mark + " " + searched)))
        .extracting(SheetListItem::id)
        .containsExactly(sheet.id());
  }

  private SheetFilter marked() {
    return SheetFilter.ALL.withText(mark);
  }

  private List<SheetListItem> list(LeadScope scope, SheetFilter filter) {
    return queries().list(scope, filter, Optional.empty(), 100);
  }

  private EvaluationSheets sheets() {
    return port(EvaluationSheets.class);
  }

  private SheetQueries queries() {
    return port(SheetQueries.class);
  }

  private CatalogueItems items() {
    return port(CatalogueItems.class);
  }

  private EvaluationSheet aDraft() {
    return aDraft(aLead().named(mark + " Șosele SRL").build());
  }

  /** A draft of a new lead, whose pursuit and meeting are stored with it. */
  private EvaluationSheet aDraft(Lead lead) {
    Pursuit pursuit = PursuitFixture.aPursuit(lead.id());
    Responsibility meeting = PursuitFixture.anOpen(Step.MEETING_EVALUATION, pursuit);
    inTransaction(
        () -> {
          port(Leads.class).add(lead);
          port(Pursuits.class).add(pursuit);
          port(Responsibilities.class).add(meeting);
        });
    return EvaluationSheet.add(
        new SheetId(newId()), lead.id(), pursuit.id(), meeting.id(), number(), BY_ANA);
  }

  private static EvaluationSheet another(EvaluationSheet sheet) {
    return EvaluationSheet.add(
        new SheetId(newId()),
        sheet.lead(),
        sheet.pursuit(),
        sheet.snapshot().responsibility(),
        number(),
        BY_ION);
  }

  private static DocumentNumber number() {
    return new DocumentNumber(Series.EVALUATION_SHEET, 2026, LAST_NUMBER.incrementAndGet());
  }

  private static SheetLine line(CatalogueItem item, String quantity) {
    return new SheetLine(item.id(), Quantity.of(quantity));
  }

  private CatalogueItem stored(CatalogueItem item) {
    inTransaction(() -> items().add(item));
    return item;
  }

  private EvaluationSheet add(EvaluationSheet sheet) {
    inTransaction(() -> sheets().add(sheet));
    return sheet;
  }

  private void save(EvaluationSheet sheet) {
    inTransaction(() -> sheets().save(sheet));
  }

  private static EvaluationSheet atVersion(EvaluationSheet sheet, Version version) {
    EvaluationSheet.Snapshot state = sheet.snapshot();
    return EvaluationSheet.rebuild(
        new EvaluationSheet.Snapshot(
            state.id(),
            state.lead(),
            state.pursuit(),
            state.responsibility(),
            state.number(),
            state.state(),
            state.terms(),
            state.lines(),
            state.chapters(),
            state.added(),
            state.finalised(),
            state.changed(),
            version));
  }
}
