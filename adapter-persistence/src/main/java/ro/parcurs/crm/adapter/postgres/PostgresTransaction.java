package ro.parcurs.crm.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.transaction.Transaction;
import org.apache.ibatis.transaction.TransactionFactory;
import org.jspecify.annotations.Nullable;

/**
 * A transaction on a connection that is taken from the pool at the first statement. A connection
 * whose transaction did not come to its end is given back as it is, so that the pool rolls it back:
 * it is never switched to auto-commit, which would commit.
 */
final class PostgresTransaction implements Transaction {

  /** A moment of its own, so that several questions get answers that fit together. */
  private static final String READING = "set transaction isolation level repeatable read read only";

  private static final String WRITING = "set transaction isolation level read committed read write";

  private final DataSource dataSource;
  private final String beginning;
  private final Optional<Companies> companies;
  private @Nullable Connection connection;
  private boolean ended;

  private PostgresTransaction(
      DataSource dataSource, String beginning, Optional<Companies> companies) {
    this.dataSource = dataSource;
    this.beginning = beginning;
    this.companies = companies;
  }

  /**
   * @param beginning what every transaction begins with, besides its kind; may be empty
   * @param companies from which each transaction has the one it is for; empty where there is but
   *     one
   */
  static TransactionFactory factory(
      DataSource dataSource, String beginning, Optional<Companies> companies) {
    return new TransactionFactory() {
      @Override
      public Transaction newTransaction(Connection connection) {
        return new HostTransaction(connection, companies);
      }

      @Override
      public Transaction newTransaction(
          DataSource ignored, TransactionIsolationLevel level, boolean autoCommit) {
        String kind = level == TransactionIsolationLevel.REPEATABLE_READ ? READING : WRITING;
        return new PostgresTransaction(
            dataSource, beginning.isEmpty() ? kind : kind + "; " + beginning, companies);
      }
    };
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (connection == null) {
      Connection opened = dataSource.getConnection();
      connection = opened;
      opened.setAutoCommit(false);
      begin(opened);
      if (companies.isPresent()) {
        companies.get().enter(opened, companies.get().chosen());
      }
    }
    return connection;
  }

  private void begin(Connection opened) throws SQLException {
    try (Statement statement = opened.createStatement()) {
      statement.execute(beginning);
    } catch (SQLException e) {
      // So a standby answers the wish to write.
      throw SqlFailures.UNSUPPORTED.equals(e.getSQLState())
          ? new SQLException(e.getMessage(), SqlFailures.READ_ONLY, e)
          : e;
    }
  }

  @Override
  public void commit() throws SQLException {
    if (connection != null) {
      connection.clearWarnings();
      connection.commit();
      ended = true;
      SQLWarning warning = connection.getWarnings();
      if (warning != null) {
        // A commit that gave up waiting for a synchronous standby succeeds with a warning.
        throw new SQLException(
            "committed with a warning: " + warning.getMessage(),
            SqlFailures.TRANSACTION_RESOLUTION_UNKNOWN,
            warning);
      }
    }
  }

  @Override
  public void rollback() throws SQLException {
    if (connection != null) {
      connection.rollback();
      ended = true;
    }
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      try (Connection closing = connection) {
        if (ended && !closing.isClosed()) {
          closing.setAutoCommit(true);
        }
      }
    }
  }

  @Override
  public @Nullable Integer getTimeout() {
    return null;
  }
}
