package ro.parcurs.crm.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.InvalidInput;

/**
 * On a command with a fiscal code: its check digit holds, unless whoever gives the command says
 * that they have looked and accept it as it is (spec section 3: old codes exist). What is no code
 * at all is for {@link ValidCui} to refuse.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CheckDigit.Check.class)
public @interface CheckDigit {

  String message() default "{cui-check-digit}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** A command that carries a fiscal code. */
  interface Carrier {

    @Nullable String cui();

    /** Whether a failing check digit is accepted knowingly. */
    boolean checkDigitAccepted();
  }

  /** Asks {@link Cui}, and complains about the field {@code cui}. */
  final class Check implements ConstraintValidator<CheckDigit, Carrier> {

    @Override
    public boolean isValid(@Nullable Carrier command, ConstraintValidatorContext context) {
      if (command == null || command.checkDigitAccepted() || holds(command.cui())) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
          .addPropertyNode("cui")
          .addConstraintViolation();
      return false;
    }

    private static boolean holds(@Nullable String cui) {
      try {
        return cui == null || Cui.unchecked(cui).hasValidCheckDigit();
      } catch (InvalidInput noCode) {
        return true;
      }
    }
  }
}
