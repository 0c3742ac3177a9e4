package ro.parcurs.crm.catalogue;

import java.util.List;
import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** Items that are no longer sold can't be put on anything new. */
public final class InactiveItems extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param items at least one
   */
  public InactiveItems(List<ItemCode> items) {
    super(Map.of("items", items.stream().map(ItemCode::value).toList()));
  }
}
