package ro.parcurs.example.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.catalogue.ItemDetails;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.usecase.CatalogueUseCases;
import ro.parcurs.crm.catalogue.usecase.ItemFilter;
import ro.parcurs.crm.catalogue.usecase.ItemSort;
import ro.parcurs.crm.catalogue.usecase.ItemSummary;
import ro.parcurs.crm.catalogue.usecase.ListItems;
import ro.parcurs.example.web.Form;

/**
 * Rows of an item and a quantity: the item is typed by its code, helped by a list of suggestions,
 * so that it works with a catalogue of any size and without scripts.
 */
final class ItemPicker {

  /** Empty rows below those that are filled. */
  private static final int SPARE_ROWS = 4;

  private static final int SUGGESTIONS = 200;

  private final CatalogueUseCases catalogue;

  ItemPicker(CatalogueUseCases catalogue) {
    this.catalogue = catalogue;
  }

  /** The items that can be sold, for the suggestions. */
  List<ItemSummary> suggestions(Actor actor) {
    return catalogue
        .list(
            actor,
            new ListItems.Query(
                ItemFilter.ALL.withActive(Optional.of(true)), ItemSort.CODE, null, SUGGESTIONS))
        .items();
  }

  /** What stands in the field of an item. */
  static String typed(ItemDetails details) {
    return details.code() + " – " + details.name();
  }

  /** How many rows a form has to show. */
  static int rows(Form form, String list) {
    return form.rows(list).size();
  }

  /** Adds empty rows below the filled ones. */
  static void addSpareRows(Form form, String list) {
    int filled = closeUp(form, list);
    for (int i = filled; i < filled + SPARE_ROWS; i++) {
      form.set(item(list, i), "").set(quantity(list, i), "");
    }
  }

  /**
   * Reads the rows in which something was typed; a code that there is not is no item.
   *
   * @param row makes what the command wants of an item and a quantity
   */
  <R> List<R> read(
      Form form,
      String list,
      Actor actor,
      BiFunction<@Nullable ItemId, @Nullable BigDecimal, R> row) {
    int filled = closeUp(form, list);
    List<R> rows = new ArrayList<>();
    for (int i = 0; i < filled; i++) {
      rows.add(row.apply(find(form.text(item(list, i)), actor), form.number(quantity(list, i))));
    }
    return rows;
  }

  @Nullable ItemId find(String typed, Actor actor) {
    String code = typed.strip().split("\\s", 2)[0];
    if (code.isEmpty() || code.length() > ItemFilter.MAX_TEXT) {
      return null;
    }
    return catalogue
        .list(
            actor,
            new ListItems.Query(
                ItemFilter.ALL.withText(code), ItemSort.CODE, null, ListItems.MAX_LIMIT))
        .items()
        .stream()
        .filter(item -> item.details().code().value().equalsIgnoreCase(code))
        .map(ItemSummary::id)
        .findFirst()
        .orElse(null);
  }

  /** Moves the filled rows together, so that the faults of the command stand beside them. */
  private static int closeUp(Form form, String list) {
    List<String> items = new ArrayList<>();
    List<String> quantities = new ArrayList<>();
    List<Integer> sent = form.rows(list);
    for (int row : sent) {
      String item = form.text(item(list, row));
      String quantity = form.text(quantity(list, row));
      if (!item.isBlank() || !quantity.isBlank()) {
        items.add(item);
        quantities.add(quantity);
      }
    }
    for (int row : sent) {
      form.set(item(list, row), "").set(quantity(list, row), "");
    }
    for (int i = 0; i < items.size(); i++) {
      form.set(item(list, i), items.get(i)).set(quantity(list, i), quantities.get(i));
    }
    return items.size();
  }

  static String item(String list, int row) {
    return list + "[" + row + "].item";
  }

  static String quantity(String list, int row) {
    return list + "[" + row + "].quantity";
  }
}
