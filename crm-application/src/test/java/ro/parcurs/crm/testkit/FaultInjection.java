package ro.parcurs.crm.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.work.StoreBusy;
import ro.parcurs.crm.work.StoreFault;
import ro.parcurs.crm.work.StoreUnavailable;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Promise P6, for any scenario: every unit of work in it is first made to fail at its first call of
 * a port, then at the second, and so on, each time in other ways; each time nothing at all may have
 * been kept. Then it is carried out, and the scenario goes on.
 *
 * <p>The ports are wrapped with {@link #around(Class, Object)}, the unit of work with {@link
 * #around(UnitOfWork, Supplier)}. For one thread.
 */
public final class FaultInjection {

  /** The ways in which a port fails. */
  public enum Kind {
    UNAVAILABLE,
    BUSY,
    FAULT,
    UNEXPECTED,
    ERROR,
    /** The call was carried out, and only its answer is late. */
    DONE_THEN_TIMED_OUT
  }

  private static final int MOST_CALLS = 10_000;
  private static final Map<String, Integer> PROVEN = new ConcurrentHashMap<>();

  private final boolean everyKind;
  private int callsLeft;
  private Kind kind = Kind.UNAVAILABLE;
  private @Nullable Throwable thrown;
  private boolean inside;
  private int units;
  private int faults;

  /**
   * @param everyKind whether each call fails in each way, or in one way after the other
   */
  public FaultInjection(boolean everyKind) {
    this.everyKind = everyKind;
  }

  /** The use cases that were carried out after failing at every call, each with its failures. */
  public static Map<String, Integer> proven() {
    return Map.copyOf(PROVEN);
  }

  /** How many units of work were put to the test. */
  public int units() {
    return units;
  }

  /** How many failures there were. */
  public int faults() {
    return faults;
  }

  /** The port, with a fault from time to time. */
  public <P> P around(Class<P> port, P real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              try {
                if (method.getDeclaringClass() == Object.class) {
                  return method.invoke(real, arguments);
                }
                boolean now = inside && --callsLeft == 0;
                if (now && kind != Kind.DONE_THEN_TIMED_OUT) {
                  throw fault();
                }
                Object result = method.invoke(real, arguments);
                if (now) {
                  throw fault();
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /**
   * The unit of work, which fails and fails until there is no call left to fail at.
   *
   * @param everythingStored a rendering of all that is stored
   */
  public UnitOfWork around(UnitOfWork real, Supplier<String> everythingStored) {
    return new UnitOfWork() {
      @Override
      public <T> T inTransaction(Supplier<T> body) {
        return inside ? real.inTransaction(body) : failThenDo(real, body, everythingStored);
      }

      @Override
      public <T> T reading(Supplier<T> body) {
        return real.reading(body);
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

  private <T> T failThenDo(UnitOfWork real, Supplier<T> body, Supplier<String> everythingStored) {
    units++;
    int faultsBefore = faults;
    String before = everythingStored.get();
    inside = true;
    try {
      for (int call = 1; call < MOST_CALLS; call++) {
        for (Kind next : kindsAt(call)) {
          kind = next;
          callsLeft = call;
          thrown = null;
          T result;
          try {
            result = real.inTransaction(body);
          } catch (Throwable failure) {
            if (thrown == null) {
              throw failure; // the use case itself refuses, which is the scenario's business
            }
            faults++;
            requireNothingKept(before, everythingStored.get(), call, failure);
            continue;
          }
          if (thrown != null) {
            throw new AssertionError("a fault was swallowed at call " + call, thrown);
          }
          int failures = faults - faultsBefore;
          useCase().ifPresent(name -> PROVEN.merge(name, failures, Integer::sum));
          return result;
        }
      }
      throw new AssertionError("a unit of work without an end");
    } finally {
      inside = false;
    }
  }

  private static Optional<String> useCase() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> frame.getMethodName().equals("handle"))
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> name.startsWith("ro.parcurs.crm."))
                    .findFirst());
  }

  private List<Kind> kindsAt(int call) {
    List<Kind> all = List.of(Kind.values());
    return everyKind ? all : List.of(all.get((units + call) % all.size()));
  }

  private void requireNothingKept(String before, String after, int call, Throwable failure) {
    if (!before.equals(after)) {
      throw new AssertionError(
          "something was kept although call %d failed (%s):%nbefore: %s%nafter:  %s"
              .formatted(call, kind, before, after),
          failure);
    }
  }

  private Throwable fault() {
    Throwable cause = new IllegalStateException("injected");
    Throwable fault =
        switch (kind) {
          case UNAVAILABLE -> new StoreUnavailable("injected", cause);
          case BUSY -> new StoreBusy("injected", cause);
          case FAULT -> new StoreFault("injected", cause);
          case UNEXPECTED -> cause;
          case ERROR -> new StackOverflowError("injected");
          case DONE_THEN_TIMED_OUT -> new StoreUnavailable("timed out, but done", cause);
        };
    thrown = fault;
    return fault;
  }
}
