package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static ro.parcurs.crm.testkit.LeadFixture.aFullLead;

import com.google.inject.util.Modules;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter.Configuration;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.testkit.ArticleJourney;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.ConsumerName;
import ro.parcurs.crm.work.EventCursors;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventLog.Position;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Promise P23, the half about privileges: the role by which the whole article is told can't change
 * what was told.
 */
class PrivilegesTest extends ArticleJourney {

  private static final String OWNER = "parcurs_owner";
  private static final String APPLICATION = "parcurs_application";
  private static final String URL = PostgresServer.newEmptyDatabase();
  private static final Configuration CONFIGURATION = protectedDatabase();
  private static final PostgresAdapter ADAPTER = PostgresAdapter.open(CONFIGURATION);

  /** What nobody may do to a table that only grows. */
  private static final List<String> REFUSED =
      List.of(
          "update %s set %s = %s",
          "delete from %s",
          "truncate %s cascade",
          "alter table %s add column more text",
          "alter table %s rename to other",
          "alter table %s owner to current_user",
          "alter table %s disable trigger all",
          "create trigger quietly before insert on %s for each row execute function suppress_redundant_updates_trigger()",
          "create rule quietly as on insert to %s do instead nothing",
          "create index more on %s ((1))",
          "drop table %s cascade",
          "select 1 from %s for update");

  PrivilegesTest() {
    super(Modules.override(new InMemoryModule()).with(ADAPTER.module()));
  }

  private static Configuration protectedDatabase() {
    PostgresServer.execute(
        URL,
        """
        create role %1$s login;
        create role %2$s login;
        grant create on schema public to %1$s
        """
            .formatted(OWNER, APPLICATION));
    return Configuration.of(withoutUser(URL), APPLICATION, "")
        .withPoolSize(3)
        .withOwner(OWNER, "secret");
  }

  /** The server's addresses name its superuser. */
  private static String withoutUser(String url) {
    return url.replaceAll("\\?.*", "");
  }

  @AfterAll
  static void close() {
    ADAPTER.close();
    PostgresServer.drop(URL);
    PostgresServer.forgetRoles(OWNER, APPLICATION);
  }

  @Test
  void the_role_adds_many_leads_at_once() {
    List<Lead> many = Stream.generate(() -> aFullLead().build()).limit(100).toList();
    ADAPTER
        .port(UnitOfWork.class)
        .<Boolean>inTransaction(() -> ADAPTER.port(Leads.class).addAll(many).isEmpty());
    assertThat(ADAPTER.port(Leads.class).find(many.stream().map(Lead::cui).toList())).hasSize(100);
  }

  @Test
  void what_was_told_can_not_be_changed_by_the_role_of_the_application() throws SQLException {
    Instant start = Instant.now();
    tell();
    assertThat(ADAPTER.port(EventLog.class).after(Position.BEGINNING, 1)).hasSize(1);
    int refused = 0;
    for (String table : Privileges.INSERT_ONLY) {
      as(APPLICATION, "grant update on " + table + " to current_user"); // it gives nothing
      String column = table.equals("event_place") ? "place" : "type";
      for (String statement : REFUSED) {
        assertRefused(statement.formatted(table, column, column));
        refused++;
      }
    }
    for (String statement :
        List.of(
            "set role " + OWNER,
            "set session_replication_role = replica",
            "drop schema public cascade",
            "create table public.other (id int)",
            "delete from crm_schema_history",
            "update crm_schema_history set success = false",
            "drop owned by " + OWNER,
            "reassign owned by " + OWNER + " to current_user")) {
      assertRefused(statement);
      refused++;
    }
    Proof.report(
        "P23 the application's role can't change the timeline",
        0,
        Duration.between(start, Instant.now()),
        "%d refusals of %d".formatted(refused, refused));
  }

  @Test
  void the_role_of_the_application_can_do_all_else() {
    LeadId lead = tell();
    assertThat(ADAPTER.port(Timeline.class).of(lead, Optional.empty(), 10)).hasSize(1);
    ConsumerName consumer = new ConsumerName("stock");
    ADAPTER
        .port(UnitOfWork.class)
        .<Boolean>inTransaction(
            () -> {
              ADAPTER.port(EventCursors.class).save(consumer, new Position(1));
              return true;
            });
  }

