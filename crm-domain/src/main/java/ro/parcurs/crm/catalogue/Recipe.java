package ro.parcurs.crm.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ro.parcurs.crm.error.InvalidInput;

/**
 * What one unit of an item is made of.
 *
 * @param components in the order in which documents list them; 1 to {@value #MAX_COMPONENTS}, each
 *     item once
 */
public record Recipe(List<RecipeComponent> components) implements ItemPricing {

  public static final int MAX_COMPONENTS = 100;

  /**
   * @throws InvalidInput {@code too-few}, {@code too-many} or {@code component-twice}
   */
  public Recipe {
    components = List.copyOf(components);
    if (components.isEmpty()) {
      throw InvalidInput.of("components", "too-few", Map.of("min", 1));
    }
    if (components.size() > MAX_COMPONENTS) {
      throw InvalidInput.of("components", "too-many", Map.of("max", MAX_COMPONENTS));
    }
    Set<ItemId> seen = new HashSet<>();
    for (int i = 0; i < components.size(); i++) {
      if (!seen.add(components.get(i).item())) {
        throw InvalidInput.of("components[" + i + "].item", "component-twice");
      }
    }
  }
}
