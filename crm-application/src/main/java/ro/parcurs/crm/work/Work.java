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
  private final Retries retries;

  @Inject
  public Work(
      CommandValidator validator, UnitOfWork unitOfWork, CommandResults results, Retries retries) {
    this.validator = validator;
    this.unitOfWork = unitOfWork;
    this.results = results;
    this.retries = retries;
  }

  /**
   * Carries out a command. When it lost a conflict with other work and isn't a part of a greater
   * unit, it is begun again as {@link Retries} says.
   *
   * @param body does the work and returns its result: a record, which can be kept with the caller's
   *     key; changes nothing but stores, so that it can be begun again
   * @return the body's result; with a key that was used before for the same command, the result of
   *     that first time
   * @throws InvalidInput with every fault of the command; nothing was begun then
   * @throws KeyReused when the key was used for another command
   * @throws RuntimeException what the body threw; nothing of it is kept
   */
  public <R> R inTransaction(Caller caller, Object command, Supplier<R> body) {
    validator.check(command);
    return begun(
        () ->
            unitOfWork.inTransaction(
                () -> caller.key().map(key -> once(caller, key, command, body)).orElseGet(body)));
  }

  /** Answers a question, from one state of the stores. */
  public <R> R reading(Object query, Supplier<R> body) {
    validator.check(query);
    return begun(() -> unitOfWork.reading(body));
  }

  /** A part of a greater unit can't be begun again alone: the whole is forgotten with it. */
  private <R> R begun(Supplier<R> unit) {
    return unitOfWork.isUnderWay() ? unit.get() : retries.run(unit);
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
