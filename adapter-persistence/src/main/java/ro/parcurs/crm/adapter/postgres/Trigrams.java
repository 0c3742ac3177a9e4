package ro.parcurs.crm.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The extension {@code pg_trgm} with the indexes that it makes possible: words inside of texts are
 * found without reading all texts, and misspelt ones are found at all. A database that doesn't have
 * it, or doesn't let the CRM's user create it, does without: lists then read more, and find only
 * what is spelt so.
 */
final class Trigrams {

  /** No privilege, no such file, not supported, no such schema. */
  private static final Set<String> NOT_HERE = Set.of("42501", "58P01", "0A000", "3F000");

  /** What each index is on, by its name. */
  static final Map<String, String> INDEXES =
      Map.of(
          "lead_by_words", "lead using gin ((' ' || search_text) gin_trgm_ops)",
          "evaluation_sheet_by_words", "evaluation_sheet using gin (lower(number) gin_trgm_ops)",
          "offer_by_words", "offer using gin (search_text gin_trgm_ops)",
          "contract_by_words", "contract using gin (number_key gin_trgm_ops)",
          "client_order_by_words",
              "client_order using gin (replace(lower(number), '-', ' ') gin_trgm_ops)");

  private final Connection connection;

  /**
   * @param connection one that commits each statement
   */
  Trigrams(Connection connection) {
    this.connection = connection;
  }

  /** Once for all schemas of the database, in the one that they share. */
  void createExtension() throws SQLException {
    if (!holds("select exists (select from pg_extension where extname = 'pg_trgm')")) {
      tryTo("create extension if not exists pg_trgm schema public");
    }
  }

  /**
   * After the tables are there.
   *
   * @param schema where the tables are; empty for the connection's own
   */
  void createIndexes(Optional<SchemaName> schema) throws SQLException {
    connection.setAutoCommit(false);
    try {
      for (Map.Entry<String, String> index : INDEXES.entrySet()) {
        if (schema.isPresent()) {
          lookInto(schema.get());
        }
        if (holds("select to_regoperator('<%(text,text)') is not null")) {
          tryTo("create index if not exists " + index.getKey() + " on " + index.getValue());
        }
        connection.commit();
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Until the transaction ends: the connection may be somebody else's. */
  private void lookInto(SchemaName schema) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('search_path', ?, true)")) {
      statement.setString(1, schema.value() + ",public");
      statement.execute();
    }
  }

  private boolean holds(String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private void tryTo(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      if (!NOT_HERE.contains(e.getSQLState())) {
        throw e;
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    }
  }
}
