package ro.parcurs.crm.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Work work =
      new Work(new CommandValidator(new SettableClock()), database, new Results());

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
    public void keep(IdempotencyKey key, Object result) {
      results.put(key, result);
    }
  }
}
