package ro.parcurs.crm.offer.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ro.parcurs.crm.testkit.CatalogueFixture.REDUCED;
import static ro.parcurs.crm.testkit.CatalogueFixture.anItem;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.Workbooks.aWorkbook;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.spreadsheet.FaultyRows;
import ro.parcurs.crm.spreadsheet.RowFault;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.testkit.Workbooks;
import ro.parcurs.crm.testkit.WrittenWorkbook;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.KeyReused;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

class ImportOfferLinesTest {

  private static final Locale RO = Locale.forLanguageTag("ro");
  private static final LocalDate VALID_UNTIL = LocalDate.of(2026, 12, 24);
  private static final String HEADINGS =
      "Capitol | Cod | Denumire | UM | Cantitate | Preț | Reducere | Cotă TVA | Opțional";

  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(new SettableClock(), new SequentialIds(), new DefaultAccessPolicy()));
  private final OfferUseCases offers = injector.getInstance(Crm.class).offers();
  private final Messages messages = injector.getInstance(Messages.class);
  private final Spreadsheets spreadsheets = injector.getInstance(Spreadsheets.class);
  private final LeadId lead = negotiating();
  private final CatalogueItem door =
      kept(anItem().coded("USA").named("Ușă").at("120.5", "80", Currency.RON).build());
  private final CatalogueItem work =
      kept(anItem().coded("MONT").named("Montaj").taxed(REDUCED).at("50").build());

  // ---- what is taken over ----

  @Test
  void lines_from_the_catalogue_and_in_free_text_are_added_to_a_draft() throws IOException {
    OfferRef draft = draft();
    OfferRef after =
        taken(
            draft,
            LinesRule.ADD,
            aWorkbook()
                .sheet(
                    "Foaie",
                    HEADINGS,
                    "Uși | usa | | | 2 | | 5% | | nu",
                    " | MONT | Montaj rapid | | 1,5 | 60 | | 21 | x",
                    "Transport | | | | | | | | ",
                    " | | Livrare | km | 100 | 2.5 | | 21% | ",
                    "Deja | | Mânere | buc | 4 | 10 | 2.5 | 21 | "));
    assertThat(after.version()).isEqualTo(draft.version().next());
    assertThat(lines(draft))
        .containsExactly(
            "Deja: Ceva 1 oră x 10.0000 - 0 % VAT 21",
            "Deja: Mânere 4 buc x 10.0000 - 2.5 % VAT 21",
            "Uși: USA Ușă 2 oră x 120.5000 - 5 % VAT 21",
            "Uși: MONT Montaj rapid 1.5 oră x 60.0000 - 0 % VAT 21 optional",
            "Transport: Livrare 100 km x 2.5000 - 0 % VAT 21");
    assertThat(timeline()).containsExactly("OfferDrafted", "OfferEdited");
    assertThat(content(draft).lines().toList().get(2).item().orElseThrow().cost()).isPresent();
  }

  @Test
  void lines_may_take_the_place_of_those_there_were_and_need_no_chapter() throws IOException {
    OfferRef draft = draft();
    taken(draft, LinesRule.REPLACE, aWorkbook().sheet("F", "Cod | Cant.", "MONT | 3", "USA | 1"));
    assertThat(lines(draft))
        .containsExactly(
            "Linii: MONT Montaj 3 oră x 50.0000 - 0 % VAT 11",
            "Linii: USA Ușă 1 oră x 120.5000 - 0 % VAT 21");
  }

  @Test
  void an_exported_offer_is_imported_as_it_is_and_changes_nothing() throws IOException {
    OfferRef draft = draft();
    OfferRef filled =
        taken(
            draft,
            LinesRule.REPLACE,
            aWorkbook()
                .sheet(
                    "Foaie",
                    HEADINGS,
                    "Uși | USA | Ușă albă | | 2.125 | 99.1234 | 5% | 11 | da",
                    "Uși | MONT | | | 1 | | | | ",
                    "Altele | | =1+1 | buc | 3 | 7 | 33.33 | SCUTIT | "));
    repriced(door);
    OfferContent before = content(draft);
    for (Locale language : List.of(RO, Locale.ENGLISH)) {
      byte[] file =
          WrittenWorkbook.bytes(
              to -> offers.export(ANA, new ExportOffer.Query(draft.id(), language), to));
      PreviewLinesImport.Preview preview = preview(draft, LinesRule.REPLACE, file);
      assertThat(preview.faults()).isEmpty();
      assertThat(preview.outcome().orElseThrow().differences()).isEmpty();
      assertThat(preview.outcome().orElseThrow().unchanged()).isEqualTo(3);
      assertThat(taken(filled, LinesRule.REPLACE, file)).isEqualTo(filled);
    }
    assertThat(content(draft)).isEqualTo(before);
    assertThat(timeline()).containsExactly("OfferDrafted", "OfferEdited");
  }

  @Test
  void a_code_that_the_item_had_when_the_line_was_written_is_known_still() throws IOException {
    OfferRef draft = draft();
    OfferRef filled =
        taken(draft, LinesRule.REPLACE, aWorkbook().sheet("F", "Cod | Cantitate", "USA | 1"));
    byte[] file =
        WrittenWorkbook.bytes(to -> offers.export(ANA, new ExportOffer.Query(draft.id(), RO), to));
    inTransaction(
        () ->
            items()
                .save(
                    CatalogueItem.rebuild(
                        new CatalogueItem.Snapshot(
                            door.id(),
                            anItem().coded("USA-2").build().details(),
                            items().get(door.id()).pricing(),
                            false,
                            door.snapshot().added(),
                            door.changed(),
                            items().get(door.id()).version()))));
    assertThat(taken(filled, LinesRule.REPLACE, file)).isEqualTo(filled);
  }

  // ---- what is refused ----

  @Test
  void one_bad_row_stops_all_and_every_fault_is_told_with_its_row_and_column() {
    OfferRef draft = draft();
    CatalogueItem euro = kept(anItem().coded("EURO").at("10", "5", Currency.EUR).build());
    CatalogueItem old = kept(anItem().coded("VECHI").inactive().build());
    byte[] file =
        file(
            aWorkbook()
                .sheet(
                    "Foaie",
                    HEADINGS + " | Monedă",
                    "Uși | USA | | | 1 | | | | | lei",
                    " | NIMIC | | | 1 | | | | | ",
                    " | USA | | | 0 | 1.23456 | 101 | 99 | poate | EUR",
                    " | | Fără preț | | 1 | | | | | ",
                    " | EURO | | | 1 | | | | | ",
                    " | VECHI | | | -1 | | | | | ",
                    " | USA | | | 1 | 1.234.56 | | | | ",
                    " | USA | | | 1 | | | 7 | | ",
                    "x".repeat(301) + " | USA | | | 1 | | | | | "));
    FaultyRows refusal =
        catchThrowableOfType(FaultyRows.class, () -> taken(draft, LinesRule.ADD, file));
    assertThat(told(refusal.faults()))
        .containsExactlyInAnyOrder(
            "3 CODE unknown-item",
            "4 QUANTITY not-positive",
            "4 PRICE too-many-decimals",
            "4 DISCOUNT out-of-range",
            "4 VAT unknown-vat-rate",
            "4 OPTIONAL yes-or-no",
            "4 CURRENCY other-currency",
            "5 UNIT required",
            "5 PRICE required",
            "5 VAT required",
            "6 CODE exchange-rate-missing",
            "7 CODE inactive-items",
            "7 QUANTITY not-positive",
            "8 PRICE cell-no-number",
            "9 VAT unknown-vat-rate",
            "10 CHAPTER too-long");
    assertThat(messages.of(refusal, RO))
        .contains("Greșeli: 16.")
        .contains("Foaie, rândul 6, Cod: ")
        .contains(euro.code().value());
    assertThat(messages.of(refusal, Locale.ENGLISH)).contains(old.code().value());
    assertThat(show(draft.id()).version()).isEqualTo(draft.version());
    assertThat(timeline()).containsExactly("OfferDrafted");
  }

  @Test
  void a_file_without_quantities_or_with_more_rows_than_an_offer_has_lines_is_refused() {
    OfferRef draft = draft();
    assertThatThrownBy(
            () -> taken(draft, LinesRule.ADD, aWorkbook().sheet("F", "Cod | Preț", "USA | 1")))
        .isInstanceOf(UnreadableWorkbook.class)
        .hasMessageContaining("Cantitate");
    assertThatThrownBy(() -> taken(draft, LinesRule.ADD, new byte[0]))
        .isInstanceOf(UnreadableWorkbook.class);
    String[] rows = new String[OfferContent.MAX_LINES + 2];
    Arrays.fill(rows, "USA | 1");
    rows[0] = "Cod | Cantitate";
    assertThatThrownBy(() -> taken(draft, LinesRule.ADD, aWorkbook().sheet("F", rows)))
        .isInstanceOfSatisfying(
            UnreadableWorkbook.class,
            refusal -> assertThat(refusal.fault()).isEqualTo(WorkbookFault.TOO_MANY_ROWS));
  }

  @Test
  void who_may_not_work_on_the_lead_neither_imports_nor_looks() {
    OfferRef draft = draft();
    byte[] file = file(aWorkbook().sheet("F", "Cod | Cantitate", "USA | 1"));
    assertThatThrownBy(
            () -> offers.importLines(Caller.of(ION), command(draft, LinesRule.ADD, file)))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> offers.previewImport(ION, query(draft, LinesRule.ADD, file)))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void only_a_draft_that_nobody_changed_meanwhile_takes_lines() throws IOException {
    OfferRef draft = draft();
    Workbooks workbook = aWorkbook().sheet("F", "Cod | Cantitate", "USA | 1");
    OfferRef changed = taken(draft, LinesRule.ADD, workbook);
    assertThatThrownBy(() -> taken(draft, LinesRule.ADD, workbook))
        .isInstanceOf(ConcurrentChange.class);
    OfferRef submitted =
        offers.submit(Caller.of(ANA), new SubmitOffer.Command(changed.id(), changed.version()));
    assertThatThrownBy(() -> taken(submitted, LinesRule.ADD, workbook))
        .isInstanceOf(NoSuchTransition.class);
  }

  @Test
  void the_same_import_under_a_key_is_done_once_and_another_is_refused() throws IOException {
    OfferRef draft = draft();
    Caller once = Caller.of(ANA).once("import");
    byte[] file = file(aWorkbook().sheet("F", "Cod | Cantitate", "USA | 1"));
    OfferRef first = offers.importLines(once, command(draft, LinesRule.ADD, file));
    assertThat(offers.importLines(once, command(draft, LinesRule.ADD, file))).isEqualTo(first);
    assertThat(lines(draft)).hasSize(2);
    assertThatThrownBy(() -> offers.importLines(once, command(draft, LinesRule.REPLACE, file)))
        .isInstanceOf(KeyReused.class);
  }

  // ---- the preview ----

  @Test
  void the_preview_tells_what_the_offer_would_become_and_keeps_nothing() throws IOException {
    OfferRef draft = draft();
    byte[] file =
        file(
            aWorkbook()
                .sheet(
                    "F",
                    "Nr | Cod | Denumire | UM | Cantitate | Preț | TVA",
                    "1 | | Ceva | oră | 3 | 10 | 21",
                    "2 | USA | | | 1 | | "));
    PreviewLinesImport.Preview replaced = preview(draft, LinesRule.REPLACE, file);
    assertThat(replaced.table().columns().unread()).isEqualTo(Map.of(0, "Nr"));
    assertThat(replaced.table().rows()).isEqualTo(2);
    assertThat(replaced.table().first()).hasSize(2);
    PreviewLinesImport.Outcome outcome = replaced.outcome().orElseThrow();
    assertThat(outcome.unchanged()).isZero();
    assertThat(outcome.differences()).hasSize(2);
    assertThat(outcome.differences().get(1).isAdded()).isTrue();
    assertThat(outcome.content().totals().net()).hasToString("150.50 RON");
    PreviewLinesImport.Outcome added = preview(draft, LinesRule.ADD, file).outcome().orElseThrow();
    assertThat(added.unchanged()).isEqualTo(1);
    assertThat(added.differences()).hasSize(2).allMatch(ComparisonView.Difference::isAdded);
    assertThat(show(draft.id()).version()).isEqualTo(draft.version());
  }

  @Test
  void what_the_columns_mean_can_be_said_otherwise() throws IOException {
    OfferRef draft = draft();
    byte[] file =
        file(aWorkbook().sheet("F", "Reper | Bucăți | Preț", "USA | 2 | 99", "MONT | 1 | "));
    PreviewLinesImport.Preview preview = preview(draft, LinesRule.REPLACE, file);
    assertThat(preview.table().missing()).containsExactly(OfferColumn.QUANTITY);
    assertThat(preview.outcome()).isEmpty();
    Map<OfferColumn, Integer> places =
        preview
            .table()
            .columns()
            .with(0, Optional.of(OfferColumn.CODE))
            .with(1, Optional.of(OfferColumn.QUANTITY))
            .places();
    offers.importLines(
        Caller.of(ANA),
        new ImportOfferLines.Command(
            draft.id(),
            draft.version(),
            () -> new ByteArrayInputStream(file),
            "f",
            places,
            LinesRule.REPLACE,
            Locale.ENGLISH));
    assertThat(lines(draft))
        .containsExactly(
            "Lines: USA Ușă 2 oră x 99.0000 - 0 % VAT 21",
            "Lines: MONT Montaj 1 oră x 50.0000 - 0 % VAT 11");
  }

  // ---- fixtures ----

  /** A draft with one line, in the chapter "Deja". */
  private OfferRef draft() {
    return offers.draft(
        Caller.of(ANA),
        new DraftOffer.Command(
            lead,
            new OfferData(
                Currency.RON,
                null,
                null,
                List.of(
                    new ChapterData(
                        "Deja",
                        List.of(
                            new LineData(
                                null,
                                "Ceva",
                                "oră",
                                BigDecimal.ONE,
                                BigDecimal.TEN,
                                null,
                                "21",
                                false)))),
                null,
                null,
                null,
                VALID_UNTIL)));
  }

  private OfferRef taken(OfferRef draft, LinesRule rule, Workbooks workbook) throws IOException {
    return taken(draft, rule, file(workbook));
  }

  private OfferRef taken(OfferRef draft, LinesRule rule, byte[] file) throws IOException {
    return offers.importLines(Caller.of(ANA), command(draft, rule, file));
  }

  private static ImportOfferLines.Command command(OfferRef draft, LinesRule rule, byte[] file) {
    return new ImportOfferLines.Command(
        draft.id(), draft.version(), () -> new ByteArrayInputStream(file), null, null, rule, RO);
  }

  private PreviewLinesImport.Preview preview(OfferRef draft, LinesRule rule, byte[] file)
      throws IOException {
    return offers.previewImport(ANA, query(draft, rule, file));
  }

  private static PreviewLinesImport.Query query(OfferRef draft, LinesRule rule, byte[] file) {
    return new PreviewLinesImport.Query(
        draft.id(), () -> new ByteArrayInputStream(file), null, null, rule, RO);
  }

  private byte[] file(Workbooks workbook) {
    return workbook.writtenBy(spreadsheets);
  }

  private static List<String> told(List<RowFault> faults) {
    return faults.stream()
        .map(
            fault ->
                fault.row()
                    + " "
                    + fault.column().map(Enum::name).orElse("-")
                    + " "
                    + fault.fault().code())
        .toList();
  }

  private List<String> lines(OfferRef ref) {
    return show(ref.id()).content().chapters().stream()
        .flatMap(
            chapter -> chapter.lines().stream().map(line -> chapter.title() + ": " + told(line)))
        .toList();
  }

  private static String told(OfferLineView line) {
    return line.code().map(code -> code + " ").orElse("")
        + line.name()
        + " "
        + line.quantity()
        + " "
        + line.unit()
        + " x "
        + line.price().value()
        + " - "
        + line.discount()
        + " VAT "
        + line.vat().code()
        + (line.optional() ? " optional" : "");
  }

  private OfferView show(OfferId id) {
    return offers.show(ANA, new ShowOffer.Query(id));
  }

  private OfferContent content(OfferRef ref) {
    return injector.getInstance(Offers.class).get(ref.id()).content();
  }

  private List<String> timeline() {
    return injector.getInstance(Timeline.class).of(lead, Optional.empty(), 100).stream()
        .map(entry -> entry.event().type())
        .filter(type -> type.startsWith("Offer"))
        .sorted()
        .toList();
  }

  private CatalogueItems items() {
    return injector.getInstance(CatalogueItems.class);
  }

  private CatalogueItem kept(CatalogueItem item) {
    inTransaction(() -> items().add(item));
    return item;
  }

  private void repriced(CatalogueItem item) {
    inTransaction(
        () ->
            items()
                .save(
                    items()
                        .get(item.id())
                        .priceBy(anItem().at("1").build().pricing(), PursuitFixture.BY_ANA)));
  }

  private LeadId negotiating() {
    Lead fresh = LeadFixture.aLead().activatedFor(ANA.id()).build();
    Pursuit pursuit = PursuitFixture.aPursuit(fresh.id());
    inTransaction(
        () -> {
          injector.getInstance(Leads.class).add(fresh);
          injector.getInstance(Pursuits.class).add(pursuit);
          injector
              .getInstance(Responsibilities.class)
              .add(PursuitFixture.anOpen(Step.OFFER_NEGOTIATION, pursuit));
        });
    return fresh.id();
  }

  private void inTransaction(Runnable body) {
    injector
        .getInstance(UnitOfWork.class)
        .inTransaction(
            () -> {
              body.run();
              return true;
            });
  }
}
