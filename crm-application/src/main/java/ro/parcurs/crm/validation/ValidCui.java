package ro.parcurs.crm.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * Text from which a {@link Cui} can be read. A blank one is {@code required}. Where the check digit
 * is not looked at, the command does it, or somebody has accepted the code as it is.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidCui.Check.class)
public @interface ValidCui {

  /** Whether the check digit has to hold. */
  boolean checkDigit() default true;

  String message() default "{cui-format}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks {@link Cui}. */
  final class Check extends ValueValidator<ValidCui, String> {

    private boolean checkDigit;

    @Override
    public void initialize(ValidCui constraint) {
      checkDigit = constraint.checkDigit();
    }

    @Override
    protected void make(String raw) {
      if (Text.clean(raw).isEmpty()) {
        throw InvalidInput.of("", "required");
      }
      if (checkDigit) {
        Cui.of(raw);
      } else {
        Cui.unchecked(raw);
      }
    }
  }
}
