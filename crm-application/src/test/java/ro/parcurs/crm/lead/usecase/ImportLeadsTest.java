package ro.parcurs.crm.lead.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.testkit.WrittenWorkbook;
import ro.parcurs.crm.work.Caller;

/** A small import, which fails in every way before it is done. */
class ImportLeadsTest {

  private final Injector injector =
      Guice.createInjector(
          new InMemoryModule(),
          new CrmModule(new SettableClock(), new SequentialIds(), new DefaultAccessPolicy()));

  @Test
  void a_batch_is_kept_with_the_position_behind_it() throws IOException {
    Spreadsheets spreadsheets = injector.getInstance(Spreadsheets.class);
    String cui = Cuis.next().digits();
    byte[] file =
        WrittenWorkbook.bytes(
            to ->
                spreadsheets.write(
                    to,
                    List.of(
                        new SheetContent(
                            "Foaie",
                            List.of(
                                new Column("CUI", Format.TEXT, 9),
                                new Column("Denumire", Format.TEXT, 9),
                                new Column("Județ", Format.TEXT, 9),
                                new Column("Localitate", Format.TEXT, 9)),
                            rows -> {
                              rows.accept(row(cui, "Exemplu SRL", "Cluj", "Dej"));
                              rows.accept(row("x", "Greșit SRL", "Cluj", "Dej"));
                            }))));
    LeadImports imports = injector.getInstance(Crm.class).leads().imports();
    ImportLeads.Command command =
        new ImportLeads.Command(
            () -> new ByteArrayInputStream(file),
            "a.xlsx",
            null,
            null,
            DuplicateRule.SKIP,
            Locale.ENGLISH);
    ImportRun cancelled =
        imports.run(
            Caller.of(ANA),
            command,
            begun -> {
              if (begun.state() == ImportRunState.RUNNING) {
                imports.cancel(Caller.of(ANA), new CancelImport.Command(begun.id()));
              }
            });
    assertThat(cancelled.state()).isEqualTo(ImportRunState.CANCELLED);
    assertThat(cancelled.counts()).isEqualTo(ImportCounts.NONE);
    ImportRun run = imports.run(Caller.of(ANA), command, ImportLeads.Listener.NONE);
    assertThat(run.id()).isEqualTo(cancelled.id());
    assertThat(run.position()).isEqualTo(3);
    assertThat(run.state()).isEqualTo(ImportRunState.FINISHED);
    assertThat(run.counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 1));
  }

  private static List<Cell> row(String... texts) {
    return java.util.Arrays.stream(texts).map(Cell::of).toList();
  }
}
