package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.adapter.xls.XlsModule;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.WrittenWorkbook;

/** Files of Excel in and out of PostgreSQL, with the command line that a person types. */
class CommandLineImportTest {

  private static final List<String> HEADINGS =
      List.of("CUI", "Denumire firmă", "Județ", "Localitate", "Telefon", "Zona");

  private static EmbeddedPostgres server;

  private final Spreadsheets spreadsheets =
      Guice.createInjector(new XlsModule()).getInstance(Spreadsheets.class);

  @TempDir private Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void what_failed_is_corrected_and_imported_as_it_is() throws Exception {
    String wrongCounty = Cuis.next().digits();
    Path file =
        workbook(
            "leaduri.xlsx",
            row("RO" + Cuis.next().digits(), "Țesătoria SRL", "Cluj", "Dej", "0722 123 456"),
            row(wrongCounty, "Greșită SRL", "Județul nou", "Dej", "", "nord"),
            row("18547291", "Cifră SRL", "Sibiu", "Mediaș"));

    assertThat(run("import", file.toString())).as(told()).isEqualTo(3);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("leaduri.xlsx, foaia „Foaie”: importul s-a încheiat.")
        .containsPattern("Rânduri citite +3 / 3")
        .containsPattern("Adăugate +1\n")
        .containsPattern("Nepreluate +2\n")
        .contains("leaduri-nepreluate.xlsx");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("Coloane necunoscute, care nu se citesc: Zona", "100 %  3 / 3 rânduri");

    Path failed = directory.resolve("leaduri-nepreluate.xlsx");
    List<List<String>> rows =
        WrittenWorkbook.texts(spreadsheets, Files.readAllBytes(failed), "Foaie");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).endsWith("Zona", "De ce nu a fost preluat");
    assertThat(rows.get(1)).contains("nord", "Județ: Județul nu există.");
    assertThat(rows.get(2).get(6)).startsWith("CUI: Cifra de control");

    Files.delete(failed);
    write(
        failed,
        rows.get(0),
        List.of(
            corrected(rows.get(1), 2, "Cluj"), corrected(rows.get(2), 0, Cuis.next().digits())));
    assertThat(run("import", failed.toString(), "--language", "en")).as(told()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("Added +2\n")
        .doesNotContain("corrected");
    assertThat(run("import", file.toString())).isEqualTo(3);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("Adăugate +0\n")
        .containsPattern("Sărite +1\n")
        .contains("leaduri-nepreluate-2.xlsx");
    assertThat(answer("select county from lead where cui = '" + wrongCounty + "'")).isEqualTo("CJ");
  }

  @Test
  void leads_are_updated_or_refused_when_so_said() throws Exception {
    String cui = Cuis.next().digits();
    run("import", workbook("a.xlsx", row(cui, "Veche SRL", "Cluj", "Dej")).toString());
    Path again = workbook("b.xlsx", row(cui, "Nouă SRL", "Cluj", "Dej"));
    assertThat(run("import", again.toString(), "--duplicates", "refuse")).isEqualTo(3);
    assertThat(answer("select name from lead where cui = '" + cui + "'")).isEqualTo("Veche SRL");
    assertThat(run("import", again.toString(), "--duplicates", "update")).isZero();
    assertThat(answer("select name from lead where cui = '" + cui + "'")).isEqualTo("Nouă SRL");
  }

  @Test
  void a_check_shows_columns_and_faults_and_imports_nothing() throws Exception {
    long before = Long.parseLong(answer("select count(*) from lead"));
    Path file =
        workbook("c.xlsx", row(Cuis.next().digits(), "Bună SRL", "Cluj", "Dej"), row("12", "", ""));
    assertThat(run("import", file.toString(), "--check")).isEqualTo(3);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("CUI = CUI", "Denumire = Denumire firmă", "Coloane necunoscute")
        .containsPattern("Rândul 3: .*CUI: .*Localitate: ");
    assertThat(answer("select count(*) from lead")).isEqualTo(String.valueOf(before));
  }

  @Test
  void what_is_wrong_with_a_file_is_told_and_nothing_is_imported() throws Exception {
    Path text = Files.writeString(directory.resolve("leads.xlsx"), "CUI;Denumire\n1;2\n");
    assertThat(run("import", text.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("fișier text");
    assertThat(run("import", directory.resolve("none.xlsx").toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Fișierul nu există");
    Path bare = directory.resolve("bare.xlsx");
    write(bare, List.of("CUI", "Denumire"), List.of(row("1", "2")));
    assertThat(run("import", bare.toString(), "--language", "en")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("County, Locality");
    assertThat(run("import", bare.toString(), "--failed", text.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Există deja un fișier");
    assertThat(run("import", bare.toString(), "--colour", "red")).isEqualTo(2);
  }

  @Test
  void leads_catalogue_and_offer_are_written_and_no_file_is_replaced() throws Exception {
    String cui = Cuis.next().digits();
    run("import", workbook("d.xlsx", row(cui, "Exportată SRL", "Cluj", "Dej")).toString());
    Path leads = directory.resolve("leads.xlsx");
    assertThat(run("export", "leads", "--search", cui, "--to", leads.toString())).isZero();
    List<List<String>> rows =
        WrittenWorkbook.texts(spreadsheets, Files.readAllBytes(leads), "Leaduri");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).startsWith(cui, "Exportată SRL");
    assertThat(run("export", "leads", "--to", leads.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Există deja un fișier");

    Path items = directory.resolve("items.xlsx");
    assertThat(run("export", "catalogue", "--to", items.toString(), "--language", "en")).isZero();
    assertThat(items).isNotEmptyFile();
    assertThat(run("export", "offer", "OF-2026-99999")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("OF-2026-99999");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  private int run(String... arguments) throws InterruptedException {
    out.reset();
    err.reset();
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(
        List.of(
            "--empty",
            "--database-url",
            server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""),
            "--database-user",
            "postgres"));
    return Main.run(all.toArray(String[]::new), Map.of(), stream(out), stream(err));
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(OutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private String answer(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  @SafeVarargs
  private Path workbook(String name, List<Cell>... rows) throws IOException {
    Path file = directory.resolve(name);
    write(file, HEADINGS, List.of(rows));
    return file;
  }

  private void write(Path file, List<String> headings, List<List<Cell>> rows) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file)) {
      spreadsheets.write(
          stream,
          List.of(
              new SheetContent(
                  "Foaie",
                  headings.stream().map(name -> new Column(name, Format.TEXT, 12)).toList(),
                  rows::forEach)));
    }
  }

  private static List<Cell> row(String... texts) {
    return Arrays.stream(texts).map(Cell::of).toList();
  }

  private static List<Cell> corrected(List<String> row, int place, String text) {
    List<Cell> cells = new ArrayList<>(row.stream().map(Cell::of).toList());
    cells.set(place, Cell.of(text));
    return cells;
  }
}
