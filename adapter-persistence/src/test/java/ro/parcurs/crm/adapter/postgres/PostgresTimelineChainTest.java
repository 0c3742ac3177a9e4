package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.testkit.Samples;
import ro.parcurs.crm.testkit.TimelineChainContract;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventLog.Position;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.TimelineChain;
import ro.parcurs.crm.work.TimelineChain.Break;
import ro.parcurs.crm.work.TimelineChain.Tampering;
import ro.parcurs.crm.work.UnitOfWork;

class PostgresTimelineChainTest extends TimelineChainContract {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final Stamp STAMP =
      new Stamp(
          new UserId("ștefan"), "Ștefan Țuțea „ăâî”", Instant.parse("1969-07-20T20:17:40.9Z"));

  PostgresTimelineChainTest() {
    super(DATABASE);
  }

  @Test
  void what_every_kind_of_event_was_hashed_from_reads_back_the_same() {
    Samples samples = new Samples(1);
    LeadId lead = new LeadId(UUID.randomUUID());
    List<TimelineEntry> entries = new ArrayList<>();
    for (Class<?> type : new Events(new Documents()).types().values()) {
      for (int i = 0; LeadEvent.class.isAssignableFrom(type) && i < 10; i++) {
        entries.add(entry(lead, (LeadEvent) samples.any(type)));
      }
    }
    // more than one statement and more than one page of a check
    assertThat(entries).hasSizeGreaterThan(500);
    write(DATABASE.adapter(), entries);
    assertThat(port(TimelineChain.class).firstBreak(lead)).isEmpty();
  }

  @Test
  void documents_that_jsonb_takes_for_the_same_have_one_canonical_form() {
    String canonical =
        CanonicalJson.of("{\"b\":[1.50,-0.0,true,null,{}],\"a\":\"ș\\n:\",\"aa\":1e2}");
    assertThat(
            CanonicalJson.of(
                " { \"aa\": 100, \"a\":\"\\u0219\\n:\", \"b\":[1.50, 0.0,true,null,{} ]} "))
        .isEqualTo(canonical)
        .isEqualTo("{31:as4:ș\n:2:aan3:1001:b[5n4:1.50n3:0.0tz{0}]}");
    assertThat(CanonicalJson.of("{\"a\":1.5}")).isNotEqualTo(CanonicalJson.of("{\"a\":1.50}"));
    assertThatThrownBy(() -> CanonicalJson.of("{")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_hash_is_what_it_always_was() {
    TimelineRow row =
        new TimelineRow(
            new TimelineEntryId(new UUID(1, 2)),
            new LeadId(new UUID(3, 4)),
            null,
            "LeadActivated",
            "{\"pursuit\": 1}",
            new UserId("ana"),
            "Ana",
            Instant.parse("2026-11-24T10:00:00.123456Z"));
    assertThat(ChainedRow.hash(row, 1, ChainHead.NOTHING).value())
        .isEqualTo("94043581ed235b4fb62562f31a02e57d4bbbe9bbf8d199e29717100d886dbc2f");
  }

  @Test
  void entries_from_before_there_were_chains_get_theirs_when_the_schema_is_brought_up_to_date() {
    String url = PostgresServer.newEmptyDatabase();
    Flyway.configure(getClass().getClassLoader())
        .dataSource(url, "postgres", "")
        .locations("classpath:ro/parcurs/crm/adapter/postgres/migration")
        .table("crm_schema_history")
        .target("1.7")
        .load()
        .migrate();
    LeadId lead = new LeadId(new UUID(7, 7));
    for (String table : List.of("timeline", "event_log")) {
      PostgresServer.execute(
          url,
          """
          insert into %s (id, lead, type, payload, changed_by, changed_by_name, changed_at)
          select cast(lpad(to_hex(n * 7919 %% 2503), 32, '0') as uuid), cast('%s' as uuid),
            'LeadActivated', jsonb_build_object('number', n), 'ana', 'Ana',
            timestamptz '2026-01-01 00:00:00.000001+00' + n * interval '1 second'
          from generate_series(1, 2500) n
          """
              .formatted(table, lead));
    }
    try (PostgresAdapter adapter =
        PostgresAdapter.open(Configuration.of(url, "postgres", "").withPoolSize(2))) {
      TimelineChain chain = adapter.port(TimelineChain.class);
      assertThat(chain.firstBreak(lead)).isEmpty();
      write(adapter, List.of(entry(lead, new LeadActivated(1))));
      assertThat(chain.firstBreak(lead)).isEmpty();
      assertThat(adapter.port(EventLog.class).after(new Position(2499), 10))
          .extracting(event -> event.position().place())
          .containsExactly(2500L, 2501L);
      PostgresServer.execute(
          url, "update timeline set payload = '{\"number\": 0}' where place = 1700");
      assertThat(chain.firstBreak(lead)).contains(new Break(lead, 1700, Tampering.CHANGED));
    }
  }

  private static TimelineEntry entry(LeadId lead, LeadEvent event) {
    return new TimelineEntry(
        new TimelineEntryId(UUID.randomUUID()), lead, Optional.empty(), STAMP, event);
  }

  private static void write(PostgresAdapter adapter, List<TimelineEntry> entries) {
    adapter
        .port(UnitOfWork.class)
        .inTransaction(
            () -> {
              adapter.port(Timeline.class).append(entries);
              adapter
                  .port(EventLog.class)
                  .append(
                      entries.stream()
                          .map(
                              entry ->
                                  new EventRecord(
                                      entry.id().value(),
                                      Optional.of(entry.lead()),
                                      entry.pursuit(),
                                      entry.stamp(),
                                      entry.event()))
                          .toList());
              return true;
            });
  }
}
