package ro.parcurs.crm.error;

import java.util.List;
import java.util.Map;

/**
 * A value that is broken by itself: each {@link Violation} names the field and the reason. All
 * faults found are told at once.
 */
public final class InvalidInput extends CrmException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /**
   * @param violations at least one
   */
  public InvalidInput(List<Violation> violations) {
    this.violations = List.copyOf(violations);
    if (this.violations.isEmpty()) {
      throw new IllegalArgumentException("an invalid input without a violation");
    }
  }

  /** One fault without arguments. */
  public static InvalidInput of(String field, String code) {
    return of(field, code, Map.of());
  }

  /** One fault. */
  public static InvalidInput of(String field, String code, Map<String, Object> arguments) {
    return new InvalidInput(List.of(new Violation(field, code, arguments)));
  }

  public List<Violation> violations() {
    return violations;
  }

  /** The same faults, seen from an object that holds the faulty one as {@code parent}. */
  public InvalidInput within(String parent) {
    return new InvalidInput(
        violations.stream().map(violation -> violation.within(parent)).toList());
  }

  @Override
  public String code() {
    return "invalid-input";
  }

  @Override
  public Map<String, Object> arguments() {
    return Map.of("violations", violations);
  }
}
