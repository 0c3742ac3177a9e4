package ro.parcurs.crm.adapter.postgres;

import com.google.inject.Module;
import com.google.inject.util.Modules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.IdempotencyKey;
import ro.parcurs.crm.work.OutcomeUnknown;
import ro.parcurs.crm.work.StoreFailure;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Users who give a command again, with its key, whenever the storage failed, until it answers; and
 * who remember what was acknowledged. For any number of threads.
 */
final class Stubborn {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final PostgresAdapter adapter;
  private final Set<IdempotencyKey> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger unknown = new AtomicInteger();
  private final AtomicInteger unknownButKept = new AtomicInteger();
  private final ThreadLocal<Attempt> attempt = ThreadLocal.withInitial(Attempt::new);

  Stubborn(PostgresAdapter adapter) {
    this.adapter = adapter;
  }

  /** Binds the ports of the adapter for such users. */
  Module module() {
    return Modules.override(adapter.module())
        .with(
            binder -> {
              binder.bind(UnitOfWork.class).toInstance(units());
              binder.bind(CommandResults.class).toInstance(results());
            });
  }

  /** The keys of the commands that were answered. */
  Set<IdempotencyKey> acknowledged() {
    return acknowledged;
  }

  @Override
  public String toString() {
    return "%d acknowledged, %d failures, %d of unknown outcome, %d of these had been kept"
        .formatted(acknowledged.size(), failures.get(), unknown.get(), unknownButKept.get());
  }

  private UnitOfWork units() {
    UnitOfWork real = adapter.port(UnitOfWork.class);
    return new UnitOfWork() {
      @Override
      public <T> T inTransaction(Supplier<T> body) {
        T result = untilAnswered(() -> real.inTransaction(body));
        acknowledged.addAll(attempt.get().keys);
        return result;
      }

      @Override
      public <T> T reading(Supplier<T> body) {
        return untilAnswered(() -> real.reading(body));
      }

      @Override
      public boolean isUnderWay() {
        return real.isUnderWay();
      }

      @Override
      public void whenEnded(Consumer<Ending> action) {
        real.whenEnded(action);
      }
    };
  }

  private CommandResults results() {
    CommandResults real = adapter.port(CommandResults.class);
    return new CommandResults() {
      @Override
      public Optional<Object> claim(Caller caller, IdempotencyKey key, Object command) {
        Optional<Object> first = real.claim(caller, key, command);
        attempt.get().keys.add(key);
        if (first.isPresent() && attempt.get().afterUnknown) {
          unknownButKept.incrementAndGet();
        }
        return first;
      }

      @Override
      public int forget(Duration olderThan, int limit) {
        return real.forget(olderThan, limit);
      }

      @Override
      public void keep(IdempotencyKey key, Object result) {
        real.keep(key, result);
      }
    };
  }

  private <T> T untilAnswered(Supplier<T> unit) {
    if (adapter.port(UnitOfWork.class).isUnderWay()) {
      return unit.get();
    }
    Instant end = Instant.now().plus(PATIENCE);
    Attempt current = attempt.get();
    current.afterUnknown = false;
    while (true) {
      current.keys.clear();
      try {
        return unit.get();
      } catch (StoreFailure failure) {
        failures.incrementAndGet();
        if (failure instanceof OutcomeUnknown) {
          unknown.incrementAndGet();
          current.afterUnknown = true;
        }
        if (Instant.now().isAfter(end)) {
          throw failure;
        }
        DurableServer.pause(Duration.ofMillis(20));
      }
    }
  }

  /** What a thread is at. */
  private static final class Attempt {
    private final List<IdempotencyKey> keys = new ArrayList<>();
    private boolean afterUnknown;
  }
}
