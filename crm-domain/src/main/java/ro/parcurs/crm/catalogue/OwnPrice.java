package ro.parcurs.crm.catalogue;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.money.UnitPrice;

/**
 * The net price of one unit, as entered.
 *
 * @param cost what one unit costs the company, where that is known; in the same currency
 */
public record OwnPrice(UnitPrice price, Optional<UnitPrice> cost) implements ItemPricing {

  /**
   * @throws InvalidInput {@code other-currency} when the cost is not in the price's currency
   */
  public OwnPrice {
    Objects.requireNonNull(price, "price");
    if (cost.filter(known -> known.currency() != price.currency()).isPresent()) {
      throw InvalidInput.of("cost", "other-currency");
    }
  }

  public static OwnPrice of(UnitPrice price) {
    return new OwnPrice(price, Optional.empty());
  }
}
