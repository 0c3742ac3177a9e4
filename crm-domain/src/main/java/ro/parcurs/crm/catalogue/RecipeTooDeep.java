package ro.parcurs.crm.catalogue;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** Recipes would be nested deeper than {@value Catalogue#MAX_DEPTH} levels. */
public final class RecipeTooDeep extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param item the outermost item
   */
  public RecipeTooDeep(ItemCode item) {
    super(Map.of("item", item.value(), "max", Catalogue.MAX_DEPTH));
  }
}
