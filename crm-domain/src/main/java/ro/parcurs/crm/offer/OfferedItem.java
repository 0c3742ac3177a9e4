package ro.parcurs.crm.offer;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.PricedLine;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.UnitPrice;

/**
 * The catalogue item that a line stands for, as it was when the line was written; reports and the
 * margin go by it, whatever became of the catalogue since.
 *
 * @param category what items are grouped by
 * @param cost what a unit costs the seller, where that is known
 */
public record OfferedItem(
    ItemId id,
    ItemCode code,
    ItemKind kind,
    String category,
    Percentage commission,
    Optional<UnitPrice> cost) {

  public OfferedItem {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(commission, "commission");
    Objects.requireNonNull(cost, "cost");
  }

  static OfferedItem of(PricedLine line) {
    return new OfferedItem(
        line.item(), line.code(), line.kind(), line.category(), line.commission(), line.cost());
  }
}
