package ro.parcurs.crm.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.timeline.TimelineEntryId;

/**
 * Makes each lead's timeline a chain: an entry has its place in it, and a SHA-256 over itself and
 * the one before; {@code timeline_head} has the end of each chain. Entries that are there already
 * are chained in the order in which they were written: in Java, because the hash is taken over a
 * form of the payload that SQL doesn't know.
 */
final class ChainMigration implements JavaMigration {

  private static final int ROWS_PER_BATCH = 1_000;

  /** Nobody writes meanwhile; a program of the version before can't write afterwards. */
  private static final String LOCK = "lock table timeline in access exclusive mode";

  private static final String BEGIN =
      """
      alter table timeline
        add column place bigint check (place >= 1),
        add column previous bytea check (length(previous) = 32),
        add column hash bytea check (length(hash) = 32);

      create table timeline_head (
        lead uuid primary key,
        length bigint not null check (length >= 0),
        hash bytea not null check (length(hash) = 32)
      );

      create index event_log_of_lead on event_log (lead, position) where lead is not null;
      """;

  private static final String OLD_ENTRIES =
      """
      select id, lead, pursuit, type, payload, changed_by, changed_by_name, changed_at
      from timeline
      order by lead, position
      """;

  private static final String CHAIN =
      """
      update timeline
      set place = ?, previous = decode(?, 'hex'), hash = decode(?, 'hex')
      where id = ?
      """;

  private static final String HEADS =
      """
      insert into timeline_head (lead, length, hash)
      select distinct on (lead) lead, place, hash
      from timeline
      order by lead, place desc
      """;

  private static final String FINISH =
      """
      alter table timeline
        alter column place set not null,
        alter column previous set not null,
        alter column hash set not null;
      create unique index timeline_in_chain on timeline (lead, place);
      drop index timeline_of_lead
      """;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("1.30");
  }

  @Override
  public String getDescription() {
    return "chain";
  }

  @Override
  public Integer getChecksum() {
    return 1;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(LOCK);
      statement.execute(BEGIN);
      chain(connection);
      statement.execute(HEADS);
      statement.execute(FINISH);
    }
  }

  private static void chain(Connection connection) throws SQLException {
    try (Statement old = connection.createStatement();
        PreparedStatement update = connection.prepareStatement(CHAIN)) {
      old.setFetchSize(ROWS_PER_BATCH);
      ResultSet rows = old.executeQuery(OLD_ENTRIES);
      ChainHead head = null;
      int waiting = 0;
      while (rows.next()) {
        TimelineRow entry = entry(rows);
        if (head == null || !head.lead().equals(entry.lead())) {
          head = ChainHead.ofNew(entry.lead());
        }
        ChainedRow row = ChainedRow.after(head, entry);
        head = row.head();
        update.setLong(1, row.place());
        update.setString(2, row.previous().value());
        update.setString(3, row.hash().value());
        update.setObject(4, entry.id().value());
        update.addBatch();
        if (++waiting == ROWS_PER_BATCH) {
          update.executeBatch();
          waiting = 0;
        }
      }
      update.executeBatch();
    }
  }

  private static TimelineRow entry(ResultSet rows) throws SQLException {
    @Nullable UUID pursuit = rows.getObject("pursuit", UUID.class);
    return new TimelineRow(
        new TimelineEntryId(rows.getObject("id", UUID.class)),
        new LeadId(rows.getObject("lead", UUID.class)),
        pursuit == null ? null : new PursuitId(pursuit),
        rows.getString("type"),
        rows.getString("payload"),
        new UserId(rows.getString("changed_by")),
        rows.getString("changed_by_name"),
        rows.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
