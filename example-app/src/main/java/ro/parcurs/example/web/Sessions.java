package ro.parcurs.example.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The sessions of all browsers, in memory: a restart signs everybody out. Thread-safe. */
final class Sessions {

  /** A session that nobody used for so long is over. */
  static final Duration IDLE = Duration.ofHours(8);

  /** More sessions than this are not kept; the longest unused go first. */
  static final int MOST = 10_000;

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Clock clock;

  Sessions(Clock clock) {
    this.clock = clock;
  }

  /** A new session of a visitor who isn't signed in. */
  Session open() {
    return open(Optional.empty());
  }

  /** A new session of the user; the visitor's one ends, so that its id is worth nothing. */
  Session signIn(Session visitor, User user) {
    sessions.remove(visitor.id());
    return open(Optional.of(user));
  }

  void signOut(Session session) {
    sessions.remove(session.id());
  }

  /** The live session with that id. */
  Optional<Session> find(@Nullable String id) {
    Session session = id == null ? null : sessions.get(id);
    if (session == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (session.lastSeen().plus(IDLE).isBefore(now)) {
      sessions.remove(session.id());
      return Optional.empty();
    }
    session.seen(now);
    return Optional.of(session);
  }

  private Session open(Optional<User> user) {
    makeRoom();
    Session session = new Session(Secrets.next(), Secrets.next(), user, clock.instant());
    sessions.put(session.id(), session);
    return session;
  }

  private void makeRoom() {
    if (sessions.size() >= MOST) {
      sessions.values().stream()
          .sorted(
              Comparator.comparing((Session session) -> session.user().isPresent())
                  .thenComparing(Session::lastSeen))
          .limit(MOST / 10)
          .toList()
          .forEach(oldest -> sessions.remove(oldest.id()));
    }
  }
}
