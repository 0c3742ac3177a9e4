package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.LeadFixture.aFullLead;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.ContactPersons;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.WorkPoint;
import ro.parcurs.crm.lead.WorkPointId;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.timeline.LeadChanged.LeadAdded;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.TimelineChain;
import ro.parcurs.crm.work.UnitOfWork;

/** That rows put in in bulk are what rows put in one by one are. */
class BulkInsertTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final Stamp STAMP =
      new Stamp(new UserId("ștefan"), "Ștefan\t\\N\r\n", Instant.parse("2026-11-24T10:00:00Z"));

  /** One of everything that a column can be made of. */
  record Sample(
      UUID id,
      @Nullable String someText,
      @Nullable Instant at,
      @Nullable LocalDate day,
      List<String> words,
      @Nullable Long amount,
      boolean given,
      @Nullable UserId who) {}

  private static final TableColumns<Sample> SAMPLE =
      new TableColumns<>("sample", Sample.class, Set.of());

  @Test
  void leads_are_stored_alike_alone_and_among_many() {
    List<Lead> alone = List.of(aFullLead().build(), aLead().build());
    List<Lead> together = alone.stream().map(BulkInsertTest::twin).toList();
    inTransaction(() -> alone.forEach(leads()::add));
    inTransaction(() -> leads().addAll(together));
    assertStoredAlike(alone, together);

    inTransaction(() -> alone.forEach(lead -> leads().save(changed(leads().get(lead.id())))));
    inTransaction(
        () ->
            leads()
                .saveAll(together.stream().map(lead -> changed(leads().get(lead.id()))).toList()));
    assertStoredAlike(alone, together);
  }

  @Test
  void whatever_a_text_holds_is_stored_as_it_is_by_copy_and_by_insertion() throws SQLException {
    long seed = Proof.seed();
    Random random = new Random(seed);
    List<Sample> samples =
        Stream.concat(
                Stream.of(
                    sample(null, null, null, List.of()),
                    sample("", Instant.EPOCH, LocalDate.EPOCH, List.of("")),
                    sample(
                        "\\N",
                        Instant.parse("0000-03-01T00:00:00.000001Z"),
                        LocalDate.of(-4, 2, 29),
                        List.of("NULL", "null", "{}", "\"", "\\", ",")),
                    sample(
                        "\\.",
                        Instant.parse("+12026-11-24T23:59:59.999999Z"),
                        LocalDate.of(12_026, 1, 1),
                        List.of(" a ", "\t", "\n", "'"))),
                Stream.generate(() -> random(random)).limit(500))
            .toList();
    for (boolean copying : List.of(true, false)) {
      assertThat(storedAndRead(samples, copying))
          .as("seed %d, copying %s", seed, copying)
          .containsExactlyElementsOf(samples);
    }
  }

  @Test
  void a_text_that_cannot_be_stored_is_refused_with_the_name_of_its_field() {
    for (String text : List.of("a\u0000b", "a\ud83d", "\ude00a")) {
      assertThatThrownBy(() -> storedAndRead(List.of(sample(text, null, null, List.of())), true))
          .isInstanceOfSatisfying(
              InvalidInput.class,
              fault ->
                  assertThat(fault.violations())
                      .containsExactly(
                          new Violation("someText", "unreadable-character", Map.of())));
    }
  }

  @Test
  void many_entries_and_events_are_read_back_whole_and_chained() {
    List<Lead> many = Stream.generate(() -> aLead().build()).limit(700).toList();
    List<TimelineEntry> entries = new ArrayList<>();
    for (Lead lead : many) {
      for (int i = 0; i < 2; i++) {
        entries.add(
            new TimelineEntry(
                new TimelineEntryId(UUID.randomUUID()),
                lead.id(),
                Optional.empty(),
                STAMP,
                new LeadAdded(lead.cui(), "{\"a\": \"\\u0041\\n\"}\t\\N ș " + i)));
      }
    }
    inTransaction(
        () -> {
          leads().addAll(many);
          tell(entries);
        });
    for (Lead lead : many.subList(0, 20)) {
      assertThat(DATABASE.port(Timeline.class).of(lead.id(), Optional.empty(), 10))
          .containsExactlyElementsOf(reversed(entries, lead.id()));
      assertThat(DATABASE.port(TimelineChain.class).firstBreak(lead.id())).isEmpty();
    }
    assertThat(
            DATABASE.port(EventLog.class).after(EventLog.Position.BEGINNING, 100_000).stream()
                .map(positioned -> positioned.event().id())
                .filter(id -> entries.stream().anyMatch(entry -> entry.id().value().equals(id))))
        .containsExactlyElementsOf(entries.stream().map(entry -> entry.id().value()).toList());
    // the chains go on
    TimelineEntry next =
        new TimelineEntry(
            new TimelineEntryId(UUID.randomUUID()),
            many.get(0).id(),
            Optional.empty(),
            STAMP,
            new LeadAdded(many.get(0).cui(), "once more"));
    inTransaction(() -> tell(List.of(next)));
    assertThat(DATABASE.port(TimelineChain.class).firstBreak(next.lead())).isEmpty();
    assertThat(
            DATABASE.query("select length from timeline_head where lead = '" + next.lead() + "'"))
        .isEqualTo("3");
  }

  @Test
  void a_batch_takes_as_many_statements_whatever_its_size() {
    assertThat(statementsFor(1_000)).isEqualTo(statementsFor(100)).isLessThan(10);
  }

  private static int statementsFor(int number) {
    RecordedSql sql = new RecordedSql();
    Stores stores =
        new Stores(
            new PostgresUnitOfWork(
                Mappers.sessions(sql.recording(DATABASE.dataSource()), "", Optional.empty()),
                Optional.empty()));
    List<Lead> many = Stream.generate(() -> aFullLead().build()).limit(number).toList();
    stores
        .get(UnitOfWork.class)
        .<Boolean>inTransaction(
            () -> {
              stores.get(Leads.class).addAll(many);
              stores
                  .get(Timeline.class)
                  .append(
                      many.stream()
                          .map(
                              lead ->
                                  new TimelineEntry(
                                      new TimelineEntryId(UUID.randomUUID()),
                                      lead.id(),
                                      Optional.empty(),
                                      STAMP,
                                      new LeadAdded(lead.cui(), "x")))
                          .toList());
              return true;
            });
    return sql.statements();
  }

  // ---- words ----

  private static List<TimelineEntry> reversed(List<TimelineEntry> entries, LeadId lead) {
    List<TimelineEntry> found = new ArrayList<>();
    entries.stream().filter(entry -> entry.lead().equals(lead)).forEach(e -> found.add(0, e));
    return found;
  }

  private static void tell(List<TimelineEntry> entries) {
    DATABASE.port(Timeline.class).append(entries);
    DATABASE
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
  }

  private static Sample sample(
      @Nullable String text, @Nullable Instant at, @Nullable LocalDate day, List<String> words) {
    return new Sample(UUID.randomUUID(), text, at, day, words, 7L, true, new UserId("ana"));
  }

  private static Sample random(Random random) {
    return new Sample(
        new UUID(random.nextLong(), random.nextLong()),
        text(random),
        Instant.ofEpochSecond(random.nextInt(), 1000L * random.nextInt(1_000_000)),
        LocalDate.ofEpochDay(random.nextInt(1_000_000)),
        IntStream.range(0, random.nextInt(4)).mapToObj(i -> text(random)).toList(),
        random.nextBoolean() ? null : random.nextLong(),
        random.nextBoolean(),
        random.nextBoolean() ? null : new UserId("ana"));
  }

  /** Made of what COPY, arrays and quoting give a meaning to, and of any other characters. */
  private static String text(Random random) {
    String alphabet = "\\\\\\N.\t\n\r\b\f\u000b\"'{},; nNrt0x41\u00a0\u2028\ufeffșă€";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      if (random.nextInt(8) == 0) {
        text.appendCodePoint(0x1f600 + random.nextInt(50));
      } else {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
    }
    return text.toString();
  }

  private static List<Sample> storedAndRead(List<Sample> samples, boolean copying)
      throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement table =
          connection.prepareStatement(
              """
              create temporary table sample (place bigint generated always as identity, id uuid,
                some_text text, at timestamptz, day date, words text[], amount bigint,
                given boolean, who text) on commit drop
              """)) {
        table.execute();
      }
      BulkInsert.put(connection, copying, SAMPLE, samples);
      List<Sample> read = new ArrayList<>();
      try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  select id, some_text, floor(extract(epoch from at) * 1000000)::bigint as at,
                    day - date '1970-01-01' as day, words, amount, given, who
                  from sample order by place
                  """);
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          read.add(read(rows));
        }
      } finally {
        connection.rollback();
      }
      return read;
    }
  }

  private static Sample read(ResultSet rows) throws SQLException {
    Long micros = rows.getObject("at", Long.class);
    Integer day = rows.getObject("day", Integer.class);
    String who = rows.getString("who");
    return new Sample(
        rows.getObject("id", UUID.class),
        rows.getString("some_text"),
        micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
        day == null ? null : LocalDate.ofEpochDay(day),
        List.of((String[]) rows.getArray("words").getArray()),
        rows.getObject("amount", Long.class),
        rows.getBoolean("given"),
        who == null ? null : new UserId(who));
  }

  /** The same lead with identities of its own. */
  private static Lead twin(Lead lead) {
    Lead.Snapshot state = lead.snapshot();
    var company = state.company();
    Lead bare =
        Lead.rebuild(
            new Lead.Snapshot(
                new LeadId(UUID.randomUUID()),
                new CompanyProfile(
                    Cuis.next(),
                    company.name(),
                    company.address(),
                    company.tradeRegisterNumber(),
                    company.vat(),
                    company.registryStatus(),
                    company.caen(),
                    company.iban(),
                    company.phone(),
                    company.email(),
                    company.website()),
                state.details(),
                state.owner(),
                state.state(),
                ContactPersons.NOBODY,
                List.of(),
                state.added(),
                state.added(),
                state.version()));
    for (var person : state.contactPersons().all()) {
      bare =
          bare.add(
              new ContactPerson(
                  new ContactPersonId(UUID.randomUUID()),
                  person.name(),
                  person.role(),
                  person.phones(),
                  person.emails()),
              state.contactPersons().isPrimary(person.id()),
              state.changed());
    }
    for (var site : state.workPoints()) {
      bare =
          bare.add(
              new WorkPoint(new WorkPointId(UUID.randomUUID()), site.name(), site.address()),
              state.changed());
    }
    return bare;
  }

  private static Lead changed(Lead lead) {
    return lead.activate(new UserId("ion"), Priority.URGENT, STAMP);
  }

  private static void assertStoredAlike(List<Lead> alone, List<Lead> together) {
    for (int i = 0; i < alone.size(); i++) {
      Lead one = alone.get(i);
      Lead other = together.get(i);
      assertThat(stored(other).replace(other.cui().digits(), one.cui().digits()))
          .isEqualTo(stored(one))
          .contains("search_text");
    }
  }

  /** Every column of a lead, its people and its sites, except the identities. */
  private static String stored(Lead lead) {
    return DATABASE.query(
        """
        select jsonb_build_array(to_jsonb(lead) - 'id',
          (select jsonb_agg(to_jsonb(p) - 'id' - 'lead' order by position)
            from contact_person p where p.lead = lead.id),
          (select jsonb_agg(to_jsonb(w) - 'id' - 'lead' order by position)
            from work_point w where w.lead = lead.id))
        from lead where id = '%s'
        """
            .formatted(lead.id()));
  }

  private static Leads leads() {
    return DATABASE.port(Leads.class);
  }

  private static void inTransaction(Runnable body) {
    DATABASE
        .port(UnitOfWork.class)
        .<Boolean>inTransaction(
            () -> {
              body.run();
              return true;
            });
  }
}
