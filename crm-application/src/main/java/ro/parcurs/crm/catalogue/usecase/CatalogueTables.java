package ro.parcurs.crm.catalogue.usecase;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
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

  /** So many known headings are no accident. */
  private static final int FEWEST = 2;

  /**
   * Finds the tables, as far as it is not said where they are: the first sheet that has all the
   * headings that are needed, or else one that has some, so that it isn't passed over in silence
   * and somebody can say what its columns mean. Where no sheet has any, the first one is taken for
   * a table of items.
   */
  static CatalogueTables in(
      Workbook workbook,
      Wording wording,
      TableChoice<ItemColumn> items,
      TableChoice<RecipeColumn> recipes) {
    Finding<RecipeColumn> ofRecipes = new Finding<>(workbook, wording, RecipeColumn.class, recipes);
    Finding<ItemColumn> ofItems = new Finding<>(workbook, wording, ItemColumn.class, items);
    ofRecipes.find(ofItems, CatalogueTables::isWhole);
    ofItems.find(ofRecipes, CatalogueTables::isWhole);
    ofRecipes.find(ofItems, table -> table.columns().has(RecipeColumn.COMPONENT) && isPart(table));
    ofItems.find(ofRecipes, CatalogueTables::isPart);
    if (ofRecipes.found.isEmpty()) {
      ofItems.find(ofRecipes, table -> true);
    }
    return new CatalogueTables(ofItems.found, ofRecipes.found);
  }

  private static boolean isWhole(Table<?> table) {
    return table.missing().isEmpty();
  }

  private static boolean isPart(Table<?> table) {
    return table.columns().places().size() >= FEWEST;
  }

  /** Looks for one of the tables. */
  private static final class Finding<C extends Enum<C> & KnownColumn> {

    private final Workbook workbook;
    private final Wording wording;
    private final Class<C> kind;
    private final TableChoice<C> choice;
    private Optional<Table<C>> found = Optional.empty();

    Finding(Workbook workbook, Wording wording, Class<C> kind, TableChoice<C> choice) {
      this.workbook = workbook;
      this.wording = wording;
      this.kind = kind;
      this.choice = choice;
      if (choice.sheet() != null && !choice.isLeftOut()) {
        found = Optional.of(as(workbook.sheet(Optional.of(choice.sheet()))));
      }
    }

    private Table<C> as(Sheet sheet) {
      return Table.of(sheet, kind, wording, choice.places());
    }

    void find(Finding<?> other, Predicate<Table<C>> fits) {
      if (found.isEmpty() && !choice.isLeftOut()) {
        found =
            workbook.sheets().stream()
                .filter(name -> other.found.filter(it -> it.sheet().name().equals(name)).isEmpty())
                .flatMap(name -> withContent(workbook, name).stream())
                .map(sheet -> Table.of(sheet, kind, wording, null))
                .filter(fits)
                .findFirst()
                .map(table -> as(table.sheet()));
      }
    }
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
