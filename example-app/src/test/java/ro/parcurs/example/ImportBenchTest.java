package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.util.Modules;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.adapter.xls.XlsModule;
import ro.parcurs.crm.lead.usecase.DuplicateRule;
import ro.parcurs.crm.lead.usecase.ImportCounts;
import ro.parcurs.crm.lead.usecase.ImportLeads;
import ro.parcurs.crm.lead.usecase.ImportRun;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.testkit.Bench;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.TimeOrderedIds;

/**
 * 200,000 leads from a workbook into PostgreSQL through the use case, against the sum of what alone
 * couldn't be spared: the fastest reader going through the file, and psql's COPY of the very same
 * rows that the import stores.
 */
@Tag("bench")
@Timeout(3600)
class ImportBenchTest {

  /** At most twice the time. */
  private static final double PROMISED = 0.5;

  private static final int LEADS = Integer.getInteger("parcurs.bench.leads", 200_000);
  private static final List<String> TABLES =
      List.of("lead", "timeline", "timeline_head", "event_log", "import_run");
  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
  private static final List<String> HEADINGS =
      List.of(
          "CUI",
          "Nume",
          "Jud",
          "Oraș",
          "Stradă",
          "Zip",
          "TVA",
          "Cod CAEN",
          "Tel",
          "Mail",
          "Proveniență",
          "Note");

  @TempDir private Path files;

  private EmbeddedPostgres server;
  private int databases;

  @Test
  void an_import_takes_at_most_twice_as_long_as_parsing_and_copying_alone() throws Exception {
    Path file = workbook();
    try (EmbeddedPostgres started = start()) {
      server = started;
      String template = newDatabase("template0");
      adapter(template).close();
      List<String> load = exportedFrom(template, file);
      double ratio =
          Bench.ratio(
              "leads from a workbook, through the use case",
              "leads",
              LEADS,
              () -> onCopy(template, database -> imported(database, file)),
              "fastexcel-reader alone and psql COPY of the same rows",
              () -> onCopy(template, database -> parsed(file).plus(psql(database, load))));
      assertThat(ratio).isGreaterThanOrEqualTo(PROMISED);
    }
  }

  /** What fills a database, telling how long that took. */
  @FunctionalInterface
  private interface Filling {

    Duration of(String database) throws Exception;
  }

  private Duration onCopy(String template, Filling filling) throws Exception {
    String database = newDatabase(template);
    try {
      execute("postgres", "checkpoint");
      Duration took = filling.of(database);
      assertThat(answer(database, "select count(*) from lead")).isEqualTo("" + LEADS);
      assertThat(answer(database, "select count(*) from timeline")).isEqualTo("" + LEADS);
      return took;
    } finally {
      execute("postgres", "drop database " + database + " with (force)");
    }
  }

  // ---- the product ----

  private Duration imported(String database, Path file) throws IOException {
    try (PostgresAdapter adapter = adapter(database)) {
      Crm crm =
          Guice.createInjector(
                  new CrmModule(
                      new SettableClock(), new TimeOrderedIds(), new DefaultAccessPolicy()),
                  Modules.override(new InMemoryModule()).with(adapter.module(), new XlsModule()))
              .getInstance(Crm.class);
      long start = System.nanoTime();
      ImportRun run =
          crm.leads()
              .imports()
              .run(
                  Caller.of(MARIA),
                  new ImportLeads.Command(
                      () -> Files.newInputStream(file),
                      "leaduri.xlsx",
                      null,
                      null,
                      DuplicateRule.SKIP,
                      Locale.ROOT),
                  ImportLeads.Listener.NONE);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertThat(run.counts()).isEqualTo(new ImportCounts(LEADS, LEADS, 0, 0, 0));
      return took;
    }
  }

  private PostgresAdapter adapter(String database) {
    return PostgresAdapter.open(
        Configuration.of(server.getJdbcUrl("postgres", database), "postgres", "").withPoolSize(2));
  }

  // ---- the file ----

  private Path workbook() throws IOException {
    Path file = files.resolve("leads.xlsx");
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
      Guice.createInjector(new XlsModule())
          .getInstance(Spreadsheets.class)
          .write(
              to,
              List.of(
                  new SheetContent(
                      "Leaduri",
                      HEADINGS.stream().map(name -> new Column(name, Format.TEXT, 16)).toList(),
                      sheet -> {
                        for (int i = 0; i < LEADS; i++) {
                          sheet.accept(row(i).map(ro.parcurs.crm.spreadsheet.Cell::of).toList());
                        }
                      })));
    }
    return file;
  }

  private static Stream<String> row(int i) {
    return Stream.of(
        Cuis.withBody(1_000_000 + i).digits(),
        "Construcții și Servicii " + i + " SRL",
        "Cluj",
        "Cluj-Napoca",
        "Strada Lungă nr. " + i,
        "400001",
        "da",
        "4120",
        "0264 123 456",
        "contact" + i + "@exemplu.ro",
        "Târg",
        "Notă despre firma " + i);
  }

  // ---- the reference ----

  /** Every cell of every row as a text, and nothing done with it. */
  private static Duration parsed(Path file) throws IOException {
    long start = System.nanoTime();
    long rows = 0;
    long letters = 0;
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> read = workbook.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) read::iterator) {
        rows++;
        for (Cell cell : row) {
          letters += cell.getText().length();
        }
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(rows).isEqualTo(LEADS + 1L);
    assertThat(letters).isGreaterThan(rows);
    return took;
  }

  /** The commands of psql that load what the import has stored, from files. */
  private List<String> exportedFrom(String template, Path file) throws Exception {
    String database = newDatabase(template);
    imported(database, file);
    List<String> export = new ArrayList<>();
    List<String> load = new ArrayList<>();
    for (String table : TABLES) {
      String columns =
          answer(
              database,
              """
              select string_agg(column_name, ', ' order by ordinal_position)
              from information_schema.columns
              where table_name = '%s' and is_generated = 'NEVER' and is_identity = 'NO'
                and column_name <> 'txid'
              """
                  .formatted(table));
      Path kept = files.resolve(table + ".copy");
      export.add("\\copy (select %s from %s) to '%s'".formatted(columns, table, kept));
      load.add("\\copy %s (%s) from '%s'".formatted(table, columns, kept));
    }
    psql(database, export);
    execute("postgres", "drop database " + database + " with (force)");
    return load;
  }

  private Duration psql(String database, List<String> commands)
      throws IOException, InterruptedException {
    Path script = files.resolve("script.sql");
    Files.write(script, commands);
    List<String> command = new ArrayList<>();
    command.addAll(List.of("psql -X -q -1 -v ON_ERROR_STOP=1 -h localhost -U postgres".split(" ")));
    command.addAll(List.of("-p", "" + server.getPort(), "-f", script.toString(), database));
    long start = System.nanoTime();
    Process psql = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = psql.waitFor();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(code).as(output).isZero();
    return took;
  }

  // ---- the server, on whose disk is what was committed ----

  private static EmbeddedPostgres start() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setServerConfig("max_wal_size", "8GB")
            .setServerConfig("checkpoint_timeout", "30min")
            .setServerConfig("shared_buffers", "512MB");
    DURABLE.forEach(builder::setServerConfig);
    return builder.start();
  }

  private String newDatabase(String template) {
    DURABLE.forEach(
        (setting, value) ->
            assertThat(answer("postgres", "show " + setting)).as(setting).isEqualTo(value));
    databases++;
    String name = "bench_" + databases;
    execute("postgres", "create database " + name + " template " + template);
    return name;
  }

  private void execute(String database, String sql) {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private String answer(String database, String sql) {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
