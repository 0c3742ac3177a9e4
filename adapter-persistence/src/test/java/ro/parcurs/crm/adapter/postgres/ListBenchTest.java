package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadCursor;
import ro.parcurs.crm.lead.usecase.LeadFilter;
import ro.parcurs.crm.lead.usecase.LeadOrder;
import ro.parcurs.crm.lead.usecase.LeadQueries;
import ro.parcurs.crm.lead.usecase.LeadSort;

/**
 * How long a page of the list of leads takes, with its count, among ten thousand, a hundred
 * thousand and a million leads. Prints the table of docs/performance.md.
 */
@Tag("bench")
class ListBenchTest {

  private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
  private static final int ROUNDS = 5;
  private static final int CALLS = 100;
  private static final int PAGE = 51;
  private static final int FAR = 25_000;

  private static final Map<String, LeadScope> SCOPES = new LinkedHashMap<>();

  static {
    SCOPES.put("manager", LeadScope.ALL);
    SCOPES.put("agent", LeadScope.of(new UserId("agent-7")));
  }

  /** What is asked, and for each call what exactly. */
  private record Question(LeadFilter filter, LeadOrder order, Optional<LeadCursor> after) {

    static Question of(LeadFilter filter) {
      return new Question(filter, LeadOrder.BY_NAME, Optional.empty());
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void pages_of_leads() throws SQLException {
    Map<String, List<String>> table = new LinkedHashMap<>();
    for (int size : SIZES) {
      String url = PostgresServer.newDatabase();
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(url);
      config.setMaximumPoolSize(5);
      try (HikariDataSource pool = new HikariDataSource(config)) {
        ManyLeads.fill(pool, size);
        PostgresAdapter adapter = PostgresAdapter.on(pool);
        for (Map.Entry<String, LeadScope> scope : SCOPES.entrySet()) {
          questions(pool, scope.getValue())
              .forEach(
                  (name, question) ->
                      table
                          .computeIfAbsent(
                              "| " + name + " | " + scope.getKey(), key -> new ArrayList<>())
                          .add(measured(adapter, scope.getValue(), question)));
        }
      } finally {
        PostgresServer.drop(url);
      }
    }
    System.out.println("| page | who | 10,000: p50 / p99 ms | 100,000 | 1,000,000 |");
    System.out.println("|---|---|---|---|---|");
    table.forEach(
        (row, cells) -> System.out.println(row + " | " + String.join(" | ", cells) + " |"));
    assertThat(table.values()).allSatisfy(cells -> assertThat(cells).hasSize(SIZES.size()));
  }

  private static Map<String, IntFunction<Question>> questions(
      HikariDataSource pool, LeadScope scope) throws SQLException {
    List<String> words =
        column(
            pool,
            "select split_part(name_key, ' ', 2) from lead where "
                + shown(scope)
                + " order by md5(id::text) limit "
                + CALLS);
    LeadFilter all = LeadFilter.ALL;
    Map<String, IntFunction<Question>> questions = new LinkedHashMap<>();
    questions.put("first, by name", call -> Question.of(all));
    LeadCursor far = far(pool, scope);
    questions.put("500th, by name", call -> new Question(all, LeadOrder.BY_NAME, Optional.of(far)));
    questions.put(
        "first, by deadline",
        call -> new Question(all, new LeadOrder(LeadSort.DEADLINE, false), Optional.empty()));
    questions.put("search by name", call -> Question.of(all.withText(words.get(call))));
    questions.put(
        "search by name, misspelt",
        call ->
            Question.of(
                all.withText(words.get(call).substring(0, 4) + words.get(call).substring(5))));
    questions.put("search \"srl\"", call -> Question.of(all.withText("srl")));
    questions.put("search \"transport\"", call -> Question.of(all.withText("transport")));
    questions.put(
        "one county", call -> Question.of(all.withCounties(Set.of(County.values()[call % 40]))));
    questions.put("overdue", call -> Question.of(all.withOverdue(true)));
    return questions;
  }

  private static LeadCursor far(HikariDataSource pool, LeadScope scope) throws SQLException {
    String from = " from lead where " + shown(scope);
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

  private static String shown(LeadScope scope) {
    return scope
        .user()
        .map(user -> "(shown_to in ('', '%1$s') or also_shown_to = '%1$s')".formatted(user.value()))
        .orElse("true");
  }

  private static String measured(
      PostgresAdapter adapter, LeadScope scope, IntFunction<Question> questions) {
    LeadQueries queries = adapter.port(LeadQueries.class);
    List<double[]> rounds =
        IntStream.rangeClosed(0, ROUNDS)
            .mapToObj(
                round ->
                    IntStream.range(0, CALLS)
                        .mapToDouble(call -> took(queries, scope, questions.apply(call)))
                        .sorted()
                        .toArray())
            .skip(1) // the first warms up
            .toList();
    return String.format(
        Locale.ROOT, "%.1f / %.1f", median(rounds, CALLS / 2), median(rounds, CALLS * 99 / 100));
  }

  private static double took(LeadQueries queries, LeadScope scope, Question question) {
    long begin = System.nanoTime();
    queries.list(scope, question.filter(), ManyLeads.NOW, question.order(), question.after(), PAGE);
    queries.count(scope, question.filter(), ManyLeads.NOW);
    return (System.nanoTime() - begin) / 1e6;
  }

  private static double median(List<double[]> rounds, int at) {
    double[] values = rounds.stream().mapToDouble(round -> round[at]).toArray();
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static List<String> column(HikariDataSource pool, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
