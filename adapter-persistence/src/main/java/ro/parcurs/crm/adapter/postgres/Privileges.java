package ro.parcurs.crm.adapter.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the role of the application may do with the tables, which belong to another one: it reads
 * and writes, but what is told once it can't take back.
 */
final class Privileges {

  /** The tables to which rows are only ever added. */
  static final List<String> INSERT_ONLY = List.of("timeline", "event_log", "event_place");

  /** Only the migrations of the owner write it. */
  private static final String HISTORY = "crm_schema_history";

  /** Statements that give the role what it needs, and nothing more. */
  private static final String GRANTS =
      """
      select format('grant usage on schema %I to %I', n.nspname, r.rolname)
      from pg_namespace n, pg_roles r
      where n.nspname = ? and r.rolname = ?
      union all
      select format('revoke all on %1$I.%2$I from %3$I; revoke all on %1$I.%2$I from public; grant '
          || case
            when c.relname = ? then 'select'
            when c.relname = any(?) then 'select, insert'
            else 'select, insert, update, delete'
          end
          || ' on %1$I.%2$I to %3$I', n.nspname, c.relname, r.rolname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles r
      where n.nspname = ? and r.rolname = ? and c.relkind in ('r', 'p')
        and pg_get_userbyid(c.relowner) = current_user
      """;

  /**
   * What the role can do all the same: by belonging to another role, or because it always could.
   */
  private static final String LEAKS =
      """
      select c.relname, concat_ws(', ',
        case when r.rolsuper then 'it is a superuser' end,
        case when pg_has_role(r.oid, c.relowner, 'member') then 'it owns the table' end,
        case when pg_has_role(r.oid, n.nspowner, 'member') then 'it owns the schema' end,
        case when has_any_column_privilege(r.oid, c.oid, 'update') then 'it may update' end,
        case when has_table_privilege(r.oid, c.oid, 'delete') then 'it may delete' end,
        case when has_table_privilege(r.oid, c.oid, 'truncate') then 'it may truncate' end,
        case when has_table_privilege(r.oid, c.oid, 'trigger') then 'it may make triggers' end)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles r
      where n.nspname = ? and r.rolname = ? and c.relname = any(?)
      order by c.relname
      """;

  private Privileges() {}

  /**
   * Gives the role its rights on every table of the connection's user in the schema.
   *
   * @throws IllegalStateException when there is no such role, or it could change the timeline all
   *     the same
   */
  static void grant(Connection owner, String schema, String role) throws SQLException {
    boolean autoCommit = owner.getAutoCommit();
    owner.setAutoCommit(false);
    try (Statement statement = owner.createStatement()) {
      for (String grant : grants(owner, schema, role)) {
        statement.execute(grant);
      }
      requireProtection(owner, schema, role);
      owner.commit();
    } finally {
      owner.rollback();
      owner.setAutoCommit(autoCommit);
    }
  }

  private static List<String> grants(Connection owner, String schema, String role)
      throws SQLException {
    try (PreparedStatement query = owner.prepareStatement(GRANTS)) {
      query.setString(1, schema);
      query.setString(2, role);
      query.setString(3, HISTORY);
      query.setArray(4, insertOnly(owner));
      query.setString(5, schema);
      query.setString(6, role);
      ResultSet rows = query.executeQuery();
      List<String> grants = new ArrayList<>();
      while (rows.next()) {
        grants.add(rows.getString(1));
      }
      if (grants.isEmpty()) {
        throw new IllegalStateException("there is no role \"%s\"".formatted(role));
      }
      return grants;
    }
  }

  private static void requireProtection(Connection owner, String schema, String role)
      throws SQLException {
    try (PreparedStatement query = owner.prepareStatement(LEAKS)) {
      query.setString(1, schema);
      query.setString(2, role);
      query.setArray(3, insertOnly(owner));
      ResultSet rows = query.executeQuery();
      while (rows.next()) {
        if (!rows.getString(2).isEmpty()) {
          throw new IllegalStateException(
              "the role \"%s\" could change the table %s: %s"
                  .formatted(role, rows.getString(1), rows.getString(2)));
        }
      }
    }
  }

  private static Array insertOnly(Connection connection) throws SQLException {
    return connection.createArrayOf("text", INSERT_ONLY.toArray());
  }
}
