package ro.parcurs.crm.work;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.validation.CommandValidator;

/**
 * How every use case runs: the command is checked whole, then carried out as one unit of work, at
 * most once per idempotency key. Thread-safe.
 */
public final class Work {

  private final CommandValidator validator;
  private final UnitOfWork unitOfWork;
  private final CommandResults results;

  @Inject
  public Work(CommandValidator validator, UnitOfWork unitOfWork, CommandResults results) {
    this.validator = validator;
    this.unitOfWork = unitOfWork;
    this.results = results;
  }

  /**
   * Carries out a command.
   *
   * @param body does the work and returns its result: a record, which can be kept with the caller's
   *     key
   * @return the body's result; with a key that was used before for the same command, the result of
   *     that first time
   * @throws InvalidInput with every fault of the command; nothing was begun then
   * @throws KeyReused when the key was used for another command
   * @throws RuntimeException what the body threw; nothing of it is kept
   */
  public <R> R inTransaction(Caller caller, Object command, Supplier<R> body) {
    validator.check(command);
    return unitOfWork.inTransaction(
        () -> caller.key().map(key -> once(caller, key, command, body)).orElseGet(body));
  }

  /** Answers a question, from one state of the stores. */
  public <R> R reading(Object query, Supplier<R> body) {
    validator.check(query);
    return unitOfWork.reading(body);
  }

  @SuppressWarnings("unchecked") // the result kept with a key is of the command's own use case
  private <R> R once(Caller caller, IdempotencyKey key, Object command, Supplier<R> body) {
    Optional<Object> first = results.claim(caller, key, command);
    if (first.isPresent()) {
      return (R) first.get();
    }
    R result = body.get();
    results.keep(key, result);
    return result;
  }
}
