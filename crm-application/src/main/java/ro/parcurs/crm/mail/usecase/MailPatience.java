package ro.parcurs.crm.mail.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import ro.parcurs.crm.mail.Sending;

/**
 * How long an attempt to send may take, and how long to wait after one that came to nothing. A wait
 * has a random length, so that messages which met a busy server together don't meet it together
 * again; its bound doubles each time. Thread-safe.
 */
public final class MailPatience {

  private static final int MOST_DOUBLINGS = 30;

  private final Duration firstWait;
  private final Duration longestWait;
  private final Duration giveUpAfter;
  private final Duration lease;
  private final Random random;

  /**
   * @param firstWait the bound of the first wait, from 2 ms; a wait is at least half its bound
   * @param longestWait what no bound exceeds
   * @param giveUpAfter when a sending has been tried for longer, it is given up
   * @param lease how long whoever has taken a sending has it before the end of the message is given
   *     to the server, and once more as long from then. Longer than the transport may take for
   *     either: one that is believed dead too early is tried again, or called perhaps sent, without
   *     need
   * @param random chooses the length of a wait
   */
  public MailPatience(
      Duration firstWait,
      Duration longestWait,
      Duration giveUpAfter,
      Duration lease,
      Random random) {
    if (firstWait.toMillis() < 2 || longestWait.compareTo(firstWait) < 0) {
      throw new IllegalArgumentException("waits of " + firstWait + " to " + longestWait);
    }
    if (giveUpAfter.isNegative() || lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("tried for " + giveUpAfter + ", held for " + lease);
    }
    this.firstWait = firstWait;
    this.longestWait = longestWait;
    this.giveUpAfter = giveUpAfter;
    this.lease = lease;
    this.random = random;
  }

  /** A minute at first and at most an hour, for two days; held for ten minutes. */
  public static MailPatience usual() {
    return new MailPatience(
        Duration.ofMinutes(1),
        Duration.ofHours(1),
        Duration.ofDays(2),
        Duration.ofMinutes(10),
        new Random());
  }

  /** Until when somebody who takes a sending now has it. */
  public Instant heldUntil(Instant now) {
    return now.plus(lease);
  }

  /** When it is tried again; empty when it was tried for long enough. */
  public Optional<Instant> nextAttempt(Sending sending, Instant now) {
    int doublings = Math.min(Math.max(sending.attempts() - 1, 0), MOST_DOUBLINGS);
    long bound = Math.min(longestWait.toMillis(), firstWait.toMillis() << doublings);
    if (bound <= 0) {
      bound = longestWait.toMillis();
    }
    Instant next = now.plusMillis(bound / 2 + random.nextLong(bound / 2 + 1));
    return Optional.of(next).filter(at -> !at.isAfter(sending.since().plus(giveUpAfter)));
  }
}
