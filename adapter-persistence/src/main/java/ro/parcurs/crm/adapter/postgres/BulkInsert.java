package ro.parcurs.crm.adapter.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import ro.parcurs.crm.error.InvalidInput;

/**
 * Puts many rows into a table in which none of them can be yet, in the unit of work under way: with
 * COPY or, where they are few or the connection hides PostgreSQL's driver, with insertions of many
 * rows each. Thread-safe.
 */
final class BulkInsert {

  /** PostgreSQL's driver takes at most 65,535 parameters; half of them is as quick. */
  private static final int PARAMETERS = 32_000;

  private static final int BUFFER = 1 << 16;

  /** COPY takes more ways to the server and back than an insertion; from here on it is quicker. */
  private static final int WORTH_COPYING = 50;

  private final PostgresUnitOfWork unit;

  BulkInsert(PostgresUnitOfWork unit) {
    this.unit = unit;
  }

  /**
   * @throws InvalidInput {@code unreadable-character}, with the name of the component, when a text
   *     can't be stored
   */
  <R extends Record> void insert(TableColumns<R> columns, List<R> rows) {
    if (rows.isEmpty()) {
      return;
    }
    unit.write(
        connection ->
            put(
                connection,
                rows.size() >= WORTH_COPYING && connection.isWrapperFor(PGConnection.class),
                columns,
                rows));
  }

  static <R extends Record> void put(
      Connection connection, boolean copying, TableColumns<R> columns, List<R> rows)
      throws SQLException {
    if (copying) {
      copy(connection.unwrap(PGConnection.class), columns, rows);
    } else {
      insert(connection, columns, rows);
    }
  }

  // ---- COPY ----

  private static <R extends Record> void copy(
      PGConnection connection, TableColumns<R> columns, List<R> rows) throws SQLException {
    CopyIn copy =
        connection
            .getCopyAPI()
            .copyIn(
                "copy %s (%s) from stdin"
                    .formatted(columns.table(), String.join(", ", columns.names())));
    try {
      StringBuilder lines = new StringBuilder(BUFFER + BUFFER / 4);
      for (R row : rows) {
        appendLine(lines, columns.texts(row));
        if (lines.length() >= BUFFER) {
          send(copy, lines);
        }
      }
      send(copy, lines);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void send(CopyIn copy, StringBuilder lines) throws SQLException {
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    lines.setLength(0);
  }

  /** One row in the text format of COPY (PostgreSQL manual, COPY, "File Formats"). */
  static void appendLine(StringBuilder lines, @Nullable String[] texts) {
    for (int i = 0; i < texts.length; i++) {
      if (i > 0) {
        lines.append('\t');
      }
      String text = texts[i];
      if (text == null) {
        lines.append("\\N");
      } else {
        appendEscaped(lines, text);
      }
    }
    lines.append('\n');
  }

  private static void appendEscaped(StringBuilder lines, String text) {
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '\\' || (c > '\r' && c < '\\')) {
        continue;
      }
      char escaped =
          switch (c) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
          };
      if (escaped != 0) {
        lines.append(text, plain, i).append('\\').append(escaped);
        plain = i + 1;
      }
    }
    lines.append(text, plain, text.length());
  }

  // ---- INSERT ----

  private static <R extends Record> void insert(
      Connection connection, TableColumns<R> columns, List<R> rows) throws SQLException {
    int atOnce = Math.max(1, PARAMETERS / columns.names().size());
    for (int from = 0; from < rows.size(); from += atOnce) {
      List<R> some = rows.subList(from, Math.min(from + atOnce, rows.size()));
      try (PreparedStatement statement =
          connection.prepareStatement(insertion(columns, some.size()))) {
        int parameter = 0;
        for (R row : some) {
          for (String text : columns.texts(row)) {
            // Of an unknown type: the server reads it as what the column is.
            statement.setObject(++parameter, text, Types.OTHER);
          }
        }
        statement.executeUpdate();
      }
    }
  }

  private static String insertion(TableColumns<?> columns, int rows) {
    String row = "(" + String.join(", ", Collections.nCopies(columns.names().size(), "?")) + ")";
    return "insert into %s (%s) values %s"
        .formatted(
            columns.table(),
            String.join(", ", columns.names()),
            String.join(", ", Collections.nCopies(rows, row)));
  }
}
