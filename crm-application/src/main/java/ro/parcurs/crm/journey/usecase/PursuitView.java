package ro.parcurs.crm.journey.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.PursuitState;
import ro.parcurs.crm.pursuit.RefusalReason;

/**
 * A pursuit, as shown.
 *
 * @param reason why the client said no
 * @param responsibilities the one opened last first
 */
public record PursuitView(
    PursuitId id,
    int number,
    PursuitState state,
    Optional<RefusalReason> reason,
    Stamp begun,
    List<ResponsibilityView> responsibilities) {

  public PursuitView {
    responsibilities = List.copyOf(responsibilities);
  }
}
