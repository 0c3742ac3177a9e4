package ro.parcurs.crm.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import ro.parcurs.crm.text.Text;

/** What stands in a cell: what is meant by it, not how the spreadsheet shows it. */
public sealed interface Cell {

  /**
   * What a person would type to get this cell: digits without an exponent, dates as 31.12.2026,
   * percentages with their sign. Empty for a blank cell.
   */
  String text();

  /** Whether there is nothing in the cell. */
  default boolean isBlank() {
    return this instanceof Blank;
  }

  /** Nothing. */
  static Cell blank() {
    return Blank.INSTANCE;
  }

  /** A text; blank when nothing of it can be seen. */
  static Cell of(String text) {
    String clean = Text.clean(text);
    return clean.isEmpty() ? blank() : new Words(clean);
  }

  /** A number. */
  static Cell of(BigDecimal value) {
    return new Figure(value, false);
  }

  /** A day without a time. */
  static Cell of(LocalDate day) {
    return new Moment(day.atStartOfDay());
  }

  /** Nothing, in whatever way. */
  record Blank() implements Cell {

    private static final Blank INSTANCE = new Blank();

    @Override
    public String text() {
      return "";
    }
  }

  /**
   * A text.
   *
   * @param text not empty, without invisible edges
   */
  record Words(String text) implements Cell {

    public Words {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("words without a letter");
      }
    }
  }

  /**
   * A number. Spreadsheets keep 15 digits of it; two figures of the same value are equal.
   *
   * @param value for a percentage the fraction: 0.05 for 5 %
   * @param percent whether the spreadsheet shows it as a percentage
   */
  record Figure(BigDecimal value, boolean percent) implements Cell {

    private static final int MAX_EXPONENT = 400;
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    public Figure {
      if (Math.abs((long) value.precision() - value.scale()) > MAX_EXPONENT) {
        throw new IllegalArgumentException("no spreadsheet holds this number");
      }
      value = value.round(DIGITS).stripTrailingZeros();
      if (value.scale() < 0 && value.precision() - value.scale() <= 18) {
        value = value.setScale(0);
      }
    }

    @Override
    public String text() {
      return percent
          ? value.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
          : value.toPlainString();
    }
  }

  /** A day, maybe with a time; a day without one is its midnight. */
  record Moment(LocalDateTime at) implements Cell {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    public Moment {
      Objects.requireNonNull(at, "at");
    }

    @Override
    public String text() {
      return (at.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : TIME).format(at);
    }
  }

  /** Yes or no. */
  record Truth(boolean value) implements Cell {
    @Override
    public String text() {
      return value ? "DA" : "NU";
    }
  }

  /**
   * A cell that holds no value that could be meant.
   *
   * @param text what the spreadsheet shows, for example {@code #N/A}
   */
  record Broken(CellFault fault, String text) implements Cell {}
}
