package ro.parcurs.crm.pursuit;

import java.util.Objects;
import ro.parcurs.crm.actor.UserId;

/** A way to close a responsibility, with what that way needs. */
public sealed interface Closure {

  Outcome outcome();

  /**
   * The step is done.
   *
   * @param assignee who has the next step
   * @param deadline until when
   * @param expiryConfirmed that an expired offer stands all the same
   */
  record OpenNext(UserId assignee, Deadline deadline, boolean expiryConfirmed) implements Closure {
    public OpenNext {
      Objects.requireNonNull(assignee, "assignee");
      Objects.requireNonNull(deadline, "deadline");
    }

    @Override
    public Outcome outcome() {
      return Outcome.OPEN_NEXT;
    }
  }

  /**
   * Not now.
   *
   * @param until when the same step is due again
   */
  record Postponed(Deadline until) implements Closure {
    public Postponed {
      Objects.requireNonNull(until, "until");
    }

    @Override
    public Outcome outcome() {
      return Outcome.POSTPONED;
    }
  }

  /** The client said no. */
  record Refused(RefusalReason reason) implements Closure {
    public Refused {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }

  /** There is a contract. */
  record Completed() implements Closure {
    @Override
    public Outcome outcome() {
      return Outcome.COMPLETED;
    }
  }
}
