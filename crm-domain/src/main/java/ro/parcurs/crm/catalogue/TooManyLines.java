package ro.parcurs.crm.catalogue;

import java.util.Map;
import ro.parcurs.crm.error.Refusal;

/** An item expands to more lines than a document can show. */
public final class TooManyLines extends Refusal {

  private static final long serialVersionUID = 1L;

  public TooManyLines(ItemCode item, int max) {
    super(Map.of("item", item.value(), "max", max));
  }
}
