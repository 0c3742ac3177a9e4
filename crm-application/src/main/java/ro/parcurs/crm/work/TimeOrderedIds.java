package ro.parcurs.crm.work;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * Identities that begin with the time (UUID version 7, RFC 9562), so that indexes grow at one end.
 */
public final class TimeOrderedIds implements Ids {

  @Override
  public UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
