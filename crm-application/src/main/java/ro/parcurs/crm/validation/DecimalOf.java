package ro.parcurs.crm.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;

/**
 * A number from which a {@link Quantity}, a {@link UnitPrice}, a {@link Percentage} or an {@link
 * ExchangeRate} can be made: whatever the value has to complain about is the complaint.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DecimalOf.Check.class)
public @interface DecimalOf {

  /** One of the four. */
  Class<?> value();

  String message() default "{format}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks the value. */
  final class Check extends ValueValidator<DecimalOf, BigDecimal> {

    private static final Map<Class<?>, Consumer<BigDecimal>> MAKERS =
        Map.of(
            Quantity.class,
            Quantity::new,
            Percentage.class,
            Percentage::new,
            UnitPrice.class,
            number -> new UnitPrice(number, Currency.RON),
            ExchangeRate.class,
            number -> new ExchangeRate(Currency.EUR, Currency.RON, number));

    private Consumer<BigDecimal> maker = number -> {};

    @Override
    public void initialize(DecimalOf constraint) {
      Consumer<BigDecimal> known = MAKERS.get(constraint.value());
      if (known == null) {
        throw new IllegalArgumentException(constraint.value() + " is not made of a number");
      }
      maker = known;
    }

    @Override
    protected void make(BigDecimal raw) {
      maker.accept(raw);
    }
  }
}
