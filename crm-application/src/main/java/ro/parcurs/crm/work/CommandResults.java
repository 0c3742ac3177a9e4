package ro.parcurs.crm.work;

import java.time.Duration;
import java.util.Optional;

/**
 * The results of commands that were given with an idempotency key, kept in the same unit of work as
 * their effects. Called only inside a unit of work.
 */
public interface CommandResults {

  /**
   * Claims the key for the command. When another unit of work has claimed it and is still under
   * way, waits for its end.
   *
   * @return empty when the command is to be carried out now; otherwise the result of the first time
   * @throws KeyReused when the key was used for another command, or by another actor
   */
  Optional<Object> claim(Caller caller, IdempotencyKey key, Object command);

  /**
   * Forgets results that were claimed longer ago than that, the oldest first, by the store's own
   * clock. Their keys are free again: a command that is given once more is carried out once more.
   *
   * @param limit how many at most, from 1
   * @return how many were forgotten
   */
  int forget(Duration olderThan, int limit);

  /** Keeps the result of the command that the key was claimed for. */
  void keep(IdempotencyKey key, Object result);
}
