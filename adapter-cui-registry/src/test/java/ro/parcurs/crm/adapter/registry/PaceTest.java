package ro.parcurs.crm.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Anaf;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Pace;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.ContinueRefresh;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.testkit.Cuis;
import ro.parcurs.crm.testkit.Proof;

/**
 * Promise P18, the registry's side: it never sees more than the pace allows, however many ask, and
 * is never asked twice what it has answered.
 */
class PaceTest {

  private static final int ASKERS = 10_000;
  private static final int CODES = 500;
  private static final int BATCH = 100;

  /** A thread that waits needs no more. */
  private static final long STACK = 64 << 10;

  private final ScriptedService service = ScriptedService.start(ScriptedService.knowsAll());
  private final List<RegistryAdapter> adapters = new ArrayList<>();

  @AfterEach
  void stop() {
    adapters.forEach(RegistryAdapter::close);
    service.close();
  }

  @Test
  void ten_thousand_who_ask_at_once_keep_the_pace_and_ask_no_code_twice() throws Exception {
    long seed = Proof.seed();
    Duration pace = Duration.ofMillis(Proof.tries(100, 1_100));
    List<Cui> codes = Stream.generate(Cuis::next).limit(CODES).toList();
    CompanyRegistry registry = registry(pace);
    long begin = System.nanoTime();
    AtomicInteger again = new AtomicInteger();
    Map<RegistryAnswer, Integer> wrong = askAll(registry, codes, new Random(seed), again);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);

