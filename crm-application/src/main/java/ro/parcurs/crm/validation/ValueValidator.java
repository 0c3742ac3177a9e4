package ro.parcurs.crm.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.error.InvalidInput;

/**
 * A constraint that asks the value itself: whatever the value's constructor complains about is the
 * constraint's complaint, so that the rule stands in one place. A missing value passes;
 * {@code @NotNull} is for that.
 *
 * @param <A> the constraint
 * @param <T> what the command holds: text or a number
 */
public abstract class ValueValidator<A extends Annotation, T> implements ConstraintValidator<A, T> {

  /**
   * Makes the value.
   *
   * @throws InvalidInput when it can't be made
   */
  protected abstract void make(T raw);

  @Override
  public final boolean isValid(@Nullable T raw, ConstraintValidatorContext context) {
    if (raw == null) {
      return true;
    }
    try {
      make(raw);
      return true;
    } catch (InvalidInput fault) {
      context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(fault);
      return false;
    }
  }
}
