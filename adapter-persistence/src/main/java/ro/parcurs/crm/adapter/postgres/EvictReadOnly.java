package ro.parcurs.crm.adapter.postgres;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * After a switchover the pool may hold connections to a server that has become read-only and
 * answers the liveness check all the same; the first refused write throws the connection away. So
 * does the refusal to begin a transaction that writes; what else a server doesn't support costs a
 * new connection, and doesn't occur.
 */
final class EvictReadOnly implements SQLExceptionOverride {

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    String state = failure.getSQLState();
    return SqlFailures.READ_ONLY.equals(state) || SqlFailures.UNSUPPORTED.equals(state)
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
