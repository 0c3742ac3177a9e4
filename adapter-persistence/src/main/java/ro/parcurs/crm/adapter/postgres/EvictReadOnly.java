package ro.parcurs.crm.adapter.postgres;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * After a switchover the pool may hold connections to a server that has become read-only and
 * answers the liveness check all the same; the first refused write throws the connection away.
 */
final class EvictReadOnly implements SQLExceptionOverride {

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return "25006".equals(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
