package ro.parcurs.crm.error;

import java.util.Map;
import java.util.Objects;

/**
 * One fault of one field.
 *
 * @param field the path of the field as the caller knows it, for example {@code contacts[0].email};
 *     empty when the fault is of the whole
 * @param code the key of the reason, for example {@code too-long}
 * @param arguments what the text of the reason speaks about, by name
 */
public record Violation(String field, String code, Map<String, Object> arguments) {

  public Violation {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(code, "code");
    arguments = Map.copyOf(arguments);
  }

  /** The same fault, seen from an object that holds the faulty one as {@code parent}. */
  public Violation within(String parent) {
    return new Violation(field.isEmpty() ? parent : parent + "." + field, code, arguments);
  }
}
