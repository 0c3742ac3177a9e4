package ro.parcurs.crm.catalogue;

import java.util.Objects;
import ro.parcurs.crm.error.CrmException;

/**
 * Why an item can't be what it was to become.
 *
 * @param item the one that was to be changed or added
 */
public record ItemFault(ItemId item, CrmException reason) {

  public ItemFault {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(reason, "reason");
  }
}
