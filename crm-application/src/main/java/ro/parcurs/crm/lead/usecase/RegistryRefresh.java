package ro.parcurs.crm.lead.usecase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.lead.LeadId;

/**
 * A run through all active leads in which the registry is asked what became of their companies. It
 * goes on from its cursor after any interruption. Immutable.
 *
 * @param started by whom, and when
 * @param total how many leads there were to ask about when it began; later ones are asked about too
 * @param done how many were asked about, whatever came of it
 * @param changed of these, how many became something else
 * @param failed of these, how many the registry knew nothing of, or answered wrongly about
 * @param cursor the last lead that was asked about, in the order of identities
 * @param busyUntil until when somebody is at it, or it waits for the registry; nobody else goes on
 *     before
 */
public record RegistryRefresh(
    RegistryRefreshId id,
    Stamp started,
    RefreshState state,
    long total,
    long done,
    long changed,
    long failed,
    Optional<LeadId> cursor,
    Optional<Instant> busyUntil,
    Version version) {

  public RegistryRefresh {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(cursor, "cursor");
    busyUntil = busyUntil.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
    Objects.requireNonNull(version, "version");
    if (done < 0 || changed < 0 || failed < 0 || changed + failed > done) {
      throw new IllegalArgumentException(
          done + " done, " + changed + " changed, " + failed + " failed");
    }
  }

  /** One that is about to begin. */
  static RegistryRefresh start(RegistryRefreshId id, long total, Stamp by) {
    return new RegistryRefresh(
        id,
        by,
        RefreshState.RUNNING,
        total,
        0,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Version.NEW);
  }

  public boolean isRunning() {
    return state == RefreshState.RUNNING;
  }

  /** Whether somebody is at it, or it waits. */
  public boolean isBusy(Instant now) {
    return busyUntil.filter(until -> until.isAfter(now)).isPresent();
  }

  /** Taken in hand, or left alone, until then. */
  RegistryRefresh busyUntil(Optional<Instant> until) {
    return new RegistryRefresh(
        id, started, state, total, done, changed, failed, cursor, until, version);
  }

  /** Further, up to the lead. */
  RegistryRefresh advanced(LeadId to, long more, long moreChanged, long moreFailed) {
    return new RegistryRefresh(
        id,
        started,
        state,
        Math.max(total, done + more),
        done + more,
        changed + moreChanged,
        failed + moreFailed,
        Optional.of(to),
        Optional.empty(),
        version);
  }

  /** Over; what is over already stays as it ended. */
  RegistryRefresh ended(RefreshState end) {
    RefreshState last = isRunning() ? end : state;
    return new RegistryRefresh(
        id, started, last, total, done, changed, failed, cursor, Optional.empty(), version);
  }
}
