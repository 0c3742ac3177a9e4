package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.IdempotencyKey;
import ro.parcurs.crm.work.KeyReused;

/** What every {@link CommandResults} does. */
public abstract class CommandResultsContract extends PortContract {

  /** A command with a component of every kind that commands have. */
  public record Command(
      LeadId lead,
      String text,
      @Nullable String missing,
      BigDecimal number,
      LocalDate date,
      Series choice,
      List<Integer> list,
      Set<Role> set) {}

  /** A result with a component of every kind that views have. */
  public record Result(
      LeadId lead,
      String text,
      Optional<BigDecimal> number,
      Optional<Series> none,
      Instant at,
      List<Line> lines) {

    /** A part of a result. */
    public record Line(int ordinal, LocalDate date, boolean yes) {}
  }

  private static final Caller ANA =
      Caller.of(new Actor(new UserId("ana"), "Ana", Set.of(Role.AGENT)));
  private static final Caller ION =
      Caller.of(new Actor(new UserId("ion"), "Ana", Set.of(Role.AGENT)));

  private final IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString());
  private final Command command = command("ăâîșț \"quoted\" \n");
  private final Result result =
      new Result(
          new LeadId(newId()),
          "ăâîșț",
          Optional.of(new BigDecimal("12345678901234567890.1200")),
          Optional.empty(),
          Instant.parse("2026-11-24T10:00:00.123456Z"),
          List.of(new Result.Line(1, LocalDate.of(2024, 2, 29), true)));

  protected CommandResultsContract(Ports ports) {
    super(ports);
  }

  @Test
  void the_first_time_there_is_no_result() {
    assertThat(claim(ANA, command)).isEmpty();
  }

  @Test
  void the_second_time_the_first_result_is_given_equal_in_every_part() {
    carryOut();
    assertThat(claim(ANA, command)).contains(result);
  }

  @Test
  void a_command_that_is_equal_but_not_the_same_object_gets_the_result() {
    carryOut();
    Command equal =
        new Command(
            command.lead(),
            new String(command.text()),
            null,
            new BigDecimal(command.number().toString()),
            command.date(),
            command.choice(),
            List.copyOf(command.list()),
            Set.of(Role.ADMIN, Role.AGENT, Role.MANAGER));
    assertThat(claim(ANA, equal)).contains(result);
  }

  @Test
  void another_command_under_the_same_key_is_refused() {
    carryOut();
    assertThatThrownBy(() -> claim(ANA, command("other"))).isInstanceOf(KeyReused.class);
    assertThat(claim(ANA, command)).contains(result);
  }

  @Test
  void a_command_of_another_kind_under_the_same_key_is_refused() {
    carryOut();
    assertThatThrownBy(() -> claim(ANA, result)).isInstanceOf(KeyReused.class);
  }

  @Test
  void another_actor_under_the_same_key_is_refused() {
    carryOut();
    assertThatThrownBy(() -> claim(ION, command)).isInstanceOf(KeyReused.class);
  }

  @Test
  void another_key_is_another_intention() {
    carryOut();
    IdempotencyKey other = new IdempotencyKey(UUID.randomUUID().toString());
    assertThat(
            this.<Optional<Object>>inTransaction(
                () -> port(CommandResults.class).claim(ANA, other, command)))
        .isEmpty();
  }

  @Test
  void a_claim_of_a_unit_of_work_that_failed_is_free_again() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      port(CommandResults.class).claim(ANA, key, command);
                      port(CommandResults.class).keep(key, result);
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThat(claim(ANA, command("other"))).isEmpty();
  }

  @Test
  void a_result_is_not_kept_under_a_key_that_was_not_claimed() {
    assertThatThrownBy(() -> inTransaction(() -> port(CommandResults.class).keep(key, result)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void one_who_claims_while_the_first_is_under_way_waits_and_gets_its_result()
      throws InterruptedException {
    CountDownLatch claimed = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    Thread first =
        new Thread(
            () ->
                inTransaction(
                    () -> {
                      port(CommandResults.class).claim(ANA, key, command);
                      claimed.countDown();
                      sleep();
                      done.incrementAndGet();
                      port(CommandResults.class).keep(key, result);
                    }));
    first.start();
    assertThat(claimed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(claim(ANA, command)).contains(result);
    assertThat(done).hasValue(1);
    first.join();
  }

  @Test
  void old_results_are_forgotten_a_few_at_a_time_the_oldest_first() {
    carryOut();
    assertThat(forget(Duration.ofHours(1), 10)).isZero();
    assertThat(claim(ANA, command)).contains(result);
    sleep();
    while (forget(Duration.ofMillis(100), 100) > 0) {
      // what other tests have left behind
    }
    assertThat(claim(ANA, command("other"))).isEmpty();
    List<IdempotencyKey> keys = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      IdempotencyKey next = new IdempotencyKey(UUID.randomUUID().toString());
      inTransaction(
          () -> {
            port(CommandResults.class).claim(ANA, next, command);
            port(CommandResults.class).keep(next, result);
          });
      keys.add(next);
    }
    sleep();
    assertThat(forget(Duration.ofMillis(100), 2)).isEqualTo(2);
    assertThat(
            this.<Optional<Object>>inTransaction(
                () -> port(CommandResults.class).claim(ANA, keys.get(2), command)))
        .contains(result);
  }

  private int forget(Duration olderThan, int limit) {
    return this.<Integer>inTransaction(() -> port(CommandResults.class).forget(olderThan, limit));
  }

  private static void sleep() {
    try {
      Thread.sleep(150);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void carryOut() {
    inTransaction(
        () -> {
          assertThat(port(CommandResults.class).claim(ANA, key, command)).isEmpty();
          port(CommandResults.class).keep(key, result);
        });
  }

  private Optional<Object> claim(Caller caller, Object what) {
    return this.<Optional<Object>>inTransaction(
        () -> port(CommandResults.class).claim(caller, key, what));
  }

  private Command command(String text) {
    return new Command(
        new LeadId(new UUID(1, 2)),
        text,
        null,
        new BigDecimal("10.50"),
        LocalDate.of(2026, 11, 24),
        Series.OFFER,
        List.of(3, 1, 2),
        Set.of(Role.AGENT, Role.MANAGER, Role.ADMIN));
  }
}
