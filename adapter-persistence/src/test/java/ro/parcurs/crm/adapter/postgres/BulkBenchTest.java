package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.util.Modules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CaenCode;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadDetails;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadSource;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.usecase.AddLeads;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.DuplicateRule;
import ro.parcurs.crm.lead.usecase.LeadData;
import ro.parcurs.crm.lead.usecase.LeadUseCases;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.testkit.Bench;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.LeadChanged.LeadAdded;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * 200,000 leads with their timeline, in batches, on one connection, against psql's COPY of the very
 * same rows (leads, timeline entries, ends of chains, events) in one transaction.
 */
@Tag("bench")
@Timeout(3600)
class BulkBenchTest {

  private static final double PROMISED = 0.4;
  private static final int LEADS = Integer.getInteger("parcurs.bench.leads", 200_000);
  private static final Stamp STAMP = Stamp.of(MARIA, Instant.parse("2026-11-24T10:00:00Z"));

  private final TimeOrderedIds ids = new TimeOrderedIds();

  @TempDir Path files;

  @Test
  void many_leads_are_added_at_least_at_four_tenths_of_the_speed_of_copy() throws Exception {
    requirePsql();
    try (BenchServer server = new BenchServer()) {
      String template = server.newDatabase();
      List<String> load = exportedFrom(server, template);
      double useCase =
          Bench.ratio(
              "leads with timeline, through the use case",
              "leads",
              LEADS,
              () -> onCopy(server, template, this::addThroughUseCase),
              "psql COPY of the same rows",
              () -> onCopy(server, template, url -> psql(server, url, load)));
      double ports =
          Bench.ratio(
              "leads with timeline, through the ports alone",
              "leads",
              LEADS,
              () -> onCopy(server, template, this::addThroughPorts),
              "psql COPY of the same rows",
              () -> onCopy(server, template, url -> psql(server, url, load)));
      assertThat(useCase).isGreaterThanOrEqualTo(PROMISED);
      assertThat(ports).isGreaterThanOrEqualTo(PROMISED);
    }
  }

  /** What fills a database, telling how long that alone took. */
  @FunctionalInterface
  private interface Filling {

    Duration of(String url) throws Exception;
  }

  private static Duration onCopy(BenchServer server, String template, Filling filling)
      throws Exception {
    String url = server.copyOf(template);
    try {
      server.settle();
      Duration took = filling.of(url);
      for (String table : List.of("lead", "timeline", "timeline_head", "event_log")) {
        assertThat(BenchServer.query(url, "select count(*) from " + table))
            .as(table)
            .isEqualTo(String.valueOf(LEADS));
      }
      return took;
    } finally {
      server.drop(url);
    }
  }

  // ---- the product ----

  private Duration addThroughUseCase(String url) {
    Duration took = Duration.ZERO;
    try (PostgresAdapter adapter = adapter(url)) {
      LeadUseCases leads =
          Guice.createInjector(
                  new CrmModule(new SettableClock(), ids, new DefaultAccessPolicy()),
                  Modules.override(new InMemoryModule()).with(adapter.module()))
              .getInstance(Crm.class)
              .leads();
      for (int from = 0; from < LEADS; from += AddLeads.MAX_ROWS) {
        List<LeadData> rows =
            IntStream.range(from, Math.min(from + AddLeads.MAX_ROWS, LEADS))
                .mapToObj(BulkBenchTest::row)
                .toList();
        long start = System.nanoTime();
        leads.addAll(
            Caller.of(MARIA).once("import-" + from),
            new AddLeads.Command(rows, DuplicateRule.SKIP));
        took = took.plusNanos(System.nanoTime() - start);
      }
    }
    return took;
  }

  private Duration addThroughPorts(String url) {
    Duration took = Duration.ZERO;
    try (PostgresAdapter adapter = adapter(url)) {
      for (int from = 0; from < LEADS; from += AddLeads.MAX_ROWS) {
        List<Lead> leads =
            IntStream.range(from, Math.min(from + AddLeads.MAX_ROWS, LEADS))
                .mapToObj(this::lead)
                .toList();
        List<TimelineEntry> entries = leads.stream().map(this::entry).toList();
        List<EventRecord> events = entries.stream().map(BulkBenchTest::event).toList();
        long start = System.nanoTime();
        adapter
            .port(UnitOfWork.class)
            .<Boolean>inTransaction(
                () -> {
                  adapter.port(Leads.class).addAll(leads);
                  adapter.port(Timeline.class).append(entries);
                  adapter.port(EventLog.class).append(events);
                  return true;
                });
        took = took.plusNanos(System.nanoTime() - start);
      }
    }
    return took;
  }

