package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.work.Ids;

/** What every {@link Ids} does. */
public abstract class IdsContract extends PortContract {

  private static final int THREADS = 4;
  private static final int EACH = 5_000;

  protected IdsContract(Ports ports) {
    super(ports);
  }

  @Test
  void no_identity_is_given_twice_whoever_asks_at_the_same_moment() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<UUID>>> given =
          threads.invokeAll(Collections.nCopies(THREADS, () -> next(EACH)));
      List<UUID> all = new ArrayList<>();
      for (Future<List<UUID>> some : given) {
        all.addAll(some.get());
      }
      assertThat(all).hasSize(THREADS * EACH).doesNotContainNull().doesNotHaveDuplicates();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void what_is_given_later_sorts_later_as_the_database_sorts() throws Exception {
    List<String> apart = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      apart.add(next(100).get(i).toString());
      Thread.sleep(2);
    }
    assertThat(apart).isSorted();
  }

  private List<UUID> next(int many) {
    Ids ids = port(Ids.class);
    List<UUID> given = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      given.add(ids.next());
    }
    return given;
  }
}
