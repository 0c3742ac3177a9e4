package ro.parcurs.crm.adapter.postgres;

import java.time.Duration;

/**
 * How long the database lets one piece of work go on before it ends it.
 *
 * @param lock waiting for a lock
 * @param statement one statement
 * @param idleInTransaction a transaction in which nothing happens
 */
record Timeouts(Duration lock, Duration statement, Duration idleInTransaction) {

  /** Settings of the session, for a pool that begins each connection with them. */
  String forSession() {
    return settings("set ");
  }

  /** Settings of the transaction under way, for connections that belong to somebody else. */
  String forTransaction() {
    return settings("set local ");
  }

  private String settings(String set) {
    return "%slock_timeout = %d; %sstatement_timeout = %d; %sidle_in_transaction_session_timeout = %d"
        .formatted(
            set, lock.toMillis(), set, statement.toMillis(), set, idleInTransaction.toMillis());
  }
}
