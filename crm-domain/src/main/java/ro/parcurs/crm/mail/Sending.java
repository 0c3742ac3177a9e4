package ro.parcurs.crm.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;

/**
 * One message with an offer or about a meeting, and what became of it (spec section 7: "queued,
 * sent (when, message id), failed (why), retried. Never lost, never sent twice by the system's own
 * doing").
 *
 * <p>It is queued with everything that it says. Whoever takes it has it for some time; after that
 * it is anybody's again. That the end of the message is given to the server next is said
 * beforehand: what breaks off before is tried again, what breaks off after was perhaps sent, and a
 * person decides.
 *
 * <p>Immutable: every method gives the changed copy.
 *
 * @param key names the intention: nothing is queued twice under the same key
 * @param file what was attached, by its digest; it outlives the file
 * @param attempts how many were begun
 * @param due queued: when it is tried; under way: until when whoever has taken it has it; else when
 *     it ended
 * @param trouble what was in the way the last time
 * @param answer what the server said to that; may name addresses
 * @param since since when it is being tried: queued, or sent again by a person
 */
public record Sending(
    SendingId id,
    LeadId lead,
    PursuitId pursuit,
    Matter matter,
    String key,
    MessageId messageId,
    Sha256 file,
    SendingState state,
    int attempts,
    Instant due,
    Optional<Trouble> trouble,
    Optional<String> answer,
    Instant since,
    Stamp queued,
    Version version) {

  public static final int MAX_ANSWER = 500;

  public Sending {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(lead, "lead");
    Objects.requireNonNull(pursuit, "pursuit");
    Objects.requireNonNull(matter, "matter");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(trouble, "trouble");
    due = due.truncatedTo(ChronoUnit.MICROS);
    since = since.truncatedTo(ChronoUnit.MICROS);
    answer = answer.map(Sending::kept).filter(said -> !said.isEmpty());
    Objects.requireNonNull(queued, "queued");
    Objects.requireNonNull(version, "version");
    if (attempts < 0) {
      throw new IllegalArgumentException(attempts + " attempts");
    }
  }

  /** A new one, due at once. */
  public static Sending queue(
      SendingId id,
      LeadId lead,
      PursuitId pursuit,
      Matter matter,
      String key,
      MessageId messageId,
      Sha256 file,
      Stamp by) {
    return new Sending(
        id,
        lead,
        pursuit,
        matter,
        key,
        messageId,
        file,
        SendingState.QUEUED,
        0,
        by.at(),
        Optional.empty(),
        Optional.empty(),
        by.at(),
        by,
        Version.NEW);
  }

  // ---- an attempt ----

  /** Somebody begins an attempt, and has it until then. */
  public Sending take(Instant until) {
    return with(after(SendingMove.TAKE), attempts + 1, until, trouble, answer, since);
  }

  /** The end of the message is given to the server next; the answer may take until then. */
  public Sending handOver(Instant until) {
    return with(after(SendingMove.HAND_OVER), attempts, until, trouble, answer, since);
  }

  /** The server has taken it. */
  public Sending deliver(Optional<String> said, Instant now) {
    return with(after(SendingMove.DELIVER), attempts, now, Optional.empty(), said, since);
  }

  /** It is tried again then. */
  public Sending delay(Trouble why, Optional<String> said, Instant next) {
    return with(after(SendingMove.DELAY), attempts, next, Optional.of(why), said, since);
  }

  /** It is not tried again. */
  public Sending giveUp(Trouble why, Optional<String> said, Instant now) {
    return with(after(SendingMove.GIVE_UP), attempts, now, Optional.of(why), said, since);
  }

  /** Nobody knows whether the server has taken it. */
  public Sending loseSight(Trouble why, Optional<String> said, Instant now) {
    return with(after(SendingMove.LOSE_SIGHT), attempts, now, Optional.of(why), said, since);
  }

  // ---- a person decides ----

  /** A person says that it has arrived. */
  public Sending confirm(Instant now) {
    return with(after(SendingMove.CONFIRM), attempts, now, Optional.empty(), answer, since);
  }

  /** The same message goes once more. */
  public Sending sendAgain(Instant now) {
    return with(after(SendingMove.SEND_AGAIN), attempts, now, trouble, answer, now);
  }

  /** It is left alone, whether or not it was perhaps sent. */
  public Sending drop(Instant now) {
    return with(after(SendingMove.DROP), attempts, now, trouble, answer, since);
  }

  /** Whom it was to go to is to be forgotten; what was not sent yet is given up. */
  public Sending forget(Instant now) {
    boolean stops = state == SendingState.QUEUED || state == SendingState.SENDING;
    Sending left = stops ? giveUp(Trouble.ERASED, Optional.empty(), now) : this;
    return left.with(left.state, attempts, left.due, left.trouble, Optional.empty(), since);
  }

  // ---- what it is ----

  /** The version that it has once this copy is stored. */
  public Sending stored() {
    return new Sending(
        id,
        lead,
        pursuit,
        matter,
        key,
        messageId,
        file,
        state,
        attempts,
        due,
        trouble,
        answer,
        since,
        queued,
        version.next());
  }

  /**
   * Insists that nobody has changed it since.
   *
   * @throws ConcurrentChange when somebody, or an attempt, has
   */
  public void requireSeen(Version seen) {
    if (!version.equals(seen)) {
      throw new ConcurrentChange(
          Subject.SENDING, id, new Stamp(queued.by(), queued.name(), queued.at()));
    }
  }

  private SendingState after(SendingMove move) {
    return state.after(move).orElseThrow(() -> new NoSuchTransition(Subject.SENDING, state, move));
  }

  private Sending with(
      SendingState next,
      int begun,
      Instant when,
      Optional<Trouble> why,
      Optional<String> said,
      Instant from) {
    return new Sending(
        id, lead, pursuit, matter, key, messageId, file, next, begun, when, why, said, from, queued,
        version);
  }

  /** On one line, and no longer than is worth keeping. */
  private static String kept(String said) {
    String line = Lines.joined(said);
    return line.length() > MAX_ANSWER ? Lines.joined(line.substring(0, MAX_ANSWER)) : line;
  }
}
