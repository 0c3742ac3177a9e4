package ro.parcurs.crm.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.function.Consumer;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;

/** A number from which a value of the package {@code money} can be made. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidDecimal.Check.class)
public @interface ValidDecimal {

  /** What is to be made of it. */
  Kind value();

  String message() default "{format}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The values that are made of one number; in which currency makes no difference. */
  enum Kind {
    QUANTITY(Quantity::new),
    UNIT_PRICE(number -> new UnitPrice(number, Currency.RON)),
    PERCENTAGE(Percentage::new),
    EXCHANGE_RATE(number -> new ExchangeRate(Currency.EUR, Currency.RON, number));

    private final Consumer<BigDecimal> value;

    Kind(Consumer<BigDecimal> value) {
      this.value = value;
    }
  }

  /** Asks the value. */
  final class Check extends ValueValidator<ValidDecimal, BigDecimal> {

    private Kind kind = Kind.QUANTITY;

    @Override
    public void initialize(ValidDecimal constraint) {
      kind = constraint.value();
    }

    @Override
    protected void make(BigDecimal raw) {
      kind.value.accept(raw);
    }
  }
}