  @Test
  void a_table_that_comes_later_can_be_used_as_soon_as_it_is_migrated() throws SQLException {
    as(OWNER, "create table later (id int primary key)");
    assertRefused("insert into later values (1)");
    PostgresAdapter.open(CONFIGURATION).close();
    as(APPLICATION, "insert into later values (1)");
    as(APPLICATION, "update later set id = 2");
    as(APPLICATION, "delete from later");
    assertRefused("truncate later");
    as(OWNER, "drop table later");
  }

  @Test
  void a_protection_that_would_be_none_stops_the_start() {
    for (List<String> leak :
        List.of(
            List.of(
                "grant %s to %s".formatted(OWNER, APPLICATION),
                "it owns the table",
                "revoke %s from %s".formatted(OWNER, APPLICATION)),
            List.of(
                "grant pg_write_all_data to " + APPLICATION,
                "it may update, it may delete",
                "revoke pg_write_all_data from " + APPLICATION),
            List.of(
                "alter schema public owner to " + APPLICATION,
                "it owns the schema",
                "alter schema public owner to pg_database_owner"),
            List.of(
                "alter role %s superuser".formatted(APPLICATION),
                "it is a superuser",
                "alter role %s nosuperuser".formatted(APPLICATION)))) {
      PostgresServer.execute(URL, leak.get(0));
      Throwable refusal = catchThrowable(() -> PostgresAdapter.open(CONFIGURATION).close());
      PostgresServer.execute(URL, leak.get(2));
      assertThat(refusal)
          .as(leak.get(0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(APPLICATION)
          .hasMessageContaining(leak.get(1));
    }
    PostgresAdapter.open(CONFIGURATION).close();
  }

  @Test
  void what_everybody_was_given_is_taken_back() throws SQLException {
    as(OWNER, "grant all on timeline to public");
    PostgresAdapter.open(CONFIGURATION).close();
    assertRefused("delete from timeline");
  }

  @Test
  void a_role_that_is_not_there_stops_the_start() {
    assertThatThrownBy(
            () ->
                PostgresAdapter.open(
                    Configuration.of(CONFIGURATION.url(), "nobody", "").withOwner(OWNER, "")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nobody");
  }

  @Test
  void an_address_that_names_another_user_is_refused_with_an_owner() {
    assertThatThrownBy(() -> Configuration.of(URL, APPLICATION, "").withOwner(OWNER, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_password_is_told() {
    Configuration configuration =
        Configuration.of(CONFIGURATION.url(), APPLICATION, "hidden").withOwner(OWNER, "hidden");
    assertThat(configuration.toString()).contains(APPLICATION, OWNER).doesNotContain("hidden");
    assertThat(configuration.withSchema("crm").withPoolSize(2).owner().orElseThrow().toString())
        .contains(OWNER)
        .doesNotContain("hidden");
  }

  @Test
  void control_the_owner_of_the_tables_is_not_refused() throws SQLException {
    tell();
    List<String> done = new ArrayList<>();
    for (String statement :
        List.of("update timeline set changed_by_name = changed_by_name", "truncate event_cursor")) {
      as(OWNER, statement);
      done.add(statement);
    }
    assertThat(done).hasSize(2);
  }

  private static LeadId tell() {
    LeadId lead = new LeadId(UUID.randomUUID());
    UUID id = UUID.randomUUID();
    Stamp stamp = new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));
    LeadActivated event = new LeadActivated(1);
    ADAPTER
        .port(UnitOfWork.class)
        .<Boolean>inTransaction(
            () -> {
              ADAPTER
                  .port(Timeline.class)
                  .append(
                      new TimelineEntry(
                          new TimelineEntryId(id), lead, Optional.empty(), stamp, event));
              ADAPTER
                  .port(EventLog.class)
                  .append(new EventRecord(id, Optional.of(lead), Optional.empty(), stamp, event));
              return true;
            });
    return lead;
  }

  private static void assertRefused(String statement) {
    assertThat(catchThrowable(() -> as(APPLICATION, statement)))
        .as(statement)
        .isInstanceOfSatisfying(
            SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
  }

  private static void as(String role, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(CONFIGURATION.url(), role, "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
