package ro.parcurs.crm.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** As many leads as a test of lists needs, with what hangs on them; always the same. */
final class ManyLeads {

  /** What is overdue among them is so at this moment. */
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static final String SECONDARY =
      """
       from pg_index x
         join pg_class t on t.oid = x.indrelid
         join pg_class i on i.oid = x.indexrelid
       where t.relnamespace = 'public'::regnamespace and not x.indisunique
         and t.relname in ('lead', 'responsibility', 'pursuit', 'evaluation_sheet', 'offer',
           'contract', 'client_order', 'invoice', 'payment')
      """;

  private ManyLeads() {}

  /**
   * Fills an empty database in some ten seconds for 200,000: indexes are made at the end, and what
   * is generated whole needs no check of references.
   */
  static void fill(DataSource database, int leads) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> indexes = all(statement, "select pg_get_indexdef(x.indexrelid)" + SECONDARY);
      for (String name : all(statement, "select i.relname" + SECONDARY)) {
        statement.execute("drop index " + name);
      }
      statement.execute("set session_replication_role = replica");
      statement.execute(
          script().replace("{leads}", String.valueOf(leads)).replace("{now}", NOW.toString()));
      statement.execute("set session_replication_role = origin");
      statement.execute("set maintenance_work_mem = '256MB'");
      for (String index : indexes) {
        statement.execute(index);
      }
      statement.execute("reset maintenance_work_mem");
      // Every row is looked at, so that the plans are the same each time.
      statement.execute("set default_statistics_target = 1000");
      statement.execute("vacuum analyze");
      statement.execute("reset default_statistics_target");
    }
  }

  private static List<String> all(Statement statement, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static String script() {
    try (InputStream stream = ManyLeads.class.getResourceAsStream("many-leads.sql")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
