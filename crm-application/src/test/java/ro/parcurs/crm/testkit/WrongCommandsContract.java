package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.DAN;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Module;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.work.TimeOrderedIds;

/**
 * Wrong commands of every area, given through {@link Crm}: each is answered by the right error and,
 * where a value is broken, the right field; and afterwards everything that is stored is what it was
 * before, to the last row.
 */
public abstract class WrongCommandsContract {

  /** The least that has to be tried. */
  private static final int LEAST = 60;

  private final SettableClock clock = new SettableClock();
  private final Crm crm;
  private final Supplier<String> everythingStored;

  /** On the in-memory adapters. */
  protected WrongCommandsContract(InMemoryModule ports) {
    this(ports, ports::everythingStored);
  }

  /**
   * @param ports binds every driven port
   * @param everythingStored a rendering or digest of all that is stored
   */
  protected WrongCommandsContract(Module ports, Supplier<String> everythingStored) {
    this.crm =
        Guice.createInjector(
                new CrmModule(clock, new TimeOrderedIds(), new DefaultAccessPolicy()), ports)
            .getInstance(Crm.class);
    this.everythingStored = everythingStored;
  }

  @TestFactory
  Stream<DynamicTest> a_wrong_command_is_answered_by_the_right_error_and_changes_nothing() {
    WrongCommands commands = new WrongCommands(crm, clock, ANA, ION, MARIA, DAN);
    assertThat(commands.all()).hasSizeGreaterThanOrEqualTo(LEAST);
    return commands.all().stream()
        .map(wrong -> DynamicTest.dynamicTest(wrong.name(), () -> giveAndCompare(wrong)));
  }

  private void giveAndCompare(WrongCommands.Wrong wrong) {
    String before = everythingStored.get();
    Throwable thrown = catchThrowable(wrong.command()::run);
    String after = everythingStored.get();

    assertThat(after).as("what is stored").isEqualTo(before);
    assertThat(thrown).as("the answer").isExactlyInstanceOf(wrong.error());
    if (thrown instanceof InvalidInput fault) {
      assertThat(fault.violations())
          .extracting(Violation::field, Violation::code)
          .containsExactly(Tuple.tuple(wrong.field(), wrong.code()));
    }
  }
}
