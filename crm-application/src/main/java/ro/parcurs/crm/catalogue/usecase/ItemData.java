package ro.parcurs.crm.catalogue.usecase;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemDetails;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.validation.ValidDecimal;
import ro.parcurs.crm.validation.ValueOf;

/**
 * What is said of an item besides its price, as entered.
 *
 * @param vatRate the code of a rate that is valid today
 * @param commission in percent
 */
public record ItemData(
    @NotBlank @ValueOf(ItemCode.class) @Nullable String code,
    @NotBlank @PlainText(max = ItemDetails.MAX_NAME_LENGTH) @Nullable String name,
    @NotBlank @PlainText(max = ItemDetails.MAX_UNIT_LENGTH) @Nullable String unit,
    @NotNull @Nullable ItemKind kind,
    @NotBlank @PlainText(max = ItemDetails.MAX_CATEGORY_LENGTH) @Nullable String category,
    @NotBlank @PlainText(max = VatRate.MAX_CODE_LENGTH) @Nullable String vatRate,
    @NotNull @ValidDecimal(ValidDecimal.Kind.PERCENTAGE) @Nullable BigDecimal commission) {

  String vatCode() {
    return Objects.requireNonNull(vatRate);
  }

  ItemDetails details(VatRate rate) {
    return new ItemDetails(
        ItemCode.of(Objects.requireNonNull(code)),
        Objects.requireNonNull(name),
        Objects.requireNonNull(unit),
        Objects.requireNonNull(kind),
        Objects.requireNonNull(category),
        rate,
        new Percentage(Objects.requireNonNull(commission)));
  }
}
