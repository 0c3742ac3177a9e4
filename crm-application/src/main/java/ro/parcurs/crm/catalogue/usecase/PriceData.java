package ro.parcurs.crm.catalogue.usecase;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.OwnPrice;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.validation.ValidDecimal;

/**
 * A price as entered.
 *
 * @param price net, for one unit
 * @param cost what one unit costs the company, in the same currency, where that is known
 */
public record PriceData(
    @NotNull @ValidDecimal(ValidDecimal.Kind.UNIT_PRICE) @Nullable BigDecimal price,
    @NotNull @Nullable Currency currency,
    @ValidDecimal(ValidDecimal.Kind.UNIT_PRICE) @Nullable BigDecimal cost) {

  OwnPrice own() {
    Currency in = Objects.requireNonNull(currency);
    return new OwnPrice(
        new UnitPrice(Objects.requireNonNull(price), in),
        Optional.ofNullable(cost).map(known -> new UnitPrice(known, in)));
  }
}
