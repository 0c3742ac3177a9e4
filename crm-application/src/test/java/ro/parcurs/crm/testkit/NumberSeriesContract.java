package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.work.NumberSeries;

/** What every {@link NumberSeries} does. */
public abstract class NumberSeriesContract extends PortContract {

  private static final AtomicInteger UNUSED_YEAR = new AtomicInteger(2100);

  private final int year = UNUSED_YEAR.incrementAndGet();

  protected NumberSeriesContract(Ports ports) {
    super(ports);
  }

  @Test
  void a_series_begins_with_one_and_goes_on_by_one() {
    assertThat(next(Series.OFFER, year)).isEqualTo(new DocumentNumber(Series.OFFER, year, 1));
    assertThat(next(Series.OFFER, year)).isEqualTo(new DocumentNumber(Series.OFFER, year, 2));
    assertThat(next(Series.OFFER, year)).isEqualTo(new DocumentNumber(Series.OFFER, year, 3));
  }

  @Test
  void each_kind_of_document_and_each_year_has_its_own() {
    int another = UNUSED_YEAR.incrementAndGet();
    for (Series series : Series.values()) {
      assertThat(next(series, year)).isEqualTo(new DocumentNumber(series, year, 1));
      assertThat(next(series, another)).isEqualTo(new DocumentNumber(series, another, 1));
      assertThat(next(series, year)).isEqualTo(new DocumentNumber(series, year, 2));
    }
  }

  @Test
  void two_numbers_in_one_unit_of_work_differ() {
    inTransaction(
        () -> {
          assertThat(port(NumberSeries.class).next(Series.OFFER, year).ordinal()).isEqualTo(1);
          assertThat(port(NumberSeries.class).next(Series.OFFER, year).ordinal()).isEqualTo(2);
        });
  }

  @Test
  void a_number_taken_in_a_unit_that_failed_is_given_again() {
    next(Series.CONTRACT, year);
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      assertThat(port(NumberSeries.class).next(Series.CONTRACT, year).ordinal())
                          .isEqualTo(2);
                      throw new IllegalStateException("not saved");
                    }))
        .hasMessage("not saved");
    assertThat(next(Series.CONTRACT, year).ordinal()).isEqualTo(2);
  }

  @Test
  void no_number_is_given_outside_a_unit_of_work() {
    assertThatThrownBy(() -> port(NumberSeries.class).next(Series.OFFER, year))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("outside a unit of work");
  }

  private DocumentNumber next(Series series, int ofYear) {
    return this.<DocumentNumber>inTransaction(() -> port(NumberSeries.class).next(series, ofYear));
  }
}
