package ro.parcurs.crm.offer.usecase;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.offer.OfferLine;
import ro.parcurs.crm.validation.CrossCheck;
import ro.parcurs.crm.validation.Given;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.validation.ValidDecimal;

/**
 * A line of an offer, as it is entered. What is missing on a line from the catalogue is taken from
 * there; a line in free text has to say everything itself.
 *
 * @param item the item it stands for; missing for free text
 * @param price of one unit, in the offer's currency
 * @param discount in percent; missing for none
 * @param vat the code of the VAT rate
 * @param optional shown apart and not in the total
 */
@CrossCheck
public record LineData(
    @Nullable ItemId item,
    @PlainText(max = OfferLine.MAX_NAME_LENGTH) @Nullable String name,
    @PlainText(max = OfferLine.MAX_UNIT_LENGTH) @Nullable String unit,
    @NotNull @ValidDecimal(ValidDecimal.Kind.QUANTITY) @Nullable BigDecimal quantity,
    @ValidDecimal(ValidDecimal.Kind.UNIT_PRICE) @Nullable BigDecimal price,
    @ValidDecimal(ValidDecimal.Kind.PERCENTAGE) @Nullable BigDecimal discount,
    @PlainText(max = VatRate.MAX_CODE_LENGTH) @Nullable String vat,
    boolean optional)
    implements CrossCheck.Carrier {

  /** A line from the catalogue, as the catalogue has it. */
  public static LineData of(ItemId item, BigDecimal quantity) {
    return new LineData(item, null, null, quantity, null, null, null, false);
  }

  /** Whether nothing has to be taken from the catalogue. */
  boolean isComplete() {
    return faults().isEmpty();
  }

  /** What is missing taken from the catalogue's line. */
  LineData filledFrom(OfferLine listed) {
    return new LineData(
        item,
        Given.text(name).orElse(listed.name()),
        Given.text(unit).orElse(listed.unit()),
        quantity,
        price == null ? listed.price().value() : price,
        discount,
        Given.text(vat).orElse(listed.vat().code()),
        optional);
  }

  LineData withVat(String code) {
    return new LineData(item, name, unit, quantity, price, discount, code, optional);
  }

  @Override
  public void checkFields() {
    if (item == null && !isComplete()) {
      throw new InvalidInput(faults());
    }
  }

  private List<Violation> faults() {
    List<Violation> missing = new ArrayList<>();
    require(missing, "name", name);
    require(missing, "unit", unit);
    require(missing, "vat", vat);
    if (price == null) {
      missing.add(new Violation("price", "required", Map.of()));
    }
    return missing;
  }

  private static void require(List<Violation> missing, String field, @Nullable String text) {
    if (Given.text(text).isEmpty()) {
      missing.add(new Violation(field, "required", Map.of()));
    }
  }
}
