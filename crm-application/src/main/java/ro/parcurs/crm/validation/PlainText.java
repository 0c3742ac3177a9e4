package ro.parcurs.crm.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ro.parcurs.crm.text.Text;

/**
 * Free text that a store can keep, bounded in length; checked as {@link Text} does. With {@code
 * required}, a text of only blanks is a fault; a missing one is for {@code @NotNull} to refuse.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {

  /** The greatest length, after the edges are cut. */
  int max();

  /** Whether there must be something left after the edges are cut. */
  boolean required() default false;

  String message() default "{unreadable-character}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks {@link Text}. */
  final class Check extends ValueValidator<PlainText, String> {

    private int max;
    private boolean required;

    @Override
    public void initialize(PlainText constraint) {
      max = constraint.max();
      required = constraint.required();
    }

    @Override
    protected void make(String raw) {
      if (required) {
        Text.required("", raw, max);
      } else {
        Text.optional("", raw, max);
      }
    }
  }
}
