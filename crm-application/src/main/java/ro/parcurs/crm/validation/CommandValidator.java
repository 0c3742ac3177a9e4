package ro.parcurs.crm.validation;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;

/**
 * Checks a command record against its constraints and tells all faults at once, as codes with
 * arguments; the texts are made elsewhere. Thread-safe.
 */
public final class CommandValidator {

  /**
   * The codes of the constraints that Jakarta Validation brings; those of our own say theirs in
   * their message.
   */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("NotNull", "required"),
          Map.entry("NotBlank", "required"),
          Map.entry("NotEmpty", "required"),
          Map.entry("Null", "not-allowed"),
          Map.entry("Positive", "not-positive"),
          Map.entry("PositiveOrZero", "negative"),
          Map.entry("Min", "too-small"),
          Map.entry("DecimalMin", "too-small"),
          Map.entry("Max", "too-large"),
          Map.entry("DecimalMax", "too-large"),
          Map.entry("Digits", "too-many-digits"),
          Map.entry("Future", "not-in-future"),
          Map.entry("FutureOrPresent", "in-past"),
          Map.entry("Past", "not-in-past"),
          Map.entry("PastOrPresent", "in-future"),
          Map.entry("Pattern", "format"));

  /** What Hibernate Validator adds to the place of an element in a collection. */
  private static final Pattern ELEMENT = Pattern.compile("\\.<[a-z ]+>");

  private final Validator validator;

  /**
   * @param clock what constraints on dates count from
   */
  @Inject
  public CommandValidator(Clock clock) {
    try (ValidatorFactory factory =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .clockProvider(() -> clock)
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()) {
      validator = factory.getValidator();
    }
  }

  /**
   * Checks the command.
   *
   * @throws InvalidInput with every fault, ordered by field
   */
  public void check(Object command) {
    List<Violation> faults = faults(command);
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
  }

  /** Every fault of a command or of a part of it, ordered by field; none when it is sound. */
  public List<Violation> faults(Object command) {
    Set<ConstraintViolation<Object>> violations = validator.validate(command);
    return violations.isEmpty()
        ? List.of()
        : violations.stream()
            .flatMap(CommandValidator::violations)
            .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::code))
            .toList();
  }

  private static Stream<Violation> violations(ConstraintViolation<?> violation) {
    String field = ELEMENT.matcher(violation.getPropertyPath().toString()).replaceAll("");
    HibernateConstraintViolation<?> detailed = violation.unwrap(HibernateConstraintViolation.class);
    InvalidInput cause = detailed.getDynamicPayload(InvalidInput.class);
    if (cause != null
        && violation.getConstraintDescriptor().getAnnotation() instanceof CrossCheck) {
      return (field.isEmpty() ? cause : cause.within(field)).violations().stream();
    }
    if (cause != null) {
      return cause.violations().stream()
          .map(fault -> new Violation(field, fault.code(), fault.arguments()));
    }
    return Stream.of(new Violation(field, code(violation), arguments(violation)));
  }

  private static String code(ConstraintViolation<?> violation) {
    Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
    if (constraint instanceof Size size) {
      return sizeCode(size, violation.getInvalidValue());
    }
    String ofJakarta = CODES.get(constraint.annotationType().getSimpleName());
    return ofJakarta != null ? ofJakarta : violation.getMessageTemplate().replaceAll("[{}]", "");
  }

  private static String sizeCode(Size size, Object value) {
    if (value instanceof Collection<?> many) {
      return many.size() > size.max() ? "too-many" : "too-few";
    }
    return value.toString().length() > size.max() ? "too-long" : "too-short";
  }

  private static Map<String, Object> arguments(ConstraintViolation<?> violation) {
    Map<String, Object> arguments = new TreeMap<>();
    violation
        .getConstraintDescriptor()
        .getAttributes()
        .forEach(
            (name, value) -> {
              if (value instanceof Number || value instanceof String) {
                arguments.put(name, value);
              }
            });
    arguments.remove("message");
    return arguments;
  }
}
