package ro.parcurs.crm.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.testkit.InMemoryDatabase;
import ro.parcurs.crm.testkit.InMemoryTable;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.validation.CommandValidator;

class WorkTest {

  record Add(@NotNull Integer amount) {}

  record Sum(int total) {}

  private static final Caller ANA =
      Caller.of(new Actor(new UserId("ana"), "Ana", Set.of(Role.AGENT)));

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryTable<String, Integer> store = database.table();
  private final List<Duration> pauses = new ArrayList<>();
  private final Retries twice = new Retries(2, Duration.ofMillis(8), new Random(1), pauses::add);
  private final Work work =
      new Work(new CommandValidator(new SettableClock()), database, new Results(), twice);

  @Test
  void a_command_with_a_fault_does_not_begin() {
    assertThatThrownBy(() -> add(ANA, new Add(null))).isInstanceOf(InvalidInput.class);
    assertThat(total()).isZero();
  }

  @Test
  void without_a_key_each_call_is_carried_out() {
    add(ANA, new Add(2));
    assertThat(add(ANA, new Add(2))).isEqualTo(new Sum(4));
  }

  @Test
  void the_same_key_and_command_gives_the_first_result_and_does_nothing() {
    Sum first = add(ANA.once("k"), new Add(2));
    add(ANA, new Add(5));
    assertThat(add(ANA.once("k"), new Add(2))).isEqualTo(first);
    assertThat(total()).isEqualTo(7);
  }

  @Test
  void the_same_key_with_another_command_is_refused() {
    add(ANA.once("k"), new Add(2));
    assertThatThrownBy(() -> add(ANA.once("k"), new Add(3))).isInstanceOf(KeyReused.class);
    assertThat(total()).isEqualTo(2);
  }

  @Test
  void what_failed_half_way_is_forgotten() {
    assertThatThrownBy(
            () ->
                work.inTransaction(
                    ANA,
                    new Add(1),
                    () -> {
                      store.put("total", 100);
                      throw new IllegalStateException("the store broke");
                    }))
        .hasMessage("the store broke");
    assertThat(total()).isZero();
  }

  @Test
  void a_unit_that_lost_a_conflict_is_begun_again_after_a_pause_and_done_once() {
    assertThat(addAfter(conflict(), conflict())).isEqualTo(new Sum(1));
    assertThat(total()).isEqualTo(1);
    assertThat(pauses).hasSize(2);
    assertThat(pauses.get(0)).isBetween(Duration.ofMillis(1), Duration.ofMillis(8));
    assertThat(pauses.get(1)).isBetween(Duration.ofMillis(1), Duration.ofMillis(16));
  }

  @Test
  void a_conflict_too_many_is_reported() {
    StoreBusy last = conflict();
    assertThatThrownBy(() -> addAfter(conflict(), conflict(), last)).isSameAs(last);
    assertThat(total()).isZero();
  }

  @Test
  void a_question_that_lost_a_conflict_is_asked_again() {
    Deque<StoreFailure> failures = new ArrayDeque<>(List.of(conflict()));
    assertThat(work.<Integer>reading(new Add(1), () -> failing(failures, this::total))).isZero();
    assertThat(pauses).hasSize(1);
  }

  @Test
  void what_may_be_done_or_is_still_in_the_way_is_reported_at_once() {
    Throwable cause = new IllegalStateException();
    for (StoreFailure failure :
        List.of(
            new OutcomeUnknown("the line went dead", cause),
            new StoreBusy("waited too long for a lock", cause),
            new StoreUnavailable("nobody there", cause),
            new StoreFault("refused", cause))) {
      assertThatThrownBy(() -> addAfter(failure)).isSameAs(failure);
    }
    assertThat(pauses).isEmpty();
    assertThat(total()).isZero();
  }

  @Test
  void a_part_of_a_greater_unit_is_not_begun_again_alone() {
    StoreBusy lost = conflict();
    assertThatThrownBy(() -> database.<Sum>inTransaction(() -> addAfter(lost))).isSameAs(lost);
    assertThat(pauses).isEmpty();
    assertThat(total()).isZero();
  }

  @Test
  void without_retries_a_conflict_is_reported() {
    StoreBusy lost = conflict();
    assertThatThrownBy(
            () ->
                Retries.NONE.<Sum>run(
                    () -> {
                      throw lost;
                    }))
        .isSameAs(lost);
    assertThatThrownBy(() -> new Retries(-1, Duration.ofMillis(1), new Random(), pauses::add))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Retries(1, Duration.ZERO, new Random(), pauses::add))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Adds one; the unit of work fails so often before. */
  private Sum addAfter(StoreFailure... failures) {
    Deque<StoreFailure> left = new ArrayDeque<>(List.of(failures));
    return work.inTransaction(
        ANA,
        new Add(1),
        () -> {
          int sum = total() + 1;
          store.put("total", sum);
          return failing(left, () -> new Sum(sum));
        });
  }

  private static <R> R failing(Deque<StoreFailure> failures, Supplier<R> body) {
    if (failures.isEmpty()) {
      return body.get();
    }
    throw failures.remove();
  }

  private static StoreBusy conflict() {
    return StoreBusy.conflict(
        "two pieces of work waited for each other", new IllegalStateException());
  }

  private Sum add(Caller caller, Add command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          int sum = total() + command.amount();
          store.put("total", sum);
          return new Sum(sum);
        });
  }

  private int total() {
    return store.find("total").orElse(0);
  }

  /** The least that keeps the promise of the port. */
  private static final class Results implements CommandResults {

    private final Map<IdempotencyKey, Object> commands = new HashMap<>();
    private final Map<IdempotencyKey, Object> results = new HashMap<>();

    @Override
    public Optional<Object> claim(Caller caller, IdempotencyKey key, Object command) {
      Object first = commands.putIfAbsent(key, command);
      if (first != null && !first.equals(command)) {
        throw new KeyReused(key);
      }
      return Optional.ofNullable(results.get(key));
    }

    @Override
    public int forget(Duration olderThan, int limit) {
      throw new UnsupportedOperationException("a use case never forgets");
    }

    @Override
    public void keep(IdempotencyKey key, Object result) {
      results.put(key, result);
    }
  }
}
