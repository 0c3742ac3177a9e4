package ro.parcurs.crm.evaluation.usecase;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.validation.ValidDecimal;

/** A line of a sheet, as entered: an item and a quantity, nothing else. */
public record SheetLineData(
    @NotNull @Nullable ItemId item,
    @NotNull @ValidDecimal(ValidDecimal.Kind.QUANTITY) @Nullable BigDecimal quantity) {

  static List<SheetLine> lines(List<SheetLineData> entered) {
    return entered.stream()
        .map(
            line ->
                new SheetLine(
                    Objects.requireNonNull(line.item),
                    new Quantity(Objects.requireNonNull(line.quantity))))
        .toList();
  }
}
