package ro.parcurs.crm.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Storage in memory with real units of work: they run one after another, and what one that throws
 * has written is taken back. All in-memory stores of a test hang on one of these.
 */
public final class InMemoryDatabase implements UnitOfWork {

  private final ReentrantLock oneAtATime = new ReentrantLock(true);
  private final List<InMemoryTable<?, ?>> tables = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private List<Consumer<Ending>> whenEnded = new ArrayList<>();
  private @Nullable Throwable failedInside;
  private boolean onlyReading;

  /** A new, empty table whose content takes part in the units of work. */
  public <K, V> InMemoryTable<K, V> table() {
    InMemoryTable<K, V> table = new InMemoryTable<>(oneAtATime, this::requireUnitOfWork);
    tables.add(table);
    return table;
  }

  /** What happens after each unit of work that was kept, before the next one begins. */
  void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  @Override
  public <T> T inTransaction(Supplier<T> body) {
    if (oneAtATime.isHeldByCurrentThread()) {
      return joined(body);
    }
    List<Consumer<Ending>> actions = new ArrayList<>();
    Ending ending = Ending.ROLLED_BACK;
    oneAtATime.lock();
    try {
      whenEnded = actions;
      T result = allOrNothing(body);
      ending = Ending.COMMITTED;
      return result;
    } finally {
      oneAtATime.unlock();
      for (Consumer<Ending> action : actions) {
        action.accept(ending);
      }
    }
  }

  @Override
  public <T> T reading(Supplier<T> body) {
    oneAtATime.lock();
    try {
      return oneAtATime.getHoldCount() > 1 ? joined(body) : readOnly(body);
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public boolean isUnderWay() {
    return oneAtATime.isHeldByCurrentThread();
  }

  private <T> T readOnly(Supplier<T> body) {
    onlyReading = true;
    try {
      return body.get();
    } finally {
      onlyReading = false;
    }
  }

  @Override
  public void whenEnded(Consumer<Ending> action) {
    requireUnitOfWork();
    whenEnded.add(action);
  }

  /** What a table asks before it is written. */
  void requireUnitOfWork() {
    if (!oneAtATime.isHeldByCurrentThread() || onlyReading) {
      throw new IllegalStateException("written outside a unit of work");
    }
  }

  /** Tells every row of every table; a row that was put again is told otherwise. */
  String rendering() {
    oneAtATime.lock();
    try {
      return tables.stream().map(InMemoryTable::rendering).collect(Collectors.joining("\n"));
    } finally {
      oneAtATime.unlock();
    }
  }

  private <T> T joined(Supplier<T> body) {
    try {
      return body.get();
    } catch (Throwable failure) {
      failedInside = failure;
      throw failure;
    }
  }

  private <T> T allOrNothing(Supplier<T> body) {
    List<Runnable> undo = new ArrayList<>();
    tables.forEach(table -> undo.add(table.remember()));
    failedInside = null;
    boolean done = false;
    try {
      T result = body.get();
      if (failedInside != null) {
        throw new IllegalStateException("a unit of work that joined has failed", failedInside);
      }
      done = true;
      afterCommit.forEach(Runnable::run);
      return result;
    } finally {
      if (!done) {
        undo.forEach(Runnable::run);
      }
    }
  }
}
