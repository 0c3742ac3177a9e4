package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;

import com.google.inject.Guice;
import com.google.inject.util.Modules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.StoreBusy;
import ro.parcurs.crm.work.StoreFault;
import ro.parcurs.crm.work.StoreUnavailable;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

/** Use cases that take part in a transaction of the embedding application. */
class HostTransactionTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));

  /** Every setting there is, as the connection has it now. */
  private static final String SETTINGS =
      "select string_agg(name || '=' || setting, e'\\n' order by name) from pg_settings";

  private final Crm crm =
      Guice.createInjector(
              new CrmModule(new SettableClock(), new TimeOrderedIds(), new DefaultAccessPolicy()),
              Modules.override(new InMemoryModule()).with(DATABASE.adapter().module()))
          .getInstance(Crm.class);
  private final PostgresAdapter postgres = DATABASE.adapter();
  private final UnitOfWork unitOfWork = postgres.port(UnitOfWork.class);
  private final Timeline timeline = postgres.port(Timeline.class);
  private final LeadId lead = new LeadId(UUID.randomUUID());

  private Connection host;

  @BeforeEach
  void begin() throws SQLException {
    DATABASE.execute("create table if not exists erp_booking (id uuid primary key)");
    host = DATABASE.dataSource().getConnection();
    host.setAutoCommit(false);
  }

  @AfterEach
  void end() throws SQLException {
    host.close();
  }

  @Test
  void what_succeeded_is_kept_when_the_host_commits_and_not_before() throws SQLException {
    book();
    LeadRef added = joined(this::addLead);
    book();
    assertThatThrownBy(() -> show(added)).isInstanceOf(NotFound.class);
    host.commit();
    assertThat(show(added)).isEqualTo(added.id());
    assertThat(booked()).isEqualTo(2);
  }

  @Test
  void nothing_is_kept_when_the_host_rolls_back() throws SQLException {
    LeadRef added = joined(this::addLead);
    book();
    host.rollback();
    assertThatThrownBy(() -> show(added)).isInstanceOf(NotFound.class);
    assertThat(booked()).isZero();
  }

  @Test
  void a_unit_that_fails_is_undone_alone_and_the_host_goes_on() throws SQLException {
    book();
    joined(this::write);
    assertThatThrownBy(
            () ->
                joined(
                    () ->
                        unitOfWork.<Boolean>inTransaction(
                            () -> {
                              append();
                              append();
                              throw new IllegalStateException("half way");
                            })))
        .hasMessage("half way");
    joined(this::write);
    book();
    host.commit();
    assertThat(written()).isEqualTo(2);
    assertThat(booked()).isEqualTo(2);
  }

  @Test
  void a_unit_in_which_one_that_joined_has_failed_is_undone_and_the_next_begins_anew()
      throws SQLException {
    IllegalStateException inner = new IllegalStateException("inner");
    assertThatThrownBy(
            () ->
                joined(
                    () ->
                        unitOfWork.<Boolean>inTransaction(
                            () -> {
                              append();
                              assertThatThrownBy(
                                      () ->
                                          unitOfWork.<Boolean>inTransaction(
                                              () -> {
                                                throw inner;
                                              }))
                                  .isSameAs(inner);
                              return true;
                            })))
        .hasCause(inner);
    joined(this::write);
    host.commit();
    assertThat(written()).isEqualTo(1);
  }

  @Test
  void a_refusal_leaves_the_transaction_of_the_host_usable() throws SQLException {
    Cui cui = Cuis.next();
    joined(() -> add(Caller.of(ANA), cui));
    assertThatThrownBy(() -> joined(() -> add(Caller.of(ANA), cui)))
        .isInstanceOf(AlreadyExists.class);
    book();
    host.commit();
    assertThat(booked()).isEqualTo(1);
  }

  @Test
  void a_statement_that_the_database_refuses_leaves_the_transaction_of_the_host_usable()
      throws SQLException {
    UUID id = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                joined(
                    () ->
                        unitOfWork.<Boolean>inTransaction(
                            () -> {
                              append(id);
                              append(id);
                              return true;
                            })))
        .isInstanceOf(StoreFault.class)
        .hasMessageContaining("23505");
    joined(this::write);
    host.commit();
    assertThat(written()).isEqualTo(1);
  }

  @Test
  void the_patience_is_that_of_the_host_and_its_transaction_survives_the_end_of_it()
      throws SQLException {
    try (Connection other = DATABASE.dataSource().getConnection()) {
      other.setAutoCommit(false);
      postgres.inTransactionOf(other, this::takeNumber);
      execute(host, "set local lock_timeout = 100");
      assertThatThrownBy(() -> joined(this::takeNumber)).isInstanceOf(StoreBusy.class);
      book();
      other.rollback();
      joined(this::takeNumber);
      host.commit();
    }
    assertThat(booked()).isEqualTo(1);
  }

  @Test
  void questions_see_what_the_host_has_not_committed() throws SQLException {
    joined(this::write);
    execute(
        host, "update timeline set changed_by_name = 'by the host' where lead = '" + lead + "'");
    List<String> names =
        joined(
            () ->
                List.of(
                    timeline.of(lead, Optional.empty(), 1).get(0).stamp().name(),
                    unitOfWork.<String>reading(
                        () -> timeline.of(lead, Optional.empty(), 1).get(0).stamp().name())));
    assertThat(names).containsExactly("by the host", "by the host");
    assertThat(written()).as("as others see it").isZero();
  }

  @Test
  void a_question_that_fails_leaves_the_transaction_of_the_host_usable() throws SQLException {
    execute(host, "alter table timeline rename to moved_away");
    assertThatThrownBy(() -> joined(this::written)).isInstanceOf(StoreFault.class);
    execute(host, "alter table moved_away rename to timeline");
    assertThat(this.<Integer>joined(this::written)).isZero();
    host.rollback();
  }

  @Test
  void a_question_writes_nothing_in_the_transaction_of_the_host_either() {
    assertThatThrownBy(() -> joined(() -> unitOfWork.<Boolean>reading(this::append)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("outside a unit of work");
  }

  @Test
  void a_connection_without_a_transaction_is_refused() throws SQLException {
    host.setAutoCommit(true);
    assertThatThrownBy(() -> joined(this::write))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("auto-commit");
    host.setAutoCommit(false);
    assertThatThrownBy(
            () ->
                joined(
                    () -> {
                      write();
                      autoCommit();
                      return write();
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("auto-commit");
    host.close();
    assertThatThrownBy(() -> joined(this::write))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void a_transaction_is_not_joined_inside_a_unit_of_work_nor_inside_that_of_another_connection()
      throws SQLException {
    assertThatThrownBy(() -> unitOfWork.<Boolean>inTransaction(() -> joined(this::append)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a unit of work is under way");
    assertThatThrownBy(() -> joined(() -> unitOfWork.<Boolean>reading(() -> joined(() -> true))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a unit of work is under way");
    try (Connection other = DATABASE.dataSource().getConnection()) {
      other.setAutoCommit(false);
      assertThatThrownBy(() -> joined(() -> postgres.inTransactionOf(other, this::write)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another connection");
    }
    joined(() -> joined(this::write) && write());
    host.commit();
    assertThat(written()).isEqualTo(2);
  }

  @Test
  void afterwards_the_thread_works_on_connections_of_the_adapter_again() throws SQLException {
    assertThatThrownBy(
            () ->
                joined(
                    () -> {
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    write();
    host.rollback();
    assertThat(written()).isEqualTo(1);
  }

  @Test
  void the_plans_of_the_host_are_its_own_after_a_list() throws SQLException {
    execute(host, "set local random_page_cost = 3; set local enable_hashjoin = on");
    String plans =
        """
        select concat_ws(' ', current_setting('plan_cache_mode'), current_setting('random_page_cost'),
          current_setting('enable_hashjoin'), current_setting('enable_mergejoin'))
        """;
    joined(
        () ->
            postgres
                .port(LeadQueries.class)
                .count(LeadScope.ALL, LeadFilter.ALL.withText("nobody"), STAMP.at()));
    assertThat(query(host, plans)).isEqualTo("auto 3 on on");
    host.rollback();
  }

  @Test
  void the_settings_of_the_connection_are_left_as_they_were_found() throws SQLException {
    host.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    execute(host, "set local lock_timeout = 1234; set search_path = public, pg_temp");
    String before = query(host, SETTINGS);
    joined(this::write);
    joined(this::written);
    assertThat(query(host, SETTINGS)).isEqualTo(before);
    assertThatThrownBy(
            () ->
                joined(
                    () ->
                        unitOfWork.<Boolean>inTransaction(
                            () -> {
                              append();
                              throw new IllegalStateException();
                            })))
        .isInstanceOf(IllegalStateException.class);
    assertThat(query(host, SETTINGS)).isEqualTo(before);
    assertThat(host.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
    assertThat(host.getAutoCommit()).isFalse();
    host.commit();
    assertThat(query(host, "show search_path")).isEqualTo("public, pg_temp");
    execute(host, "set search_path to default");
    host.commit();
  }

  @Test
  void a_transaction_that_only_reads_answers_questions_and_refuses_commands() throws SQLException {
    host.setReadOnly(true);
    assertThat(this.<Integer>joined(this::written)).isZero();
    assertThatThrownBy(() -> joined(this::write))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("the transaction is read-only");
    assertThat(this.<Integer>joined(this::written)).isZero();
    assertThat(host.isReadOnly()).isTrue();
    host.rollback();
  }

  @Test
  void of_a_transaction_that_has_failed_already_it_is_said_so() throws SQLException {
    assertThatThrownBy(() -> execute(host, "select * from nowhere"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> joined(this::write))
        .isInstanceOf(StoreFault.class)
        .hasMessageContaining("has failed already");
    assertThatThrownBy(() -> joined(this::written))
        .isInstanceOf(StoreFault.class)
        .hasMessageContaining("has failed already");
    host.rollback();
    joined(this::write);
    host.commit();
    assertThat(written()).isEqualTo(1);
  }

  @Test
  void a_connection_that_dies_is_said_to_be_unavailable_and_never_of_unknown_outcome()
      throws SQLException {
    int session = Integer.parseInt(query(host, "select pg_backend_pid()"));
    assertThatThrownBy(
            () ->
                joined(
                    () ->
                        unitOfWork.<Boolean>inTransaction(
                            () -> {
                              append();
                              DATABASE.query("select pg_terminate_backend(" + session + ", 5000)");
                              return true;
                            })))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(written()).isZero();
  }

  @Test
  void a_key_that_was_used_in_a_transaction_that_was_rolled_back_is_free_again()
      throws SQLException {
    Caller once = Caller.of(ANA).once("host-" + UUID.randomUUID());
    Cui cui = Cuis.next();
    LeadRef forgotten = joined(() -> add(once, cui));
    host.rollback();
    LeadRef kept = joined(() -> add(once, cui));
    assertThat(kept).isNotEqualTo(forgotten);
    assertThat(this.<LeadRef>joined(() -> add(once, cui)))
        .as("again in the same transaction")
        .isEqualTo(kept);
    host.commit();
    assertThat(add(once, cui)).as("again after the commit").isEqualTo(kept);
  }

  @Test
  void a_key_whose_unit_failed_is_free_again_within_the_transaction() throws SQLException {
    Cui cui = Cuis.next();
    LeadRef first = joined(() -> add(Caller.of(ANA), cui));
    Caller once = Caller.of(ANA).once("host-" + UUID.randomUUID());
    assertThatThrownBy(() -> joined(() -> add(once, cui))).isInstanceOf(AlreadyExists.class);
    execute(host, "delete from lead where id = '" + first.id() + "'");
    LeadRef second = joined(() -> add(once, cui));
    host.commit();
    assertThat(show(second)).isEqualTo(second.id());
  }

  // ---- the host ----

  private <T> T joined(java.util.function.Supplier<T> body) {
    return postgres.inTransactionOf(host, body);
  }

  private void book() throws SQLException {
    execute(host, "insert into erp_booking values ('" + UUID.randomUUID() + "')");
  }

  /** How many bookings others see; they are gone then. */
  private static int booked() {
    int booked = Integer.parseInt(DATABASE.query("select count(*) from erp_booking"));
    DATABASE.execute("delete from erp_booking");
    return booked;
  }

  private void autoCommit() {
    try {
      host.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  // ---- the CRM ----

  private LeadRef addLead() {
    return add(Caller.of(ANA), Cuis.next());
  }

  private LeadRef add(Caller caller, Cui cui) {
    CompanyData company =
        CompanyData.of("Exemplu SRL", new AddressData(County.CJ, "Dej", null, null));
    return crm.leads()
        .add(caller, new AddLead.Command(cui.digits(), false, company, NotesData.NONE, null));
  }

  private LeadId show(LeadRef added) {
    return crm.leads().show(ANA, new ShowLead.Query(added.id())).id();
  }

  private boolean takeNumber() {
    return unitOfWork.inTransaction(
        () -> postgres.port(NumberSeries.class).next(Series.OFFER, 2026).ordinal() > 0);
  }

  private boolean write() {
    return unitOfWork.inTransaction(() -> append());
  }

  private boolean append() {
    return append(UUID.randomUUID());
  }

  private boolean append(UUID id) {
    timeline.append(
        new TimelineEntry(
            new TimelineEntryId(id), lead, Optional.empty(), STAMP, new LeadActivated(1)));
    return true;
  }

  private int written() {
    return timeline.of(lead, Optional.empty(), 10).size();
  }
}
