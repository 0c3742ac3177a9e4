package ro.parcurs.crm.adapter.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import ro.parcurs.crm.work.OutcomeUnknown;
import ro.parcurs.crm.work.StoreBusy;
import ro.parcurs.crm.work.StoreFailure;
import ro.parcurs.crm.work.StoreFault;
import ro.parcurs.crm.work.StoreUnavailable;

/**
 * What a failure of the database means to the caller, by its SQLSTATE (PostgreSQL manual, appendix
 * A).
 */
final class SqlFailures {

  /** SQL standard: it is not known how the transaction ended. */
  static final String TRANSACTION_RESOLUTION_UNKNOWN = "08007";

  /** PostgreSQL: there is no such schema; also one that is not as this program needs it. */
  static final String INVALID_SCHEMA = "3F000";

  /** The server is a standby, or the transaction one that only reads. */
  static final String READ_ONLY = "25006";

  /** The server can't do that: a standby can't begin a transaction that writes. */
  static final String UNSUPPORTED = "0A000";

  private static final String UNIQUE_VIOLATION = "23505";

  private SqlFailures() {}

  /** A failure of a statement: whatever the transaction had done is, or will be, rolled back. */
  static RuntimeException ofStatement(RuntimeException failure) {
    return sqlCause(failure)
        .<RuntimeException>map(cause -> known(cause, state(cause)))
        .orElse(failure);
  }

  /**
   * A failure of the commit. The server's own answer that it refused is a failure like that of any
   * statement; where its answer was lost, or was only half a yes, the outcome is unknown.
   */
  static RuntimeException ofCommit(RuntimeException failure) {
    Optional<SQLException> cause = sqlCause(failure);
    if (cause.isEmpty()) {
      return failure;
    }
    String state = state(cause.get());
    boolean answerLost =
        state.isEmpty()
            || state.startsWith("08")
            || state.startsWith("57P")
            || cause.get().getCause() instanceof IOException;
    return answerLost
        ? new OutcomeUnknown(
            "the connection was lost while the work was being confirmed; it may have been kept",
            cause.get())
        : onceOnly(known(cause.get(), state));
  }

  /** A commit is never sent again by the program itself, however it was refused. */
  private static StoreFailure onceOnly(StoreFailure failure) {
    return failure instanceof StoreBusy busy && busy.isOver()
        ? new StoreBusy(String.valueOf(busy.getMessage()), busy)
        : failure;
  }

  /** Whether a statement failed because another row has the key that it was to write. */
  static boolean isCollision(StoreFault fault) {
    return fault.getCause() instanceof SQLException cause && state(cause).equals(UNIQUE_VIOLATION);
  }

  private static StoreFailure known(SQLException cause, String state) {
    if (cause instanceof SQLTransientConnectionException) {
      return new StoreUnavailable("no connection to the database is free", cause);
    }
    return switch (state) {
      case "55P03" -> new StoreBusy("waited too long for a lock", cause);
      case "40P01" -> StoreBusy.conflict("two pieces of work waited for each other", cause);
      case "40001" -> StoreBusy.conflict("other work changed the same data meanwhile", cause);
      case "57014" -> new StoreBusy("a statement took longer than allowed", cause);
      case "25P03" -> new StoreUnavailable("the work stood still for longer than allowed", cause);
      case READ_ONLY ->
          new StoreUnavailable("the database server or the transaction is read-only", cause);
      case "53300" -> new StoreUnavailable("the database server takes no more connections", cause);
      case "25P02" ->
          new StoreFault("the transaction has failed already, and can only be rolled back", cause);
      case INVALID_SCHEMA -> new StoreFault(String.valueOf(cause.getMessage()), cause);
      default ->
          state.isEmpty()
                  || state.startsWith("08")
                  || state.startsWith("57P")
                  || cause.getCause() instanceof IOException
              ? new StoreUnavailable("the database cannot be reached", cause)
              : new StoreFault("the database refused, SQLSTATE " + state, cause);
    };
  }

  private static String state(SQLException failure) {
    String state = failure.getSQLState();
    return state == null ? "" : state;
  }

  private static Optional<SQLException> sqlCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
