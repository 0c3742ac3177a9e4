package ro.parcurs.crm.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ro.parcurs.crm.error.Refusal;

/** The recipe would make an item a component of itself (spec section 5). */
public final class CyclicRecipe extends Refusal {

  private static final long serialVersionUID = 1L;

  private final transient List<ItemCode> path;

  /**
   * @param path from the item over the recipes back to the same item, which stands first and last
   */
  public CyclicRecipe(List<ItemCode> path) {
    super(Map.of("path", path.stream().map(ItemCode::value).collect(Collectors.joining(" → "))));
    this.path = List.copyOf(path);
  }

  public List<ItemCode> path() {
    return path;
  }
}
