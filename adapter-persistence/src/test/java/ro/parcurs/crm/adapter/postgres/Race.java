package ro.parcurs.crm.adapter.postgres;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import ro.parcurs.crm.actor.Actor;
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
    return of(Collections.nCopies(racers, racer));
  }

  /**
   * The same command by each of them.
   *
   * @return how it ended for each, see {@link #command}
   */
  static List<String> of(List<Actor> actors, Consumer<Actor> command) throws Exception {
    return of(actors.stream().map(actor -> command(() -> command.accept(actor))).toList());
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

  /** Waits until all who are expected are here, so that a race is as close as can be. */
  static void meet(CyclicBarrier all) {
    try {
      all.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How it ends for who came second and was told of the first. */
  static String lostTo(String winner, Object at) {
    return "lost to %s at %s".formatted(winner, at);
  }
}
