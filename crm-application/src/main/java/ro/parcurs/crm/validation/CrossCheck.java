package ro.parcurs.crm.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ro.parcurs.crm.error.InvalidInput;

/**
 * On a command of which some fields only make sense together: it looks at itself and names the
 * fields that it complains about. Its faults are told together with those of single fields.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CrossCheck.Check.class)
public @interface CrossCheck {

  String message() default "{format}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** A command that looks at itself. */
  interface Carrier {

    /**
     * Looks at what goes together. What is missing is for the constraints of the single fields to
     * tell, and passes here.
     *
     * @throws InvalidInput with the faulty fields
     */
    void checkFields();
  }

  /** Asks the command. */
  final class Check extends ValueValidator<CrossCheck, Carrier> {

    @Override
    protected void make(Carrier command) {
      command.checkFields();
    }
  }
}
