package ro.parcurs.crm.spreadsheet;

import java.util.Locale;
import java.util.Map;
import ro.parcurs.crm.error.Violation;

/** The words that stand in workbooks for people: headings, names of states, faults. Thread-safe. */
public interface Wording {

  /** The name of a column, a state, a step and the like. */
  String of(Enum<?> constant, Locale locale);

  /** What is wrong with a field, as a sentence. */
  String of(Violation violation, Locale locale);

  /** The text of a key, with its arguments in place. */
  String text(String key, Map<String, Object> arguments, Locale locale);
}