  private static LeadData row(int i) {
    return LeadData.of(
        Cuis.withBody(1_000_000 + i).digits(),
        new CompanyData(
            "Construcții și Servicii " + i + " SRL",
            new AddressData(County.CJ, "Cluj-Napoca", "Strada Lungă nr. " + i, "400001"),
            null,
            VatState.PAYER,
            null,
            null,
            "4120",
            null,
            "0264 123 456",
            "contact" + i + "@exemplu.ro",
            null),
        new NotesData("Târg", "Notă despre firma " + i, Priority.NORMAL, List.of("import")));
  }

  private Lead lead(int i) {
    return Lead.add(
        new LeadId(ids.next()),
        new CompanyProfile(
            Cuis.withBody(1_000_000 + i),
            "Construcții și Servicii " + i + " SRL",
            new Address(
                County.CJ,
                "Cluj-Napoca",
                Optional.of("Strada Lungă nr. " + i),
                Optional.of(PostalCode.of("400001"))),
            Optional.empty(),
            Optional.of(new VatStatus(VatState.PAYER, Optional.empty())),
            Optional.empty(),
            Optional.of(CaenCode.of("4120")),
            Optional.empty(),
            Optional.of(PhoneNumber.of("0264 123 456")),
            Optional.of(EmailAddress.of("contact" + i + "@exemplu.ro")),
            Optional.empty()),
        new LeadDetails(
            Optional.of(new LeadSource("Târg")),
            Optional.of("Notă despre firma " + i),
            Priority.NORMAL,
            List.of(new ro.parcurs.crm.lead.Tag("import"))),
        Optional.empty(),
        STAMP);
  }

  private TimelineEntry entry(Lead lead) {
    return new TimelineEntry(
        new TimelineEntryId(ids.next()),
        lead.id(),
        Optional.empty(),
        STAMP,
        new LeadAdded(lead.cui(), lead.company().name()));
  }

  private static EventRecord event(TimelineEntry entry) {
    UUID id = entry.id().value();
    return new EventRecord(
        id, Optional.of(entry.lead()), Optional.empty(), entry.stamp(), entry.event());
  }

  private static PostgresAdapter adapter(String url) {
    return PostgresAdapter.open(Configuration.of(url, "postgres", "").withPoolSize(2));
  }

  // ---- psql ----

  private static void requirePsql() throws IOException, InterruptedException {
    try {
      new ProcessBuilder("psql", "--version").inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new IOException("psql isn't there; it is what bulk insertion is measured against", e);
    }
  }

  /** The commands of psql that load what the use case has stored, from files. */
  private List<String> exportedFrom(BenchServer server, String template) throws Exception {
    String url = server.copyOf(template);
    addThroughUseCase(url);
    List<String> export = new ArrayList<>();
    List<String> load = new ArrayList<>();
    for (String table : List.of("lead", "timeline", "timeline_head", "event_log")) {
      String columns =
          BenchServer.query(
              url,
              """
              select string_agg(column_name, ', ' order by ordinal_position)
              from information_schema.columns
              where table_name = '%s' and is_generated = 'NEVER' and is_identity = 'NO'
                and column_name <> 'txid'
              """
                  .formatted(table));
      Path file = files.resolve(table + ".copy");
      export.add("\\copy (select %s from %s) to '%s'".formatted(columns, table, file));
      load.add("\\copy %s (%s) from '%s'".formatted(table, columns, file));
    }
    psql(server, url, export);
    server.drop(url);
    return load;
  }

  private Duration psql(BenchServer server, String url, List<String> commands) throws Exception {
    Path script = files.resolve("script.sql");
    Files.writeString(script, commands.stream().collect(Collectors.joining("\n", "", "\n")));
    List<String> command =
        Stream.of(
                "psql -X -q -1 -v ON_ERROR_STOP=1 -h localhost -U postgres -f".split(" "),
                new String[] {
                  script.toString(), "-p", String.valueOf(server.port()), BenchServer.name(url)
                })
            .flatMap(Stream::of)
            .toList();
    long start = System.nanoTime();
    Process psql = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = psql.waitFor();
    long took = System.nanoTime() - start;
    assertThat(code).as(output).isZero();
    return Duration.ofNanos(took);
  }
}
