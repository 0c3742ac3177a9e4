package ro.parcurs.crm.spreadsheet;

import java.util.List;

/**
 * A column that a table of a kind may have; an enum lists those of the kind. It is recognised by
 * its name in either language and by other words that people use.
 */
public interface KnownColumn {

  /** Other headings that mean this column; case, diacritics and punctuation don't matter. */
  List<String> otherHeadings();

  /** Whether a row without it can't be taken. */
  boolean isRequired();

  /**
   * Under which field of what is made of a row its faults are told, for example {@code
   * company.name}; empty for a column that isn't read.
   */
  default String field() {
    return "";
  }

  /** Whether an import reads it. */
  default boolean isRead() {
    return !field().isEmpty();
  }
}
