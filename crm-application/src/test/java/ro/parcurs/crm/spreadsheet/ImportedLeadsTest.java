package ro.parcurs.crm.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.CancelImport;
import ro.parcurs.crm.lead.usecase.DuplicateRule;
import ro.parcurs.crm.lead.usecase.ExportFailedRows;
import ro.parcurs.crm.lead.usecase.ImportCounts;
import ro.parcurs.crm.lead.usecase.ImportLeads;
import ro.parcurs.crm.lead.usecase.ImportPlan;
import ro.parcurs.crm.lead.usecase.ImportRun;
import ro.parcurs.crm.lead.usecase.ImportRunId;
import ro.parcurs.crm.lead.usecase.ImportRunState;
import ro.parcurs.crm.lead.usecase.ImportRuns;
import ro.parcurs.crm.lead.usecase.LeadColumn;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadImports;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.ListImports;
import ro.parcurs.crm.lead.usecase.ListLeads;
import ro.parcurs.crm.lead.usecase.PreviewImport;
import ro.parcurs.crm.lead.usecase.ShowImport;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.testkit.WrittenWorkbook;
import ro.parcurs.crm.work.Caller;

/** Imports of leads, of many too; here, since those would take hours to fail one by one. */
class ImportedLeadsTest {

  private static final Locale RO = Locale.forLanguageTag("ro");
  private static final List<String> HEADINGS =
      List.of("CUI", "Denumire firmă", "Județ", "Localitate", "Telefon", "Prioritate", "Zona");

  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(new SettableClock(), new SequentialIds(), new DefaultAccessPolicy()));
  private final Crm crm = injector.getInstance(Crm.class);
  private final LeadImports imports = crm.leads().imports();
  private final Spreadsheets spreadsheets = injector.getInstance(Spreadsheets.class);

  @Test
  void rows_are_added_as_the_form_would_and_bad_ones_stop_nothing() throws IOException {
    String cui = Cuis.next().digits();
    ImportRun run =
        run(
            file(
                row("RO " + cui, "Țesătoria SRL", "cluj", "Dej", "0722 123 456", "ridicată"),
                row("18547291", "Greșit SRL", "Cluj", "Dej"),
                row("", "Fără cod SRL", "Clujj", "", "12"),
                List.of(
                    Cell.of(new BigDecimal(Cuis.next().digits())),
                    Cell.of("Alta SRL"),
                    Cell.of("B"),
                    Cell.of("Sector 1"),
                    Cell.of(new BigDecimal("722123456")))),
            DuplicateRule.SKIP);
    assertThat(run.state()).isEqualTo(ImportRunState.FINISHED);
    assertThat(run.rows()).isEqualTo(4);
    assertThat(run.plan().ignored()).containsExactly("Zona");
    assertThat(run.counts()).isEqualTo(new ImportCounts(4, 2, 0, 0, 2));
    LeadView lead = named("tesatoria");
    assertThat(lead.company().cui().digits()).isEqualTo(cui);
    assertThat(lead.company().phone().orElseThrow().value()).isEqualTo("+40722123456");
    assertThat(lead.details().priority()).hasToString("HIGH");
    assertThat(named("alta").company().phone().orElseThrow().value()).isEqualTo("+40722123456");
    List<FailedRow> failed =
        injector.getInstance(ImportRuns.class).failed(run.id(), Optional.empty(), 9);
    assertThat(failed).extracting(FailedRow::number).containsExactly(3, 4);
    assertThat(failed.get(1).faults())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "company.address.county", "cui", "company.address.locality", "company.phone");
  }

  @Test
  void the_rule_for_duplicates_holds_within_the_file_and_against_the_store() throws IOException {
    String cui = Cuis.next().digits();
    byte[] first =
        file(row(cui, "Veche SRL", "Cluj", "Dej"), row("RO" + cui, "Alt nume", "Cluj", "Dej"));
    assertThat(run(first, DuplicateRule.SKIP).counts()).isEqualTo(new ImportCounts(2, 1, 0, 1, 0));
    assertThat(run(first, DuplicateRule.SKIP).counts()).isEqualTo(new ImportCounts(2, 0, 0, 2, 0));
    byte[] second = file(row(cui, "Nouă SRL", "Cluj", "Dej"));
    assertThat(run(second, DuplicateRule.REFUSE).counts())
        .isEqualTo(new ImportCounts(1, 0, 0, 0, 1));
    assertThat(named("veche").company().name()).isEqualTo("Veche SRL");
    assertThat(run(second, DuplicateRule.UPDATE).counts())
        .isEqualTo(new ImportCounts(1, 0, 1, 0, 0));
    assertThat(named("noua").company().cui().digits()).isEqualTo(cui);
    assertThat(run(second, DuplicateRule.UPDATE).counts())
        .isEqualTo(new ImportCounts(1, 0, 0, 1, 0));
  }

  @Test
  void an_import_that_was_broken_off_goes_on_where_it_was_and_adds_nothing_twice()
      throws IOException {
    byte[] file = many(2 * ImportLeads.BATCH + 500);
    IllegalStateException crash = new IllegalStateException("crash");
    List<ImportRun> heard = new ArrayList<>();
    assertThatThrownBy(
            () ->
                imports.run(
                    Caller.of(ANA),
                    command(file, DuplicateRule.REFUSE),
                    told -> {
                      heard.add(told);
                      if (told.counts().read() > 0) {
                        throw crash;
                      }
                    }))
        .isSameAs(crash);
    assertThat(heard).extracting(ImportRun::percent).containsExactly(0, 44);
    assertThat(count()).isEqualTo(ImportLeads.BATCH);
    ImportRun run = run(file, DuplicateRule.REFUSE);
    assertThat(run.id()).isEqualTo(heard.get(0).id());
    assertThat(run.counts()).isEqualTo(new ImportCounts(run.rows(), run.rows(), 0, 0, 0));
    assertThat(count()).isEqualTo(run.rows());
    assertThat(run(file, DuplicateRule.SKIP).counts())
        .isEqualTo(new ImportCounts(run.rows(), 0, 0, run.rows(), 0));
  }

  @Test
  void an_import_is_cancelled_between_batches_and_can_be_resumed() throws IOException {
    byte[] file = many(ImportLeads.BATCH + 1);
    ImportRun cancelled =
        imports.run(
            Caller.of(ANA), command(file, DuplicateRule.SKIP), this::cancelAfterTheFirstBatch);
    assertThat(cancelled.state()).isEqualTo(ImportRunState.CANCELLED);
    assertThat(cancelled.counts().read()).isEqualTo(ImportLeads.BATCH);
    ImportRun other =
        imports.run(Caller.of(ION), command(file, DuplicateRule.SKIP), ImportLeads.Listener.NONE);
    assertThat(other.id()).isNotEqualTo(cancelled.id());
    ImportRun resumed = run(file, DuplicateRule.SKIP);
    assertThat(resumed.id()).isEqualTo(cancelled.id());
    assertThat(resumed.state()).isEqualTo(ImportRunState.FINISHED);
    assertThat(imports.show(ANA, new ShowImport.Query(resumed.id()))).isEqualTo(resumed);
    assertThat(imports.list(ANA, new ListImports.Query(9))).containsExactly(resumed);
    assertThatThrownBy(() -> imports.show(ION, new ShowImport.Query(resumed.id())))
        .isInstanceOf(NotFound.class);
    CancelImport.Command late = new CancelImport.Command(resumed.id());
    assertThatThrownBy(() -> imports.cancel(Caller.of(ION), late)).isInstanceOf(NotFound.class);
    assertThat(imports.cancel(Caller.of(ANA), late).cancelled()).isFalse();
    assertThat(imports.show(ANA, new ShowImport.Query(resumed.id()))).isEqualTo(resumed);
  }

  private void cancelAfterTheFirstBatch(ImportRun told) {
    if (told.state() == ImportRunState.RUNNING && told.counts().read() > 0) {
      imports.cancel(Caller.of(ANA), new CancelImport.Command(told.id()));
    }
  }

  @Test
  void an_import_that_is_resumed_elsewhere_ends_here_and_nothing_is_added_twice()
      throws IOException {
    byte[] file = many(ImportLeads.BATCH + 1);
    List<ImportRun> elsewhere = new ArrayList<>();
    assertThatThrownBy(
            () ->
                imports.run(
                    Caller.of(ANA),
                    command(file, DuplicateRule.REFUSE),
                    told -> {
                      if (told.counts().read() > 0 && elsewhere.isEmpty()) {
                        elsewhere.add(told);
                        elsewhere.add(resumedUnfinished(file));
                      }
                    }))
        .isInstanceOf(ConcurrentChange.class);
    ImportRun run = run(file, DuplicateRule.REFUSE);
    assertThat(run.counts()).isEqualTo(new ImportCounts(run.rows(), run.rows(), 0, 0, 0));
    assertThat(count()).isEqualTo(run.rows());
  }

  /** Resumes the import, and leaves it before its next batch. */
  private ImportRun resumedUnfinished(byte[] file) {
    List<ImportRun> resumed = new ArrayList<>();
    IllegalStateException left = new IllegalStateException("left");
    assertThatThrownBy(
            () ->
                imports.run(
                    Caller.of(ANA),
                    command(file, DuplicateRule.REFUSE),
                    told -> {
                      resumed.add(told);
                      throw left;
                    }))
        .isSameAs(left);
    return resumed.get(0);
  }

  @Test
  void progress_tells_percent_rate_and_the_time_left_since_it_was_resumed() {
    Stamp begun = Stamp.of(ANA, Instant.parse("2026-11-24T08:00:00Z"));
    ImportPlan plan =
        new ImportPlan(
            new Sha256("0".repeat(64)),
            "a.xlsx",
            "Foaie",
            1,
            Map.of(),
            List.of(),
            DuplicateRule.SKIP);
    ImportRun run = ImportRun.begin(new ImportRunId(new UUID(0, 1)), plan, 1_000, begun);
    assertThat(run.percent()).isZero();
    assertThat(run.left()).isEmpty();
    ImportCounts batch = new ImportCounts(200, 200, 0, 0, 0);
    ImportRun further = run.after(201, batch, later(begun, 2));
    assertThat(further.percent()).isEqualTo(20);
    assertThat(further.rate()).isEqualTo(100);
    assertThat(further.left()).contains(Duration.ofSeconds(8));
    ImportRun resumed = further.resume(later(begun, 3_600)).after(401, batch, later(begun, 3_604));
    assertThat(resumed.percent()).isEqualTo(40);
    assertThat(resumed.rate()).isEqualTo(50);
    assertThat(resumed.left()).contains(Duration.ofSeconds(12));
    assertThat(resumed.cancel(later(begun, 3_605)).left()).isEmpty();
    ImportRun empty = ImportRun.begin(run.id(), plan, 0, begun);
    assertThat(empty.state()).isEqualTo(ImportRunState.FINISHED);
    assertThat(empty.percent()).isEqualTo(100);
  }

  private static Stamp later(Stamp stamp, int seconds) {
    return new Stamp(stamp.by(), stamp.name(), stamp.at().plusSeconds(seconds));
  }

  @Test
  void the_failed_rows_come_back_with_reasons_and_once_corrected_are_imported_as_they_are()
      throws IOException {
    String good = Cuis.next().digits();
    String corrected = Cuis.next().digits();
    byte[] file =
        file(
            row(good, "Bună SRL", "Cluj", "Dej"),
            row(corrected, "Greșită SRL", "Județul nou", "", "0722 123 456", "", "nord"));
    ImportRun run = run(file, DuplicateRule.SKIP);
    byte[] failed =
        WrittenWorkbook.bytes(
            to ->
                imports.exportFailed(
                    ANA, new ExportFailedRows.Query(run.id(), source(file), RO), to));
    List<List<String>> rows = WrittenWorkbook.texts(spreadsheets, failed, run.plan().sheet());
    assertThat(rows.get(0))
        .startsWith("CUI", "Denumire firmă")
        .endsWith("Zona", "De ce nu a fost preluat");
    assertThat(rows.get(1)).startsWith(corrected, "Greșită SRL", "Județul nou").contains("nord");
    assertThat(rows.get(1).get(7)).contains("Județ: Județul nu există.", "Localitate: ");
    assertThat(rows).hasSize(2);

    List<Cell> row = new ArrayList<>(rows.get(1).stream().map(Cell::of).toList());
    row.set(2, Cell.of("Cluj"));
    row.set(3, Cell.of("Gherla"));
    byte[] again =
        WrittenWorkbook.bytes(
            to -> spreadsheets.write(to, List.of(content(rows.get(0), List.of(row)))));
    assertThat(run(again, DuplicateRule.SKIP).counts()).isEqualTo(new ImportCounts(1, 1, 0, 0, 0));
    assertThatThrownBy(
            () ->
                imports.exportFailed(
                    ANA,
                    new ExportFailedRows.Query(run.id(), source(again), RO),
                    java.io.OutputStream.nullOutputStream()))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () ->
                imports.exportFailed(
                    ION,
                    new ExportFailedRows.Query(run.id(), source(file), RO),
                    java.io.OutputStream.nullOutputStream()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void what_columns_mean_can_be_said_and_without_the_required_ones_nothing_is_imported()
      throws IOException {
    byte[] file =
        WrittenWorkbook.bytes(
            to ->
                spreadsheets.write(
                    to,
                    List.of(
                        content(
                            List.of("CUI", "Denumire", "Zona", "Loc"),
                            List.of(row(Cuis.next().digits(), "Exemplu SRL", "Cluj", "Dej"))))));
    PreviewImport.Preview preview =
        imports.preview(ANA, new PreviewImport.Query(source(file), null, null));
    assertThat(preview.missing()).containsExactly(LeadColumn.COUNTY);
    assertThat(preview.columns().unread()).isEqualTo(Map.of(2, "Zona"));
    assertThatThrownBy(() -> run(file, DuplicateRule.SKIP)).isInstanceOf(UnreadableWorkbook.class);
    assertThat(count()).isZero();

    Map<LeadColumn, Integer> places =
        preview.columns().with(2, Optional.of(LeadColumn.COUNTY)).places();
    PreviewImport.Preview said =
        imports.preview(ANA, new PreviewImport.Query(source(file), null, places));
    assertThat(said.missing()).isEmpty();
    assertThat(said.first()).hasSize(1);
    assertThat(said.first().get(0).faults()).isEmpty();
    ImportRun run =
        imports.run(
            Caller.of(ANA),
            new ImportLeads.Command(source(file), "a.xlsx", null, places, DuplicateRule.SKIP, RO),
            ImportLeads.Listener.NONE);
    assertThat(run.counts()).isEqualTo(new ImportCounts(1, 1, 0, 0, 0));
    for (Map<LeadColumn, Integer> wrong :
        List.of(
            Map.of(LeadColumn.CUI, 0, LeadColumn.NAME, 0),
            Map.of(LeadColumn.CUI, -1),
            Map.of(LeadColumn.CUI, Workbook.MAX_COLUMNS))) {
      assertThatThrownBy(
              () -> imports.preview(ANA, new PreviewImport.Query(source(file), null, wrong)))
          .isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void columns_without_a_known_heading_can_be_said_all_the_same() throws IOException {
    byte[] file =
        WrittenWorkbook.bytes(
            to ->
                spreadsheets.write(
                    to,
                    List.of(
                        content(
                            List.of("A1", "A2", "A3", "A4"),
                            List.of(row(Cuis.next().digits(), "Exemplu SRL", "Cluj", "Dej"))))));
    PreviewImport.Preview preview =
        imports.preview(ANA, new PreviewImport.Query(source(file), null, null));
    assertThat(preview.columns().places()).isEmpty();
    assertThat(preview.columns().unread()).hasSize(4);
    Map<LeadColumn, Integer> places =
        Map.of(LeadColumn.CUI, 0, LeadColumn.NAME, 1, LeadColumn.COUNTY, 2, LeadColumn.LOCALITY, 3);
    assertThat(
            imports
                .preview(ANA, new PreviewImport.Query(source(file), null, places))
                .first()
                .get(0)
                .faults())
        .isEmpty();
  }

  @Test
  void columns_that_are_not_read_are_told_apart_and_stay_where_they_are() throws IOException {
    List<String> headings =
        List.of("CUI", "Denumire", "Județ", "Localitate", "Telefon", "Zona", "Stare", "Motiv");
    byte[] file =
        WrittenWorkbook.bytes(
            to ->
                spreadsheets.write(
                    to,
                    List.of(
                        content(
                            headings, List.of(row("x", "A", "B", "C", "1", "D", "E", "vechi"))))));
    Map<LeadColumn, Integer> places =
        Map.of(LeadColumn.CUI, 0, LeadColumn.NAME, 1, LeadColumn.COUNTY, 2, LeadColumn.LOCALITY, 3);
    ImportRun found = run(file, DuplicateRule.SKIP);
    ImportRun said =
        imports.run(
            Caller.of(ANA),
            new ImportLeads.Command(source(file), "a.xlsx", null, places, DuplicateRule.SKIP, RO),
            ImportLeads.Listener.NONE);
    assertThat(unread(found))
        .isEqualTo(new UnreadColumns(List.of("Zona"), List.of("Stare", "Motiv")));
    assertThat(unread(said))
        .isEqualTo(new UnreadColumns(List.of("Zona"), List.of("Telefon", "Stare", "Motiv")));
    byte[] failed =
        WrittenWorkbook.bytes(
            to ->
                imports.exportFailed(
                    ANA, new ExportFailedRows.Query(said.id(), source(file), RO), to));
    assertThat(WrittenWorkbook.texts(spreadsheets, failed, "Foaie").get(1))
        .as("the new reason in the place of the old one")
        .hasSize(8)
        .doesNotContain("vechi");
  }

  private UnreadColumns unread(ImportRun run) {
    return UnreadColumns.of(run.plan().ignored(), LeadColumn.class, crm.messages());
  }

  @Test
  void of_a_row_no_text_is_kept_in_what_is_said_of_its_faults() throws IOException {
    String marker = "Marcaj Personal";
    ImportRun run =
        run(
            file(
                row(marker, marker, marker, "Dej", marker, marker),
                row(Cuis.next().digits(), "x".repeat(250) + marker, "Cluj", "Dej")),
            DuplicateRule.SKIP);
    assertThat(run.counts().failed()).isEqualTo(2);
    assertThat(
            injector.getInstance(ImportRuns.class).failed(run.id(), Optional.empty(), 9).toString())
        .doesNotContain(marker);
  }

  @Test
  void a_preview_shows_the_first_rows_with_their_faults_and_imports_nothing() throws IOException {
    byte[] file = file(row("1", "", "Cluj", "Dej"), row(Cuis.next().digits(), "A", "Cluj", "Dej"));
    PreviewImport.Preview preview =
        imports.preview(ANA, new PreviewImport.Query(source(file), null, null));
    assertThat(preview.rows()).isEqualTo(2);
    assertThat(preview.first().get(0).faults())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder("cui", "company.name");
    assertThat(preview.first().get(1).faults()).isEmpty();
    assertThat(count()).isZero();
  }

  private ImportRun run(byte[] file, DuplicateRule rule) throws IOException {
    return imports.run(Caller.of(ANA), command(file, rule), ImportLeads.Listener.NONE);
  }

  private static ImportLeads.Command command(byte[] file, DuplicateRule rule) {
    return new ImportLeads.Command(source(file), "leaduri.xlsx", null, null, rule, RO);
  }

  private static WorkbookSource source(byte[] file) {
    return () -> new ByteArrayInputStream(file);
  }

  private byte[] many(int count) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(Cuis.next().digits(), "Firma " + i, "Cluj", "Dej"));
    }
    return WrittenWorkbook.bytes(to -> spreadsheets.write(to, List.of(content(HEADINGS, rows))));
  }

  @SafeVarargs
  private byte[] file(List<Cell>... rows) {
    List<List<Cell>> all = List.of(rows);
    return WrittenWorkbook.bytes(to -> spreadsheets.write(to, List.of(content(HEADINGS, all))));
  }

  private static SheetContent content(List<String> headings, List<List<Cell>> rows) {
    return new SheetContent(
        "Foaie",
        headings.stream().map(heading -> new Column(heading, Format.TEXT, 10)).toList(),
        rows::forEach);
  }

  private static List<Cell> row(String... texts) {
    return java.util.Arrays.stream(texts).map(Cell::of).toList();
  }

  private long count() {
    return crm.leads()
        .list(ANA, new ListLeads.Query(LeadFilter.ALL, LeadOrder.BY_NAME, null, 1))
        .total()
        .counted();
  }

  private LeadView named(String text) {
    LeadId id =
        crm.leads()
            .list(
                ANA, new ListLeads.Query(LeadFilter.ALL.withText(text), LeadOrder.BY_NAME, null, 9))
            .items()
            .get(0)
            .id();
    return crm.leads().show(ANA, new ShowLead.Query(id));
  }
}
