package ro.parcurs.crm.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import org.apache.ibatis.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work inside a transaction of the embedding application: a savepoint, set at the first
 * statement. It never commits, and leaves the connection as it was.
 */
final class HostTransaction implements Transaction {

  private final Connection connection;
  private final Optional<Companies> companies;
  private @Nullable Savepoint savepoint;
  private @Nullable String pathBefore;

  HostTransaction(Connection connection, Optional<Companies> companies) {
    this.connection = connection;
    this.companies = companies;
  }

  /**
   * The connection, when there is a transaction on it that can be joined.
   *
   * @throws IllegalArgumentException when it is closed or commits each statement by itself
   */
  static Connection requireTransaction(Connection connection) {
    try {
      if (connection.isClosed()) {
        throw new IllegalArgumentException("the connection is closed; there is nothing to join");
      }
      if (connection.getAutoCommit()) {
        throw new IllegalArgumentException(
            "the connection is in auto-commit mode; switch that off to begin a transaction");
      }
      return connection;
    } catch (SQLException e) {
      throw SqlFailures.ofStatement(new IllegalStateException("the connection is not usable", e));
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (savepoint == null) {
      savepoint = connection.setSavepoint();
      if (companies.isPresent()) {
        pathBefore = path();
        companies.get().enter(connection, companies.get().chosen());
      }
    }
    return connection;
  }

  @Override
  public void commit() throws SQLException {
    if (savepoint != null) {
      if (pathBefore != null) {
        restore(pathBefore);
      }
      connection.releaseSavepoint(savepoint);
      savepoint = null;
    }
  }

  @Override
  public void rollback() throws SQLException {
    if (savepoint != null) {
      // This takes the settings back, too.
      connection.rollback(savepoint);
      connection.releaseSavepoint(savepoint);
      savepoint = null;
    }
  }

  /** The connection and its transaction are the host's. */
  @Override
  public void close() {}

  @Override
  public @Nullable Integer getTimeout() {
    return null;
  }

  private String path() throws SQLException {
    try (PreparedStatement asking =
            connection.prepareStatement("select current_setting('search_path')");
        ResultSet path = asking.executeQuery()) {
      path.next();
      return path.getString(1);
    }
  }

  private void restore(String path) throws SQLException {
    try (PreparedStatement restoring =
        connection.prepareStatement("select set_config('search_path', ?, true)")) {
      restoring.setString(1, path);
      restoring.execute();
    }
  }
}
