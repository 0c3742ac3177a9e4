package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.google.inject.Guice;
import com.google.inject.util.Modules;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadCursor;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadSort;
import ro.parcurs.crm.lead.usecase.ListLeads;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.InMemoryUsers;
import ro.parcurs.crm.work.TimeOrderedIds;

/**
 * How long a page of the list of leads takes, with its count, among ten thousand, a hundred
 * thousand and a million leads, as the use case answers it; in rounds that take turns. Prints the
 * table of docs/performance.md.
 */
@Tag("bench")
class ListBenchTest {

  private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
  private static final int ROUNDS = 5;
  private static final int CALLS = 100;
  private static final int PAGE = 50;
  private static final int FAR = 25_000;
  private static final double PROMISED = 2;

  private static final Actor MANAGER =
      new Actor(new UserId("manager"), "manager", Set.of(Role.MANAGER));
  private static final Actor AGENT = new Actor(new UserId("agent-7"), "agent", Set.of(Role.AGENT));

  /** A question, whether its time among a million is promised, and how it is asked each time. */
  private record Asked(String name, boolean promised, IntFunction<ListLeads.Query> question) {}

  /** A database of so many leads. */
  private record Leads(HikariDataSource pool, Crm crm) {}

  /** The median and the ninety-ninth of a hundred, in milliseconds. */
  private record Times(double median, double slowest) {

    static Times of(double[] all) {
      double[] sorted = Arrays.stream(all).sorted().toArray();
      return new Times(sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f / %.1f", median, slowest);
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void a_million_leads_take_at_most_twice_the_time_of_ten_thousand() throws SQLException {
    List<Executable> promises = new ArrayList<>();
    List<Leads> all = new ArrayList<>();
    try (BenchServer server = new BenchServer()) {
      for (int size : SIZES) {
        HikariConfig config = new HikariConfig();
        String url = server.newDatabase();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setMaximumPoolSize(5);
        HikariDataSource pool = new HikariDataSource(config);
        ManyLeads.fill(pool, size);
        // As the server itself does it after so many rows.
        BenchServer.execute(url, "analyze");
        all.add(new Leads(pool, crm(pool)));
      }
      server.settle();
      System.out.println("| page | who | 10,000 | 100,000 | 1,000,000 | ratios |");
      for (Actor who : List.of(MANAGER, AGENT)) {
        List<List<Asked>> bySize = all.stream().map(leads -> questions(leads.pool(), who)).toList();
        for (int i = 0; i < bySize.get(0).size(); i++) {
          int question = i;
          promises.addAll(
              row(all, who, bySize.stream().map(questions -> questions.get(question)).toList()));
        }
      }
    } finally {
      all.forEach(leads -> leads.pool().close());
    }
    assertAll(promises);
  }

  private static Crm crm(HikariDataSource pool) {
    return Guice.createInjector(
            Modules.override(new InMemoryModule())
                .with(
                    PostgresAdapter.on(pool).module(),
                    users ->
                        users
                            .bind(Users.class)
                            .toInstance(new InMemoryUsers(List.of(MANAGER, AGENT)))),
            new CrmModule(
                Clock.fixed(ManyLeads.NOW, CrmModule.ZONE),
                new TimeOrderedIds(),
                new DefaultAccessPolicy()))
        .getInstance(Crm.class);
  }

  /** Prints a row of the table, and gives what of it is promised. */
  private static List<Executable> row(List<Leads> all, Actor who, List<Asked> asked) {
    List<Times> times = measured(all, who, asked);
    Times few = times.get(0);
    Times many = times.get(times.size() - 1);
    double median = many.median() / few.median();
    double slowest = many.slowest() / few.slowest();
    String name = asked.get(0).name() + " | " + who.name();
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f / %.1f |%n",
        name,
        times.stream().map(Times::toString).collect(Collectors.joining(" | ")),
        median,
        slowest);
    return asked.get(0).promised()
        ? List.of(
            () -> assertThat(median).as("median of " + name).isLessThanOrEqualTo(PROMISED),
            () -> assertThat(slowest).as("p99 of " + name).isLessThanOrEqualTo(PROMISED))
        : List.of();
  }

  private static List<Asked> questions(HikariDataSource pool, Actor who) {
    List<String> words =
        column(
            pool,
            "select split_part(name_key, ' ', 2) from lead where "
                + shown(who)
                + " order by md5(id::text) limit "
                + CALLS);
    LeadFilter all = LeadFilter.ALL;
    String far = far(pool, who).token();
    LeadOrder byDeadline = new LeadOrder(LeadSort.DEADLINE, false);
    return List.of(
        new Asked("first, by name", true, call -> first(all)),
        new Asked(
            "500th, by name", true, call -> new ListLeads.Query(all, LeadOrder.BY_NAME, far, PAGE)),
        new Asked("search by name", true, call -> first(all.withText(words.get(call)))),
        new Asked(
            "first, by deadline", false, call -> new ListLeads.Query(all, byDeadline, null, PAGE)),
        new Asked(
            "search by name, misspelt",
            false,
            call ->
                first(
                    all.withText(words.get(call).substring(0, 4) + words.get(call).substring(5)))),
        new Asked("search \"srl\"", false, call -> first(all.withText("srl"))),
        new Asked("search \"transport\"", false, call -> first(all.withText("transport"))),
        new Asked(
            "one county",
            false,
            call -> first(all.withCounties(Set.of(County.values()[call % 40])))),
        new Asked("overdue", false, call -> first(all.withOverdue(true))));
  }

  private static ListLeads.Query first(LeadFilter filter) {
    return new ListLeads.Query(filter, LeadOrder.BY_NAME, null, PAGE);
  }

  private static LeadCursor far(HikariDataSource pool, Actor who) {
    String from = " from lead where " + shown(who);
    long there = Long.parseLong(column(pool, "select count(*)" + from).get(0));
    String place =
        column(
                pool,
                "select name_key || '|' || id"
                    + from
                    + " order by name_key, id limit 1 offset "
                    + Math.min(FAR, there - PAGE))
            .get(0);
    String[] parts = place.split("\\|");
    return new LeadCursor(LeadOrder.BY_NAME, parts[0], new LeadId(UUID.fromString(parts[1])));
  }

  private static String shown(Actor who) {
    return who.is(Role.MANAGER)
        ? "true"
        : "(shown_to in ('', '%1$s') or also_shown_to = '%1$s')".formatted(who.id().value());
  }

  private static List<Times> measured(List<Leads> all, Actor who, List<Asked> asked) {
    double[][] times = new double[all.size()][ROUNDS * CALLS];
    for (int round = -1; round < ROUNDS; round++) { // the first warms up
      for (int size = 0; size < all.size(); size++) {
        for (int call = 0; call < CALLS; call++) {
          double took = took(all.get(size).crm(), who, asked.get(size).question().apply(call));
          if (round >= 0) {
            times[size][round * CALLS + call] = took;
          }
        }
      }
    }
    return Arrays.stream(times).map(Times::of).toList();
  }

  private static double took(Crm crm, Actor who, ListLeads.Query query) {
    long begin = System.nanoTime();
    crm.leads().list(who, query);
    return (System.nanoTime() - begin) / 1e6;
  }

  private static List<String> column(HikariDataSource pool, String sql) {
    List<String> values = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
    return values;
  }
}
