package ro.parcurs.crm.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * The companies that share a database, each in a schema of its own, and which of them a thread
 * works for. A transaction enters its company by a setting that ends with the transaction, so a
 * connection that goes back to its pool belongs to nobody.
 */
final class Companies {

  /** Where extensions are; it comes after the company's own schema, and is no company. */
  private static final String SHARED = "public";

  private static final String ENTER =
      "select set_config('search_path', ?, true), to_regclass(?) is not null";

  private static final String VERSION =
      "select version from "
          + Migrations.HISTORY
          + " where success and version is not null order by installed_rank desc limit 1";

  private final MigrationVersion newest;
  private final Set<SchemaName> upToDate = ConcurrentHashMap.newKeySet();

  /** Each adapter has its own, so that two databases in one process don't share a company. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable SchemaName> chosen = new ThreadLocal<>();

  /**
   * @param newest the version of the schema that this program is made for
   */
  Companies(MigrationVersion newest) {
    this.newest = newest;
  }

  /**
   * The company of that name, whether it is there or not.
   *
   * @throws IllegalArgumentException when no company can have the name
   */
  static SchemaName named(String name) {
    SchemaName company = new SchemaName(name);
    if (name.equals(SHARED) || name.equals("information_schema") || name.startsWith("pg_")) {
      throw new IllegalArgumentException("not a schema of a company: " + name);
    }
    return company;
  }

  /** Runs the body for the company, then goes back to the one before. */
  <T> T inCompany(SchemaName company, Supplier<T> body) {
    SchemaName before = chosen.get();
    chosen.set(company);
    try {
      return body.get();
    } finally {
      if (before == null) {
        chosen.remove();
      } else {
        chosen.set(before);
      }
    }
  }

  /**
   * The company that this thread works for.
   *
   * @throws IllegalStateException when none was chosen
   */
  SchemaName chosen() {
    SchemaName company = chosen.get();
    if (company == null) {
      throw new IllegalStateException(
          "no company was chosen: every unit of work and every question belongs inside inCompany");
    }
    return company;
  }

  /** Lets the transaction under way on the connection be the company's until it ends. */
  void enter(Connection connection, SchemaName company) throws SQLException {
    try (PreparedStatement entering = connection.prepareStatement(ENTER)) {
      entering.setString(1, company + ", " + SHARED);
      entering.setString(2, company + "." + Migrations.HISTORY);
      try (ResultSet entered = entering.executeQuery()) {
        entered.next();
        if (!entered.getBoolean(2)) {
          // Without its tables the path would lead to those of the shared schema, if there are any.
          throw refusal("there is no company \"%s\"; migrate it first".formatted(company));
        }
      }
    }
    if (!upToDate.contains(company)) {
      requireVersion(connection, company);
      upToDate.add(company);
    }
  }

  private void requireVersion(Connection connection, SchemaName company) throws SQLException {
    try (PreparedStatement asking = connection.prepareStatement(VERSION);
        ResultSet answer = asking.executeQuery()) {
      MigrationVersion current =
          answer.next()
              ? MigrationVersion.fromVersion(answer.getString(1))
              : MigrationVersion.EMPTY;
      int difference = current.compareTo(newest);
      if (difference > 0) {
        throw refusal("company \"%s\": %s".formatted(company, Migrations.newer(current, newest)));
      }
      if (difference < 0) {
        throw refusal(
            "company \"%s\" is at version %s, older than %s, which this program needs; migrate it first"
                .formatted(company, current, newest));
      }
    }
  }

  private static SQLException refusal(String message) {
    return new SQLException(message, SqlFailures.INVALID_SCHEMA);
  }
}
