package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.RecipeComponent;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Column;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.work.Work;

/**
 * Writes the whole catalogue into a workbook: a sheet of items by code, and a sheet of recipes with
 * a row for each component. An item with a recipe has no price there, since it has none of its own.
 */
public final class ExportCatalogue {

  public record Query(@NotNull Locale language) {}

  private static final int PAGE = 1_000;

  private record Read(List<CatalogueItem> items, Catalogue catalogue, boolean seesCost) {}

  private final Work work;
  private final ItemQueries queries;
  private final CatalogueItems items;
  private final AccessPolicy policy;
  private final Wording wording;
  private final Spreadsheets spreadsheets;

  @Inject
  public ExportCatalogue(
      Work work,
      ItemQueries queries,
      CatalogueItems items,
      AccessPolicy policy,
      Wording wording,
      Spreadsheets spreadsheets) {
    this.work = work;
    this.queries = queries;
    this.items = items;
    this.policy = policy;
    this.wording = wording;
    this.spreadsheets = spreadsheets;
  }

  /**
   * @param to is not closed
   * @throws NotPermitted when the actor may not see the catalogue
   * @throws IOException when the stream takes no more
   */
  public void handle(Actor actor, Query query, OutputStream to) throws IOException {
    Read read = work.reading(query, () -> read(actor));
    spreadsheets.write(to, List.of(items(read, query.language()), recipes(read, query.language())));
  }

  private Read read(Actor actor) {
    policy.check(actor, Permission.SEE_CATALOGUE);
    Catalogue catalogue = items.wholeCatalogue();
    boolean seesCost =
        policy.permits(actor, Permission.CHANGE_CATALOGUE)
            || policy.permits(actor, Permission.SEE_MARGIN);
    List<CatalogueItem> inOrder = new ArrayList<>();
    Optional<ItemId> after = Optional.empty();
    List<ItemId> page;
    do {
      page = queries.list(ItemFilter.ALL, ItemSort.CODE, after, PAGE);
      page.forEach(id -> inOrder.add(catalogue.get(id)));
      after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1));
    } while (page.size() == PAGE);
    return new Read(inOrder, catalogue, seesCost);
  }

  private SheetContent items(Read read, Locale language) {
    Map<ItemColumn, Column> columns = new LinkedHashMap<>();
    columns.put(ItemColumn.CODE, column(ItemColumn.CODE, Format.TEXT, 14, language));
    columns.put(ItemColumn.NAME, column(ItemColumn.NAME, Format.TEXT, 45, language));
    columns.put(ItemColumn.UNIT, column(ItemColumn.UNIT, Format.TEXT, 8, language));
    columns.put(ItemColumn.KIND, column(ItemColumn.KIND, Format.TEXT, 12, language));
    columns.put(ItemColumn.CATEGORY, column(ItemColumn.CATEGORY, Format.TEXT, 20, language));
    columns.put(ItemColumn.PRICE, column(ItemColumn.PRICE, Format.PRICE, 14, language));
    columns.put(ItemColumn.CURRENCY, column(ItemColumn.CURRENCY, Format.TEXT, 8, language));
    columns.put(ItemColumn.COST, column(ItemColumn.COST, Format.PRICE, 14, language));
    columns.put(ItemColumn.VAT, column(ItemColumn.VAT, Format.TEXT, 10, language));
    columns.put(ItemColumn.COMMISSION, column(ItemColumn.COMMISSION, Format.PERCENT, 12, language));
    columns.put(ItemColumn.ACTIVE, column(ItemColumn.ACTIVE, Format.TEXT, 8, language));
    ItemCells cells = new ItemCells(wording, language);
    return new SheetContent(
        wording.text("sheet.items", Map.of(), language),
        List.copyOf(columns.values()),
        sheet -> {
          for (CatalogueItem item : read.items()) {
            Map<ItemColumn, Cell> row = cells.of(item);
            if (!read.seesCost()) {
              row.put(ItemColumn.COST, Cell.blank());
            }
            sheet.accept(columns.keySet().stream().map(row::get).toList());
          }
        });
  }

  private SheetContent recipes(Read read, Locale language) {
    return new SheetContent(
        wording.text("sheet.recipes", Map.of(), language),
        List.of(
            column(RecipeColumn.ITEM, Format.TEXT, 14, language),
            column(RecipeColumn.COMPONENT, Format.TEXT, 14, language),
            column(RecipeColumn.QUANTITY, Format.QUANTITY, 12, language)),
        sheet -> read.items().forEach(item -> giveTo(sheet, item, read.catalogue())));
  }

  private static void giveTo(Consumer<List<Cell>> sheet, CatalogueItem item, Catalogue catalogue) {
    item.recipe()
        .ifPresent(
            recipe -> {
              for (RecipeComponent component : recipe.components()) {
                sheet.accept(
                    List.of(
                        Cell.of(item.code().value()),
                        Cell.of(catalogue.get(component.item()).code().value()),
                        Cell.of(component.quantity().value())));
              }
            });
  }

  private Column column(Enum<?> column, Format format, int width, Locale language) {
    return new Column(wording.of(column, language), format, width);
  }
}
