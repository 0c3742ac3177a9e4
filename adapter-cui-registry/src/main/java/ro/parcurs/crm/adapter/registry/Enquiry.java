package ro.parcurs.crm.adapter.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;

/** A question under way about one company, shared by all who ask it. Thread-safe. */
final class Enquiry {

  private final Cui code;
  private final CompletableFuture<RegistryAnswer> answer = new CompletableFuture<>();
  private volatile Optional<RegistryAnswer> trouble = Optional.empty();

  Enquiry(Cui code) {
    this.code = code;
  }

  /** One that is answered already. */
  static Enquiry answered(Cui code, RegistryAnswer answer) {
    Enquiry enquiry = new Enquiry(code);
    enquiry.answer(answer);
    return enquiry;
  }

  Cui code() {
    return code;
  }

  void answer(RegistryAnswer given) {
    answer.complete(given);
  }

  /** What is to be told to who can't wait any longer, once it has been asked. */
  void trouble(RegistryAnswer soFar) {
    trouble = Optional.of(soFar);
  }

  /** What the trouble is; empty while it has not been asked yet. */
  Optional<RegistryAnswer> trouble() {
    return trouble;
  }

  /**
   * The answer; empty when it doesn't come in time.
   *
   * @param patience none when negative
   */
  Optional<RegistryAnswer> await(Duration patience) {
    try {
      return Optional.of(answer.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new RegistryAnswer.Unavailable());
    } catch (ExecutionException e) {
      throw new IllegalStateException("an enquiry never fails", e);
    }
  }
}
