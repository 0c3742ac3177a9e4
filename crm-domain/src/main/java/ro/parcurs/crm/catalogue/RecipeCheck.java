package ro.parcurs.crm.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walks recipes down to their leaves and finds the one that leads back to its own item. */
final class RecipeCheck {

  private final Catalogue catalogue;
  private final Map<ItemId, Integer> depths = new HashMap<>();
  private final List<CatalogueItem> path = new ArrayList<>();

  RecipeCheck(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @throws CyclicRecipe with the path of the first cycle found; one through the first item begins
   *     with it
   * @throws RecipeTooDeep with the outermost item
   */
  void check(Collection<ItemId> items) {
    items.forEach(this::check);
  }

  /** The same for one item; after one that is not sound, others can be checked all the same. */
  void check(ItemId item) {
    path.clear();
    depth(catalogue.get(item));
  }

  /** Whether an item, and all that it is made of, was checked and is sound. */
  boolean isSound(ItemId item) {
    return depths.containsKey(item);
  }

  private int depth(CatalogueItem item) {
    Integer known = depths.get(item.id());
    if (known != null) {
      return known;
    }
    int seenAt = path.indexOf(item);
    if (seenAt >= 0) {
      List<ItemCode> codes = new ArrayList<>();
      path.subList(seenAt, path.size()).forEach(step -> codes.add(step.code()));
      codes.add(item.code());
      throw new CyclicRecipe(codes);
    }
    if (path.size() > Catalogue.MAX_DEPTH) {
      throw new RecipeTooDeep(path.get(0).code());
    }
    path.add(item);
    int depth = 0;
    if (item.recipe().isPresent()) {
      for (RecipeComponent component : item.recipe().get().components()) {
        depth = Math.max(depth, 1 + depth(catalogue.get(component.item())));
      }
    }
    path.remove(path.size() - 1);
    if (depth > Catalogue.MAX_DEPTH) {
      throw new RecipeTooDeep(item.code());
    }
    depths.put(item.id(), depth);
    return depth;
  }
}
