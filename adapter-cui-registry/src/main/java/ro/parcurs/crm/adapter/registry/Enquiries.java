package ro.parcurs.crm.adapter.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Anaf;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;

/**
 * The questions to the service: those that wait are asked together, one request after another, by
 * one thread; a code that is being asked isn't asked again. Answers are kept. Thread-safe.
 */
final class Enquiries implements AutoCloseable {

  /** Whether somebody sits before a form and waits. */
  enum Urgency {
    URGENT,
    PATIENT
  }

  /** What asks the service. */
  interface Service {
    Reply ask(Collection<Cui> codes) throws InterruptedException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Enquiries.class);

  /** More than can be asked in an hour's quarter; whoever comes then is told to come later. */
  private static final int MAX_WAITING = 50_000;

  private final Anaf configuration;
  private final Service service;
  private final Pacer pacer;
  private final CircuitBreaker breaker;
  private final Cache<Cui, RegistryAnswer> found;
  private final Cache<Cui, RegistryAnswer> notFound;

  private final Object lock = new Object();
  private final Map<Cui, Enquiry> underWay = new HashMap<>();
  private final Deque<Enquiry> urgent = new ArrayDeque<>();
  private final Deque<Enquiry> patient = new ArrayDeque<>();

  /** What came of the last request; empty when that was an answer. */
  private Optional<RegistryAnswer> lastTrouble = Optional.empty();

  private boolean asking;

  /** Whether questions that can wait went along with the last request. */
  private boolean patientWent;

  /** When the request under way began, by {@code System.nanoTime}; 0 for none. */
  private long requestSince;

  private boolean closed;
  private @Nullable Thread thread;

  Enquiries(Anaf configuration, Service service) {
    this.configuration = configuration;
    this.service = service;
    this.pacer = Pacer.of(configuration.service());
    this.breaker = breaker(configuration.breaker());
    this.found = cache(configuration.keeping().found());
    this.notFound = cache(configuration.keeping().notFound());
  }

  private static CircuitBreaker breaker(RegistryAdapter.Breaker settings) {
    return CircuitBreaker.of(
        "company-registry",
        CircuitBreakerConfig.custom()
            .slidingWindow(settings.requests(), settings.requests(), SlidingWindowType.COUNT_BASED)
            .failureRateThreshold(settings.failed())
            .waitDurationInOpenState(settings.pause())
            .permittedNumberOfCallsInHalfOpenState(1)
            .build());
  }

  private Cache<Cui, RegistryAnswer> cache(Duration keeping) {
    return Caffeine.newBuilder()
        .maximumSize(configuration.keeping().companies())
        .expireAfterWrite(keeping)
        .executor(Runnable::run)
        .build();
  }

  /** What is known of the company without asking. */
  Optional<RegistryAnswer> recall(Cui code) {
    return Optional.ofNullable(found.getIfPresent(code))
        .or(() -> Optional.ofNullable(notFound.getIfPresent(code)));
  }

  /** Asks, unless the same is being asked. */
  Enquiry ask(Cui code, Urgency urgency) {
    synchronized (lock) {
      return enquiry(code, urgency);
    }
  }

  /** Asks, unless the same is being asked or the answer is known. */
  Enquiry askUnlessKnown(Cui code, Urgency urgency) {
    synchronized (lock) {
      // Inside the lock, so that nobody misses an answer that comes just now and asks again.
      return recall(code)
          .map(answer -> Enquiry.answered(code, answer))
          .orElseGet(() -> enquiry(code, urgency));
    }
  }

  private Enquiry enquiry(Cui code, Urgency urgency) {
    Enquiry same = underWay.get(code);
    if (same != null) {
      if (urgency == Urgency.URGENT && patient.remove(same)) {
        urgent.add(same);
      }
      return same;
    }
    if (closed) {
      return Enquiry.answered(code, new RegistryAnswer.Unavailable());
    }
    if (isOutOfOrder()) {
      return Enquiry.answered(code, trouble());
    }
    if (underWay.size() >= MAX_WAITING) {
      return Enquiry.answered(code, new RegistryAnswer.RateLimited());
    }
    Enquiry enquiry = new Enquiry(code);
    underWay.put(code, enquiry);
    (urgency == Urgency.URGENT ? urgent : patient).add(enquiry);
    if (thread == null) {
      thread = new Thread(this::work, "company-registry");
      thread.setDaemon(true);
      thread.start();
    }
    lock.notifyAll();
    return enquiry;
  }

  /**
   * Waits for the answer, or tells what the trouble is when it doesn't come in time.
   *
   * @param patience none when negative
   */
  RegistryAnswer await(Enquiry enquiry, Duration patience) {
    return enquiry
        .await(patience)
        .or(enquiry::trouble)
        .orElseGet(
            () -> {
              synchronized (lock) {
                // Its turn hasn't come, be it that the one before hangs or that there are too many.
                return isOutOfOrder() || isHanging() || lastTrouble.isPresent()
                    ? trouble()
                    : new RegistryAnswer.RateLimited();
              }
            });
  }

  /** Whether nobody who comes now would be answered in time. */
  private boolean isOutOfOrder() {
    boolean leftAlone =
        lastTrouble.isPresent() && pacer.left() > configuration.patience().asking().toNanos();
    return leftAlone
        || (asking && (breaker.getState() != CircuitBreaker.State.CLOSED || isHanging()));
  }

  private RegistryAnswer trouble() {
    return lastTrouble.orElseGet(RegistryAnswer.Unavailable::new);
  }

