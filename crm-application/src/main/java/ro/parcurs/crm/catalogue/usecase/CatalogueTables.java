package ro.parcurs.crm.catalogue.usecase;

import java.util.Locale;
import java.util.Optional;
import ro.parcurs.crm.spreadsheet.KnownColumn;
import ro.parcurs.crm.spreadsheet.Sheet;
import ro.parcurs.crm.spreadsheet.Table;
import ro.parcurs.crm.spreadsheet.TableChoice;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/** The tables of a workbook from which a catalogue is imported; there may be only one of them. */
record CatalogueTables(Optional<Table<ItemColumn>> items, Optional<Table<RecipeColumn>> recipes) {

  /**
   * Finds the tables, as far as it is not said where they are. Where no sheet has the headings of
   * either, the first one is taken for a table of items, so that somebody can say what its columns
   * mean.
   */
  static CatalogueTables in(
      Workbook workbook,
      Wording wording,
      TableChoice<ItemColumn> items,
      TableChoice<RecipeColumn> recipes) {
    Optional<Table<RecipeColumn>> ofRecipes =
        find(workbook, wording, RecipeColumn.class, recipes, Optional.empty());
    Optional<Table<ItemColumn>> ofItems =
        find(
            workbook,
            wording,
            ItemColumn.class,
            items,
            ofRecipes.map(table -> table.sheet().name()));
    if (ofItems.isEmpty() && ofRecipes.isEmpty() && !items.isLeftOut()) {
      Sheet first = workbook.sheet(Optional.ofNullable(items.sheet()));
      ofItems = Optional.of(Table.of(first, ItemColumn.class, wording, items.places()));
    }
    return new CatalogueTables(ofItems, ofRecipes);
  }

  private static <C extends Enum<C> & KnownColumn> Optional<Table<C>> find(
      Workbook workbook,
      Wording wording,
      Class<C> kind,
      TableChoice<C> choice,
      Optional<String> taken) {
    if (choice.isLeftOut()) {
      return Optional.empty();
    }
    if (choice.sheet() != null) {
      Sheet sheet = workbook.sheet(Optional.of(choice.sheet()));
      return Optional.of(Table.of(sheet, kind, wording, choice.places()));
    }
    return workbook.sheets().stream()
        .filter(name -> taken.filter(name::equals).isEmpty())
        .flatMap(name -> withContent(workbook, name).stream())
        .map(sheet -> Table.of(sheet, kind, wording, null))
        .filter(table -> table.missing().isEmpty())
        .findFirst()
        .map(table -> Table.of(table.sheet(), kind, wording, choice.places()));
  }

  private static Optional<Sheet> withContent(Workbook workbook, String name) {
    try {
      return Optional.of(workbook.sheet(Optional.of(name)));
    } catch (UnreadableWorkbook e) {
      if (e.fault() == WorkbookFault.EMPTY_SHEET) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Whether there is a table, and none lacks a column that is needed. */
  boolean isComplete() {
    return (items.isPresent() || recipes.isPresent())
        && items.stream().allMatch(table -> table.missing().isEmpty())
        && recipes.stream().allMatch(table -> table.missing().isEmpty());
  }

  /**
   * The same, when it can be imported.
   *
   * @throws UnreadableWorkbook when there is no table, a needed column is missing, or there are
   *     more rows than can be taken at once
   */
  CatalogueTables sound(Wording wording, Locale language) {
    if (items.isEmpty() && recipes.isEmpty()) {
      throw new UnreadableWorkbook(WorkbookFault.NO_HEADER);
    }
    return new CatalogueTables(
        items.map(table -> table.complete(wording, language).atMost(ImportCatalogue.MAX_ITEMS)),
        recipes.map(
            table -> table.complete(wording, language).atMost(ImportCatalogue.MAX_COMPONENTS)));
  }
}
