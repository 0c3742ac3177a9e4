package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.adapter.xls.XlsModule;
import ro.parcurs.crm.lead.usecase.ImportLeads;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.Proof;

/**
 * Promise P13, the whole program: it is killed while it imports a workbook, at any moment, and
 * given the same command again; in the end every row was taken once.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class ImportKillTest {

  /** Several batches, of which the last one is short; every tenth row is at fault. */
  private static final int ROWS = 20_500;

  private static final int FAULTY = 10;
  private static final int FIRST = 9_000_000;

  private static EmbeddedPostgres server;

  @TempDir private Path directory;

  private int files;
  private int begun;
  private int rowsBefore;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void an_import_that_is_killed_at_any_moment_ends_complete_with_nothing_twice() throws Exception {
    long seed = Proof.seed();
    Random random = new Random(seed);
    int kills = Proof.tries(3, 100);
    Instant start = Instant.now();
    List<String> wrong = new ArrayList<>();
    Path file = nextFile();
    for (int killed = 0; killed < kills; ) {
      try (ChildProgram importing = importing(file)) {
        if (isKilled(importing, random)) {
          killed++;
        } else {
          wrong.addAll(whatIsUnfinished());
          file = nextFile();
        }
      }
      wrong.addAll(whatIsWrong());
    }
    try (ChildProgram last = importing(file)) {
      assertThat(last.exitCode()).as(last.output()).isEqualTo(LeadImport.SOME_FAILED);
    }
    wrong.addAll(whatIsWrong());
    wrong.addAll(whatIsUnfinished());
    String all = answer("select string_agg(cui, ' ' order by cui) from lead");
    try (ChildProgram again = importing(file)) {
      assertThat(again.exitCode()).isEqualTo(LeadImport.SOME_FAILED);
      assertThat(again.output()).containsPattern("Adăugate +0\\n");
    }
    Proof.report(
        "P13 a killed import of a workbook goes on where it was",
        seed,
        Duration.between(start, Instant.now()),
        "%d kills, %d of them while rows were being read, %d files of %d rows, %d wrong"
            .formatted(kills, begun, files, ROWS, wrong.size()));
    assertThat(wrong).isEmpty();
    assertThat(answer("select string_agg(cui, ' ' order by cui) from lead")).isEqualTo(all);
    assertThat(begun).as("kills in the import itself").isPositive();
  }

  /** Kills it some time after it has begun to read; false when it was done sooner. */
  private boolean isKilled(ChildProgram importing, Random random) throws InterruptedException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (!importing.output().contains("Se citește") && importing.isAlive()) {
      assertThat(System.nanoTime()).as("it begins").isLessThan(patience);
      Thread.sleep(5);
    }
    Thread.sleep(random.nextInt(4_000));
    boolean alive = importing.isAlive();
    importing.kill();
    if (alive && importing.output().contains(" rânduri, ")) {
      begun++;
    }
    awaitTheServerHasNoticed();
    return alive;
  }

  private static void awaitTheServerHasNoticed() throws InterruptedException {
    String others =
        "select count(*) from pg_stat_activity where datname = current_database()"
            + " and application_name = 'crm'";
    for (int i = 0; i < 1_000 && !answer(others).equals("0"); i++) {
      Thread.sleep(30);
    }
    assertThat(answer(others)).isEqualTo("0");
  }

  private ChildProgram importing(Path file) {
    return ChildProgram.start(
        "import",
        file.toString(),
        "--failed",
        directory.resolve("failed-" + System.nanoTime() + ".xlsx").toString(),
        "--empty",
        "--database-url",
        server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""),
        "--database-user",
        "postgres");
  }

  /** What may hold at no moment at all. */
  private List<String> whatIsWrong() {
    List<String> wrong = new ArrayList<>();
    if (answer("select to_regclass('import_run') is not null").equals("t")) {
      require(
          wrong,
          "leads that no import counts, or that are missing",
          "select 1 where (select count(*) from lead) <> (select coalesce(sum(cast(document #>> '{counts,added}' as int)), 0) from import_run)");
      require(
          wrong,
          "imports whose failed rows are not all there",
          "select 1 from import_run r where cast(document #>> '{counts,failed}' as int) <> (select count(*) from import_failure where run = r.id)");
      require(
          wrong,
          "imports that went no whole batches",
          "select 1 from import_run where state <> 'FINISHED' and cast(document #>> '{counts,read}' as int) % "
              + ImportLeads.BATCH
              + " <> 0");
      require(
          wrong,
          "leads without their one entry and event",
          "select 1 from lead t left join (%s) entries on entries.lead = t.id left join (%s) events on events.lead = t.id where entries.number is distinct from 1 or events.number is distinct from 1"
              .formatted(
                  "select lead, count(*) as number from timeline where type = 'LeadAdded' group by lead",
                  "select lead, count(*) as number from event_log where type = 'LeadAdded' group by lead"));
    }
    return wrong;
  }

  /** What has to hold once an import is finished. */
  private List<String> whatIsUnfinished() {
    List<String> wrong = new ArrayList<>();
    int rows = rowsBefore + ROWS;
    require(
        wrong,
        "imports that are not finished",
        "select 1 from import_run where state <> 'FINISHED'");
    require(
        wrong,
        "leads too many or too few",
        "select 1 where (select count(*) from lead) <> " + (rows - rows / FAULTY));
    require(
        wrong,
        "rows that are not taken as they stand",
        "select 1 from lead where name <> 'Firma ' || cui");
    return wrong;
  }

  private static void require(List<String> wrong, String what, String rows) {
    String found = answer("select count(*) from (" + rows + ") as found");
    if (!found.equals("0")) {
      wrong.add(found + " " + what);
    }
  }

  private static String answer(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private Path nextFile() throws IOException {
    rowsBefore = files * ROWS;
    Path file = directory.resolve("leads-" + files + ".xlsx");
    int first = FIRST + rowsBefore;
    files++;
    Spreadsheets spreadsheets =
        Guice.createInjector(new XlsModule()).getInstance(Spreadsheets.class);
    try (OutputStream stream = Files.newOutputStream(file)) {
      spreadsheets.write(
          stream,
          List.of(
              new SheetContent(
                  "Foaie",
                  Stream.of("CUI", "Denumire", "Județ", "Localitate")
                      .map(name -> new Column(name, Format.TEXT, 12))
                      .toList(),
                  rows -> {
                    for (int i = 0; i < ROWS; i++) {
                      String cui = Cuis.withBody(first + i).digits();
                      rows.accept(
                          Stream.of(
                                  cui, "Firma " + cui, i % FAULTY == 0 ? "Nicăieri" : "Cluj", "Dej")
                              .map(Cell::of)
                              .toList());
                    }
                  })));
    }
    return file;
  }
}
