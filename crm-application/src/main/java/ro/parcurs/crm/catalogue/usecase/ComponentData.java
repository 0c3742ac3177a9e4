package ro.parcurs.crm.catalogue.usecase;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.catalogue.RecipeComponent;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.validation.ValidDecimal;

/** A component of a recipe, as entered. */
public record ComponentData(
    @NotNull @Nullable ItemId item,
    @NotNull @ValidDecimal(ValidDecimal.Kind.QUANTITY) @Nullable BigDecimal quantity) {

  private RecipeComponent component() {
    return new RecipeComponent(
        Objects.requireNonNull(item), new Quantity(Objects.requireNonNull(quantity)));
  }

  static Recipe recipe(List<ComponentData> components) {
    return new Recipe(components.stream().map(ComponentData::component).toList());
  }
}