  /** Whether the request under way has taken longer than anybody waits; more of them would too. */
  private boolean isHanging() {
    return requestSince != 0
        && System.nanoTime() - requestSince > configuration.patience().asking().toNanos();
  }

  // ---- the thread that asks ----

  private void work() {
    try {
      while (awaitQuestions()) {
        if (breaker.tryAcquirePermission()) {
          // Waiting first: who comes meanwhile still goes along.
          pacer.begin();
          serve(nextBatch());
        } else {
          end(nextBatch(), currentTrouble());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitQuestions() throws InterruptedException {
    synchronized (lock) {
      asking = false;
      while (!closed && urgent.isEmpty() && patient.isEmpty()) {
        lock.wait();
      }
      asking = !closed;
      return !closed;
    }
  }

  /**
   * Those that are urgent first. The service takes its time for each code, so those that can wait
   * come along only where they didn't the time before: so they get on, and yet nobody who sits
   * before a form waits for two of their lots.
   */
  private List<Enquiry> nextBatch() {
    synchronized (lock) {
      List<Enquiry> batch = new ArrayList<>();
      move(urgent, batch);
      int ofUrgent = batch.size();
      if (ofUrgent == 0 || !patientWent) {
        move(patient, batch);
      }
      patientWent = batch.size() > ofUrgent;
      return batch;
    }
  }

  private void move(Deque<Enquiry> waiting, List<Enquiry> batch) {
    while (batch.size() < configuration.pace().batch() && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
  }

  /** Asks one batch, again where that may help; the breaker's permission and the turn are there. */
  private void serve(List<Enquiry> batch) throws InterruptedException {
    batch.forEach(enquiry -> enquiry.trouble(new RegistryAnswer.Unavailable()));
    for (int retries = configuration.pace().retries(); ; retries--) {
      Reply reply = ask(batch);
      if (reply instanceof Reply.Answered answered) {
        remember(Optional.empty());
        end(batch, answered.byCode());
        return;
      }
      Reply.Trouble trouble = (Reply.Trouble) reply;
      remember(Optional.of(trouble.answer()));
      batch.forEach(enquiry -> enquiry.trouble(trouble.answer()));
      boolean again = trouble.passing() && retries > 0 && isWorthWaiting(trouble);
      if (!again || !breaker.tryAcquirePermission()) {
        end(batch, trouble.answer());
        return;
      }
      pacer.begin();
    }
  }

  private Reply ask(List<Enquiry> batch) throws InterruptedException {
    long begin = System.nanoTime();
    requestSince(begin);
    boolean told = false;
    try {
      Reply reply = service.ask(batch.stream().map(Enquiry::code).toList());
      long took = System.nanoTime() - begin;
      told = true;
      if (reply instanceof Reply.Trouble trouble) {
        breaker.onError(
            took, TimeUnit.NANOSECONDS, new IllegalStateException(trouble.answer().toString()));
      } else {
        breaker.onSuccess(took, TimeUnit.NANOSECONDS);
      }
      return reply;
    } catch (RuntimeException e) {
      LOG.error("Asking the company registry failed", e);
      return Reply.Trouble.lasting(new RegistryAnswer.UnexpectedAnswer());
    } finally {
      requestSince(0);
      pacer.end(configuration.pace().between());
      if (!told) {
        breaker.releasePermission();
      }
    }
  }

  private void requestSince(long begin) {
    synchronized (lock) {
      requestSince = begin;
    }
  }

  /** Keeps a pause that the service asked for, up to the longest. */
  private boolean isWorthWaiting(Reply.Trouble trouble) {
    Duration longest = configuration.pace().longestPause();
    Duration pause = trouble.pause().orElse(Duration.ZERO);
    pacer.hold(pause.compareTo(longest) < 0 ? pause : longest);
    return pause.compareTo(longest) <= 0;
  }

  /** What whoever comes while the service is out of order is told. */
  private void remember(Optional<RegistryAnswer> trouble) {
    synchronized (lock) {
      lastTrouble = trouble;
    }
  }

  private RegistryAnswer currentTrouble() {
    synchronized (lock) {
      return trouble();
    }
  }

  private void end(List<Enquiry> batch, RegistryAnswer answer) {
    Map<Cui, RegistryAnswer> same = new HashMap<>();
    batch.forEach(enquiry -> same.put(enquiry.code(), answer));
    end(batch, same);
  }

  private void end(List<Enquiry> batch, Map<Cui, RegistryAnswer> answers) {
    synchronized (lock) {
      answers.forEach(this::keep);
      batch.forEach(enquiry -> underWay.remove(enquiry.code()));
    }
    for (Enquiry enquiry : batch) {
      enquiry.answer(answers.getOrDefault(enquiry.code(), new RegistryAnswer.UnexpectedAnswer()));
    }
  }

  private void keep(Cui code, RegistryAnswer answer) {
    if (answer instanceof RegistryAnswer.Found) {
      notFound.invalidate(code);
      found.put(code, answer);
    } else if (answer instanceof RegistryAnswer.NotFound) {
      found.invalidate(code);
      notFound.put(code, answer);
    }
  }

  @Override
  public void close() {
    List<Enquiry> left;
    synchronized (lock) {
      closed = true;
      left = List.copyOf(underWay.values());
      underWay.clear();
      urgent.clear();
      patient.clear();
      if (thread != null) {
        thread.interrupt();
      }
      lock.notifyAll();
    }
    left.forEach(enquiry -> enquiry.answer(new RegistryAnswer.Unavailable()));
  }
}
