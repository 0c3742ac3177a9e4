package ro.parcurs.crm.work;

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

  /** Keeps the result of the command that the key was claimed for. */
  void keep(IdempotencyKey key, Object result);
}
