package ro.parcurs.crm.spreadsheet;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.parcurs.crm.error.Violation;

/**
 * A column that a table of a kind may have; an enum lists those of the kind. It is recognised by
 * its name in either language and by other words that people use.
 */
public interface KnownColumn {

  /**
   * What there is to know of a column.
   *
   * @param required whether a row without it can't be taken
   * @param field under which field of what is made of a row its faults are told, for example {@code
   *     company.name}; empty for a column that isn't read
   * @param otherHeadings other headings that mean this column; case, diacritics and punctuation
   *     don't matter
   */
  record Meaning(boolean required, String field, List<String> otherHeadings) {

    public Meaning {
      otherHeadings = List.copyOf(otherHeadings);
    }
  }

  Meaning meaning();

  /** As {@link Meaning#otherHeadings} has it. */
  default List<String> otherHeadings() {
    return meaning().otherHeadings();
  }

  /** As {@link Meaning#required} has it. */
  default boolean isRequired() {
    return meaning().required();
  }

  /** As {@link Meaning#field} has it. */
  default String field() {
    return meaning().field();
  }

  /** Whether an import reads it. */
  default boolean isRead() {
    return !field().isEmpty();
  }

  /** The column of a kind that a fault is about; empty when it is about the whole row. */
  static <C extends Enum<C> & KnownColumn> Optional<C> of(Violation fault, Class<C> kind) {
    return Stream.of(kind.getEnumConstants())
        .filter(column -> column.isRead() && fault.field().startsWith(column.field()))
        .findFirst();
  }

  /** What is wrong with a row in words, column by column, each fault with the column's name. */
  static <C extends Enum<C> & KnownColumn> String sentences(
      List<Violation> faults, Class<C> kind, Wording wording, Locale language) {
    return faults.stream()
        .sorted(Comparator.comparing(fault -> of(fault, kind).map(Enum::ordinal).orElse(-1)))
        .map(
            fault ->
                of(fault, kind).map(column -> wording.of(column, language) + ": ").orElse("")
                    + wording.of(fault, language))
        .collect(Collectors.joining(" "));
  }
}
