package ro.parcurs.crm.catalogue;

import java.util.Objects;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.text.Text;

/**
 * What is said of an item besides its price.
 *
 * @param name at most {@value #MAX_NAME_LENGTH} characters
 * @param unit the unit of measure, for example {@code buc} or {@code oră}; at most {@value
 *     #MAX_UNIT_LENGTH} characters
 * @param category what items are grouped by; at most {@value #MAX_CATEGORY_LENGTH} characters
 * @param vat the rate on a line that sells this item
 * @param commission of the net, owed to who sold it
 */
public record ItemDetails(
    ItemCode code,
    String name,
    String unit,
    ItemKind kind,
    String category,
    VatRate vat,
    Percentage commission) {

  public static final int MAX_NAME_LENGTH = 200;
  public static final int MAX_UNIT_LENGTH = 20;
  public static final int MAX_CATEGORY_LENGTH = 100;

  public ItemDetails {
    Objects.requireNonNull(code, "code");
    name = Text.required("name", name, MAX_NAME_LENGTH);
    unit = Text.required("unit", unit, MAX_UNIT_LENGTH);
    Objects.requireNonNull(kind, "kind");
    category = Text.required("category", category, MAX_CATEGORY_LENGTH);
    Objects.requireNonNull(vat, "vat");
    Objects.requireNonNull(commission, "commission");
  }
}
