package ro.parcurs.crm.adapter.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.AlreadyExists;

/** Several who begin at the same moment. */
final class Race {

  /** How it ends for who was first. */
  static final String WON = "won";

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          body -> {
            Thread thread = new Thread(body, "racer");
            thread.setDaemon(true);
            return thread;
          });

  private Race() {}

  /**
   * @return what came of each, in their order
   * @throws java.util.concurrent.ExecutionException when one of them fails
   */
  static <T> List<T> of(List<? extends Callable<T>> racers) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(racers.size());
    List<Future<T>> ends = new ArrayList<>();
    for (Callable<T> racer : racers) {
      ends.add(
          THREADS.submit(
              () -> {
                barrier.await();
                return racer.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> end : ends) {
      results.add(end.get());
    }
    return results;
  }

  /** The same thing so many times. */
  static <T> List<T> of(int racers, Callable<T> racer) throws Exception {
    return of(java.util.Collections.nCopies(racers, racer));
  }

  /** Tells how a command ended: that it won, or to whom it lost. */
  static Callable<String> command(Runnable command) {
    return () -> {
      try {
        command.run();
        return WON;
      } catch (ConcurrentChange lost) {
        return lostTo(lost.winner().name(), lost.winner().at());
      } catch (AlreadyExists lost) {
        return "lost to " + lost.existing();
      }
    };
  }

  /** How it ends for who came second and was told of the first. */
  static String lostTo(String winner, Object at) {
    return "lost to %s at %s".formatted(winner, at);
  }
}
