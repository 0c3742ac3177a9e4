package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.catalogue.usecase.CatalogueMerge.Merged;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.spreadsheet.PreviewedTable;
import ro.parcurs.crm.spreadsheet.RowFault;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.TableChoice;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.Work;

/**
 * Shows what an import of the catalogue would do: the tables and their columns as they are
 * understood, the first rows, what would be added and changed, and everything that is wrong.
 */
public final class PreviewCatalogueImport {

  /**
   * @param language of names in the cells that are compared
   */
  public record Query(
      @NotNull WorkbookSource file,
      @NotNull TableChoice<ItemColumn> items,
      @NotNull TableChoice<RecipeColumn> recipes,
      @NotNull Locale language) {}

  /**
   * @param sheets the names of all sheets that are not hidden
   * @param items empty when no such table was found, or it is left out
   * @param recipes likewise
   * @param plan what would be done; empty while a needed column is missing
   */
  public record Preview(
      List<String> sheets,
      Optional<PreviewedTable<ItemColumn>> items,
      Optional<PreviewedTable<RecipeColumn>> recipes,
      Optional<Plan> plan) {

    public Preview {
      sheets = List.copyOf(sheets);
    }
  }

  /**
   * @param changes what would be added and changed, in the order of the workbook
   * @param unchanged how many items are so already
   * @param faults all there are; while there are any, nothing can be imported
   * @param seen what the items were, for the import
   */
  public record Plan(
      List<ItemChange> changes, int unchanged, List<RowFault> faults, ItemsSeen seen) {

    public Plan {
      changes = List.copyOf(changes);
      faults = List.copyOf(faults);
    }

    /** How many items would be added. */
    public long added() {
      return changes.stream().filter(ItemChange::added).count();
    }

    /** How many items would be changed. */
    public long changed() {
      return changes.size() - added();
    }
  }

  private final Work work;
  private final CommandValidator validator;
  private final Spreadsheets spreadsheets;
  private final Wording wording;
  private final CatalogueEditing editing;
  private final CatalogueMerging merging;

  @Inject
  public PreviewCatalogueImport(
      Work work,
      CommandValidator validator,
      Spreadsheets spreadsheets,
      Wording wording,
      CatalogueEditing editing,
      CatalogueMerging merging) {
    this.work = work;
    this.validator = validator;
    this.spreadsheets = spreadsheets;
    this.wording = wording;
    this.editing = editing;
    this.merging = merging;
  }

  /**
   * @throws UnreadableWorkbook when the file can't be read, or has more rows than can be imported
   * @throws InvalidInput when the columns can't be what is said of them
   * @throws NotPermitted when the actor may not change the catalogue
   * @throws IOException when the file can't be read from where it is
   */
  public Preview handle(Actor actor, Query query) throws IOException {
    validator.check(query);
    editing.check(actor);
    try (Workbook workbook = spreadsheets.open(query.file())) {
      CatalogueTables tables =
          CatalogueTables.in(workbook, wording, query.items(), query.recipes());
      if (!tables.isComplete()) {
        return new Preview(
            workbook.sheets(),
            tables.items().map(table -> PreviewedTable.of(table, row -> List.of())),
            tables.recipes().map(table -> PreviewedTable.of(table, row -> List.of())),
            Optional.empty());
      }
      CatalogueTables sound = tables.sound(wording, query.language());
      return work.reading(query, () -> planned(actor, query, workbook, sound));
    }
  }

  private Preview planned(Actor actor, Query query, Workbook workbook, CatalogueTables tables) {
    CatalogueMerge merge = merging.merge(actor, tables);
    ItemCells cells = new ItemCells(wording, query.language());
    List<ItemChange> changes =
        merge.merged().stream()
            .filter(each -> !each.isUnchanged())
            .map(each -> change(each, cells, merge))
            .toList();
    return new Preview(
        workbook.sheets(),
        tables.items().map(of -> PreviewedTable.of(of, row -> merge.itemFaults(row.number()))),
        tables.recipes().map(of -> PreviewedTable.of(of, row -> merge.recipeFaults(row.number()))),
        Optional.of(
            new Plan(
                changes, merge.merged().size() - changes.size(), merge.faults(), merge.seen())));
  }

  private static ItemChange change(Merged each, ItemCells cells, CatalogueMerge merge) {
    CatalogueItem after = each.after();
    return new ItemChange(
        after.code(),
        after.name(),
        each.before().isEmpty(),
        cells.differences(each.before(), after),
        each.isRepriced() ? components(each.before(), merge) : List.of(),
        each.isRepriced() ? components(Optional.of(after), merge) : List.of());
  }

  private static List<ItemChange.Component> components(
      Optional<CatalogueItem> item, CatalogueMerge merge) {
    return item.flatMap(CatalogueItem::recipe).map(Recipe::components).stream()
        .flatMap(List::stream)
        .map(part -> new ItemChange.Component(merge.codeOf(part.item()), part.quantity()))
        .toList();
  }
}
