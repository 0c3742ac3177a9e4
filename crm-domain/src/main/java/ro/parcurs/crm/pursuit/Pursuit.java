package ro.parcurs.crm.pursuit;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.LeadId;

/**
 * One run through the four steps (spec section 1). Activating a lead begins it; it ends with a
 * contract, with a refusal, or is given up. Activating the lead again begins the next one.
 *
 * <p>Immutable: every method gives the changed copy.
 */
public final class Pursuit {

  private final Snapshot state;

  private Pursuit(Snapshot state) {
    this.state = state;
  }

  /**
   * Everything a pursuit is, for stores.
   *
   * @param number counts the pursuits of the lead, from 1
   * @param reason why the client said no; there exactly when the state is REFUSED
   */
  public record Snapshot(
      PursuitId id,
      LeadId lead,
      int number,
      PursuitState state,
      Optional<RefusalReason> reason,
      Stamp begun,
      Stamp changed,
      Version version) {

    public Snapshot {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(lead, "lead");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(begun, "begun");
      Objects.requireNonNull(changed, "changed");
      Objects.requireNonNull(version, "version");
      if (number < 1) {
        throw InvalidInput.of("number", "not-positive");
      }
      if (reason.isPresent() != (state == PursuitState.REFUSED)) {
        throw InvalidInput.of("reason", "required");
      }
    }
  }

  /** A pursuit as it was stored. */
  public static Pursuit rebuild(Snapshot snapshot) {
    return new Pursuit(snapshot);
  }

  /**
   * The lead was activated.
   *
   * @param before the lead's newest pursuit, if it had any
   */
  public static Pursuit begin(PursuitId id, LeadId lead, Optional<Pursuit> before, Stamp by) {
    int number = before.map(Pursuit::number).orElse(0) + 1;
    return new Pursuit(
        new Snapshot(
            id, lead, number, PursuitState.RUNNING, Optional.empty(), by, by, Version.NEW));
  }

  /**
   * @throws NoSuchTransition unless it is running
   */
  public Pursuit contracted(Stamp by) {
    return ended(PursuitMove.CONTRACT, PursuitState.CONTRACTED, Optional.empty(), by);
  }

  /**
   * @throws NoSuchTransition unless it is running
   */
  public Pursuit refused(RefusalReason reason, Stamp by) {
    return ended(PursuitMove.REFUSE, PursuitState.REFUSED, Optional.of(reason), by);
  }

  /**
   * @throws NoSuchTransition unless it is running
   */
  public Pursuit givenUp(Stamp by) {
    return ended(PursuitMove.GIVE_UP, PursuitState.GIVEN_UP, Optional.empty(), by);
  }

  public PursuitId id() {
    return state.id();
  }

  public LeadId lead() {
    return state.lead();
  }

  public int number() {
    return state.number();
  }

  public PursuitState state() {
    return state.state();
  }

  public Optional<RefusalReason> reason() {
    return state.reason();
  }

  public Stamp begun() {
    return state.begun();
  }

  public Stamp changed() {
    return state.changed();
  }

  public Version version() {
    return state.version();
  }

  public Snapshot snapshot() {
    return state;
  }

  private Pursuit ended(
      PursuitMove move, PursuitState end, Optional<RefusalReason> reason, Stamp by) {
    if (state() != PursuitState.RUNNING) {
      throw new NoSuchTransition(Subject.PURSUIT, state(), move);
    }
    return new Pursuit(
        new Snapshot(id(), lead(), number(), end, reason, state.begun(), by, version()));
  }
}
