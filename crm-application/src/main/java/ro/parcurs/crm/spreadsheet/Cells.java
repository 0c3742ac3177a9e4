package ro.parcurs.crm.spreadsheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Cells of what the product writes. */
public final class Cells {

  private Cells() {}

  /** The text of a value; blank where there is none. */
  public static Cell text(Optional<?> value) {
    return value.map(each -> Cell.of(each.toString())).orElseGet(Cell::blank);
  }

  /**
   * A percentage.
   *
   * @param percent 5 for 5 %
   */
  public static Cell percent(BigDecimal percent) {
    return new Cell.Figure(percent.movePointLeft(2), true);
  }

  /** A moment as clocks in the zone show it, to the minute. */
  public static Cell moment(Instant moment, ZoneId zone) {
    return new Cell.Moment(LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MINUTES));
  }
}
