package ro.parcurs.crm.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * Text from which a value of the domain can be read: whatever the value's {@code of(String)} has to
 * complain about is the complaint. A text of only blanks counts as missing and passes.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValueOf.Check.class)
public @interface ValueOf {

  /** A class with a public static method {@code of(String)}. */
  Class<?> value();

  String message() default "{format}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks the value. */
  final class Check extends ValueValidator<ValueOf, String> {

    private Method of = unset();

    @Override
    public void initialize(ValueOf constraint) {
      try {
        of = constraint.value().getMethod("of", String.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalArgumentException(constraint.value() + " is not read from text", e);
      }
      if (!Modifier.isStatic(of.getModifiers())) {
        throw new IllegalArgumentException(of + " is not static");
      }
    }

    @Override
    protected void make(String raw) {
      if (Text.clean(raw).isEmpty()) {
        return;
      }
      try {
        of.invoke(null, raw);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof InvalidInput fault) {
          throw fault;
        }
        throw new IllegalStateException("unexpected failure of " + of, e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("unreachable " + of, e);
      }
    }

    private static Method unset() {
      try {
        return String.class.getMethod("valueOf", Object.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
