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

  private static final Duration ANSWERING = Duration.ofSeconds(2);

  /** Settings of the session, for a pool that begins each connection with them. */
  String forSession() {
    return settings("set ");
  }

  /** Settings of the transaction under way, for connections that belong to somebody else. */
  String forTransaction() {
    return settings("set local ");
  }

  /**
   * After how long without an answer the server is given up, in whole seconds: when it should have
   * answered, if only to say that it was too long. A commit that waits for a standby is ended by
   * none of the server's own limits.
   */
  Duration untilGivenUp() {
    Duration longest = statement.compareTo(lock) > 0 ? statement : lock;
    return Duration.ofSeconds(longest.plus(ANSWERING).toSeconds() + 1);
  }

  private String settings(String set) {
    return "%slock_timeout = %d; %sstatement_timeout = %d; %sidle_in_transaction_session_timeout = %d"
        .formatted(
            set, lock.toMillis(), set, statement.toMillis(), set, idleInTransaction.toMillis());
  }
}
