package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventLog.Position;

/** A follower costs as much as there is new, however long the log. */
class EventLogPlanTest {

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private final SqlSessionFactory sessions =
      Mappers.sessions(DATABASE.dataSource(), "", Optional.empty());

  @Test
  void events_without_a_place_are_found_without_going_through_the_log() {
    DATABASE.execute(
        """
        insert into event_log (id, type, payload, changed_by, changed_by_name, changed_at)
        select gen_random_uuid(), 'ItemAdded',
          jsonb_build_object('item', gen_random_uuid(), 'code', 'A-' || n), 'ana', 'Ana', now()
        from generate_series(1, 20000) n
        """);
    DATABASE.port(EventLog.class).after(Position.BEGINNING, 1);
    DATABASE.execute("analyze event_log");
    DATABASE.execute("analyze event_place");
    DATABASE.execute(
        """
        insert into event_log (id, type, payload, changed_by, changed_by_name, changed_at)
        values (gen_random_uuid(), 'ItemAdded', '{}', 'ana', 'Ana', now())
        """);
    PostgresUnitOfWork unit = new PostgresUnitOfWork(sessions, Optional.empty());
    SequencerRow from = unit.inTransaction(() -> unit.mapper(EventLogMapper.class).lockSequencer());
    assertThat(plan("place", Map.of("from", from, "limit", 1_000)))
        .doesNotContain("Seq Scan on event_log")
        .doesNotContain("Seq Scan on event_place")
        .contains("event_log_in_order", "event_log_by_position");
    assertThat(plan("after", Map.of("place", 19_950L, "limit", 20)))
        .doesNotContain("Seq Scan")
        .doesNotContain("Sort");
  }

  /** The plan of a statement for these parameters. */
  private String plan(String name, Map<String, Object> parameters) {
    MappedStatement statement =
        sessions.getConfiguration().getMappedStatement(EventLogMapper.class.getName() + "." + name);
    BoundSql sql = statement.getBoundSql(parameters);
    try (Connection connection = DATABASE.dataSource().getConnection();
        PreparedStatement explain =
            connection.prepareStatement("explain (costs off) " + sql.getSql())) {
      sessions
          .getConfiguration()
          .newParameterHandler(statement, parameters, sql)
          .setParameters(explain);
      StringJoiner plan = new StringJoiner("\n");
      ResultSet lines = explain.executeQuery();
      while (lines.next()) {
        plan.add(lines.getString(1));
      }
      return plan.toString();
    } catch (SQLException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
