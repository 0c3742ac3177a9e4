package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import ro.parcurs.crm.catalogue.usecase.VatRateBook;
import ro.parcurs.crm.catalogue.usecase.VatRateBook.Edition;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.money.VatRates;

/** What every {@link VatRateBook} does. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class VatRateBookContract extends PortContract {

  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  protected VatRateBookContract(Ports ports) {
    super(ports);
  }

  @Test
  @Order(1)
  void it_begins_with_what_is_in_force_in_romania() {
    assertThat(book().current()).isEqualTo(Edition.FIRST);
  }

  @Test
  @Order(2)
  void what_is_saved_is_read_back_whole() {
    Edition before = book().current();
    Edition after = changed(before, "22", PursuitFixture.BY_ANA);
    inTransaction(() -> book().save(after));
    assertThat(book().current())
        .isEqualTo(
            new Edition(
                after.rates(), Optional.of(PursuitFixture.BY_ANA), before.version().next()));
  }

  @Test
  @Order(3)
  void what_changed_since_it_was_read_is_not_overwritten() {
    Edition mine = book().current();
    inTransaction(() -> book().save(changed(mine, "23", PursuitFixture.BY_ION)));
    Edition stored = book().current();
    assertThatThrownBy(
            () -> inTransaction(() -> book().save(changed(mine, "24", PursuitFixture.BY_ANA))))
        .isInstanceOfSatisfying(
            ConcurrentChange.class,
            error -> assertThat(error.winner()).isEqualTo(PursuitFixture.BY_ION));
    assertThat(book().current()).isEqualTo(stored);
  }

  @Test
  @Order(4)
  void what_a_failed_unit_of_work_wrote_is_not_there() {
    Edition stored = book().current();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      book().save(changed(stored, "25", PursuitFixture.BY_ANA));
                      throw new IllegalStateException("not kept");
                    }))
        .hasMessage("not kept");
    assertThat(book().current()).isEqualTo(stored);
  }

  private VatRateBook book() {
    return port(VatRateBook.class);
  }

  private static Edition changed(Edition edition, String percentage, Stamp by) {
    List<VatRates.Period> periods = new ArrayList<>(edition.rates().periods());
    periods.add(
        new VatRates.Period(
            VatRate.of(percentage + "A", percentage),
            NEW_YEAR,
            Optional.of(NEW_YEAR.plusYears(1))));
    return new Edition(new VatRates(periods), Optional.of(by), edition.version());
  }
}
