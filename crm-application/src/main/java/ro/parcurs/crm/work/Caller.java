package ro.parcurs.crm.work;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.actor.Actor;

/**
 * Who gives a command and, where they want it done at most once, under which key.
 *
 * <pre>{@code crm.leads().activate(Caller.of(actor).once(formToken), command)}</pre>
 */
public record Caller(Actor actor, Optional<IdempotencyKey> key) {

  public Caller {
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(key, "key");
  }

  /** A caller without a key: each call is carried out. */
  public static Caller of(Actor actor) {
    return new Caller(actor, Optional.empty());
  }

  /** The same caller, with the command carried out at most once under the key. */
  public Caller once(String key) {
    return new Caller(actor, Optional.of(new IdempotencyKey(key)));
  }
}