    List<Cui> asked =
        service.requests().stream().flatMap(request -> request.codes().stream()).toList();
    Proof.report(
        "P18 pace",
        seed,
        took,
        "%d askers, %d codes, %d requests, shortest time between two %d ms, %d had to ask again"
            .formatted(
                ASKERS, CODES, service.requests().size(), shortest().toMillis(), again.get()));
    assertThat(wrong).isEmpty();
    assertThat(asked).doesNotHaveDuplicates();
    assertThat(new HashSet<>(asked)).isEqualTo(Set.copyOf(codes));
    assertThat(service.requests())
        .hasSizeLessThanOrEqualTo(CODES / BATCH + 3)
        .allSatisfy(request -> assertThat(request.codes()).hasSizeLessThanOrEqualTo(BATCH));
    assertThat(shortest()).isGreaterThanOrEqualTo(pace);
  }

  @Test
  void two_adapters_of_a_process_share_the_pace_of_a_service() throws Exception {
    Duration pace = Duration.ofMillis(80);
    List<CompanyRegistry> both = List.of(registry(pace), registry(pace));
    CountDownLatch done = new CountDownLatch(both.size());
    for (CompanyRegistry registry : both) {
      new Thread(
              () -> {
                for (int i = 0; i < 6; i++) {
                  registry.lookUp(Cuis.next());
                }
                done.countDown();
              })
          .start();
    }
    done.await();
    assertThat(service.requests()).hasSize(12);
    assertThat(shortest()).isGreaterThanOrEqualTo(pace);
  }

  @Test
  void control_without_a_pace_requests_follow_at_once_and_without_keeping_codes_are_asked_again() {
    Pacer unpaced = Pacer.of(service.address());
    Cui same = Cuis.next();
    for (int i = 0; i < 5; i++) {
      AnafService naive = new AnafService(Anaf.defaults("x").at(service.address()), clock());
      try {
        unpaced.begin();
        assertThat(naive.ask(List.of(same))).isInstanceOf(Reply.Answered.class);
        unpaced.end(Duration.ZERO);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assertThat(shortest()).isLessThan(Duration.ofMillis(80));
    assertThat(service.requests().stream().flatMap(request -> request.codes().stream()).distinct())
        .hasSize(1);
  }

  @Test
  void during_a_refresh_whoever_sits_before_a_form_is_answered_in_time() throws Exception {
    int forms = Proof.tries(2, 40);
    Instant start = Instant.now();
    Duration perCode = Duration.ofMillis(20);
    service.follow(
        (request, out, socket) -> {
          Thread.sleep(perCode.multipliedBy(request.codes().size()).toMillis());
          ScriptedService.knowsAll().answer(request, out, socket);
        });
    CompanyRegistry registry = registry(Pace.DEFAULT.between());
    AtomicBoolean over = new AtomicBoolean();
    Thread refresh =
        new Thread(
            () -> {
              while (!over.get()) {
                registry.lookUpAll(
                    Stream.generate(Cuis::next)
                        .limit(ContinueRefresh.BATCH)
                        .collect(Collectors.toSet()));
              }
            });
    refresh.start();
    Duration slowest = Duration.ZERO;
    Map<RegistryAnswer, Integer> wrong = new HashMap<>();
    for (int i = 0; i < forms; i++) {
      awaitRequestOf(ContinueRefresh.BATCH);
      long begin = System.nanoTime();
      RegistryAnswer answer = registry.lookUp(Cuis.next());
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      slowest = slowest.compareTo(took) < 0 ? took : slowest;
      if (!(answer instanceof RegistryAnswer.Found)) {
        wrong.merge(answer, 1, Integer::sum);
      }
    }
    over.set(true);
    refresh.join();
    Proof.report(
        "Preia during a refresh",
        0,
        Duration.between(start, Instant.now()),
        "%d times, pressed when %d codes had just been asked; slowest %d ms, not answered %s"
            .formatted(forms, ContinueRefresh.BATCH, slowest.toMillis(), wrong));
    assertThat(wrong).isEmpty();
  }

  /** Waits until the service gets one more request with so many codes. */
  private void awaitRequestOf(int codes) throws InterruptedException {
    int before = service.requests().size();
    while (service.requests().stream()
        .skip(before)
        .noneMatch(request -> request.codes().size() == codes)) {
      Thread.sleep(5);
    }
  }

  @Test
  void the_usual_pace_is_slower_than_one_request_a_second() {
    assertThat(Pace.DEFAULT.between()).isGreaterThan(Duration.ofSeconds(1));
    CompanyRegistry registry = registry(Pace.DEFAULT.between());
    for (int i = 0; i < 2; i++) {
      assertThat(registry.lookUp(Cuis.next())).isInstanceOf(RegistryAnswer.Found.class);
    }
    assertThat(shortest()).isGreaterThan(Duration.ofSeconds(1));
  }

  private static Map<RegistryAnswer, Integer> askAll(
      CompanyRegistry registry, List<Cui> codes, Random random, AtomicInteger again)
      throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(ASKERS);
    ConcurrentLinkedQueue<RegistryAnswer> wrong = new ConcurrentLinkedQueue<>();
    AtomicInteger next = new AtomicInteger();
    int[] whose =
        IntStream.range(0, ASKERS).map(i -> i < CODES ? i : random.nextInt(CODES)).toArray();
    for (int i = 0; i < ASKERS; i++) {
      Thread asker =
          new Thread(
              null,
              () -> {
                Cui code = codes.get(whose[next.getAndIncrement()]);
                try {
                  start.await();
                  RegistryAnswer answer = registry.lookUp(code);
                  while (answer instanceof RegistryAnswer.RateLimited
                      || answer instanceof RegistryAnswer.Unavailable) {
                    again.incrementAndGet();
                    answer = registry.lookUp(code);
                  }
                  if (!(answer instanceof RegistryAnswer.Found found)
                      || !found.company().cui().equals(code)) {
                    wrong.add(answer);
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                } finally {
                  done.countDown();
                }
              },
              "asker",
              STACK);
      asker.setDaemon(true);
      asker.start();
    }
    start.countDown();
    done.await();
    Map<RegistryAnswer, Integer> counted = new HashMap<>();
    wrong.forEach(answer -> counted.merge(answer, 1, Integer::sum));
    return counted;
  }

  private Duration shortest() {
    List<ScriptedService.Request> requests =
        service.requests().stream()
            .sorted(java.util.Comparator.comparing(ScriptedService.Request::atNanos))
            .toList();
    return IntStream.range(1, requests.size())
        .mapToObj(i -> requests.get(i).atNanos() - requests.get(i - 1).atNanos())
        .min(Long::compare)
        .map(Duration::ofNanos)
        .orElseThrow();
  }

  private CompanyRegistry registry(Duration pace) {
    Anaf settings =
        Anaf.defaults("Exemplu ERP/4.2")
            .at(service.address())
            .with(new Pace(pace, BATCH, 2, Duration.ofSeconds(1)));
    RegistryAdapter adapter = RegistryAdapter.anaf(settings, clock());
    adapters.add(adapter);
    return adapter.registry();
  }

  private static Clock clock() {
    return Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
  }
}
