package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.OwnPrice;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.catalogue.usecase.CatalogueMerge.Merged;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.spreadsheet.FaultyRows;
import ro.parcurs.crm.spreadsheet.RowFault;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Table;
import ro.parcurs.crm.spreadsheet.TableChoice;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemActivated;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemAdded;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemDeactivated;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemEdited;
import ro.parcurs.crm.timeline.CatalogueEvent.ItemPriceChanged;
import ro.parcurs.crm.timeline.CatalogueEvent.RecipeSaved;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Imports items and recipes from a workbook as {@link ExportCatalogue} writes it (spec section 5).
 * Items are known by their codes: new ones are added, others changed; what a cell leaves empty
 * stays as it is, and so do items and recipes that are not in the workbook. All of it is taken
 * over, or nothing.
 */
public final class ImportCatalogue {

  /** Rows of a table of items. */
  public static final int MAX_ITEMS = 20_000;

  /** Rows of a table of recipes. */
  public static final int MAX_COMPONENTS = 100_000;

  /**
   * @param seen what the items were when the workbook was looked at; missing when nobody did
   * @param language of what is wrong with the file as a whole
   */
  public record Command(
      @NotNull WorkbookSource file,
      @NotNull TableChoice<ItemColumn> items,
      @NotNull TableChoice<RecipeColumn> recipes,
      @Nullable ItemsSeen seen,
      @NotNull Locale language) {}

  /** How many items were added, how many changed, and how many were so already. */
  public record Result(int added, int changed, int unchanged) {}

  /** What the command is recognised by when it comes again: what is read of which file. */
  private record Import(
      Sha256 file, Optional<String> items, Optional<String> recipes, Optional<ItemsSeen> seen) {}

  private final Work work;
  private final CommandValidator validator;
  private final Spreadsheets spreadsheets;
  private final Wording wording;
  private final Journal journal;
  private final CatalogueItems items;
  private final CatalogueEditing editing;
  private final CatalogueMerging merging;

  @Inject
  public ImportCatalogue(
      Work work,
      CommandValidator validator,
      Spreadsheets spreadsheets,
      Wording wording,
      Journal journal,
      CatalogueItems items,
      CatalogueEditing editing,
      CatalogueMerging merging) {
    this.work = work;
    this.validator = validator;
    this.spreadsheets = spreadsheets;
    this.wording = wording;
    this.journal = journal;
    this.items = items;
    this.editing = editing;
    this.merging = merging;
  }

  /**
   * @throws FaultyRows with every fault of every row; nothing is kept then
   * @throws UnreadableWorkbook when the file can't be read, has neither of the tables, or lacks a
   *     column that is needed
   * @throws InvalidInput with every fault of the command
   * @throws ConcurrentChange when an item of the workbook was changed since it was looked at
   * @throws NotPermitted when the actor may not change the catalogue
   * @throws IOException when the file can't be read from where it is
   */
  public Result handle(Caller caller, Command command) throws IOException {
    validator.check(command);
    editing.check(caller.actor());
    try (Workbook workbook = spreadsheets.open(command.file())) {
      CatalogueTables tables =
          CatalogueTables.in(workbook, wording, command.items(), command.recipes())
              .sound(wording, command.language());
      Import what =
          new Import(
              workbook.hash(),
              tables.items().map(Table::plan),
              tables.recipes().map(Table::plan),
              Optional.ofNullable(command.seen()));
      return work.inTransaction(caller, what, () -> taken(caller, what, tables));
    }
  }

  private Result taken(Caller caller, Import what, CatalogueTables tables) {
    items.lockRecipes();
    CatalogueMerge merge = merging.merge(caller.actor(), tables);
    Stamp by = journal.stamp(caller.actor());
    if (what.seen().filter(seen -> !seen.equals(merge.seen())).isPresent()) {
      Optional<CatalogueItem> other = merge.lastChanged();
      throw new ConcurrentChange(
          Subject.ITEM,
          other.map(item -> item.code().value()).orElse(""),
          other.map(CatalogueItem::changed).orElse(by));
    }
    List<RowFault> faults = merge.faults();
    if (!faults.isEmpty()) {
      throw new FaultyRows(faults);
    }
    List<Merged> toSave = merge.inSavingOrder();
    toSave.forEach(each -> save(each, by));
    int added = (int) toSave.stream().filter(each -> each.before().isEmpty()).count();
    return new Result(added, toSave.size() - added, merge.merged().size() - toSave.size());
  }

  private void save(Merged each, Stamp by) {
    CatalogueItem after = each.after();
    String code = after.code().value();
    if (each.before().isEmpty()) {
      items.add(after);
      journal.write(by, new ItemAdded(after.id(), code));
    } else {
      items.save(after);
      tell(each, by);
    }
    if (each.before().isPresent() && each.isSwitched() && after.isActive()) {
      journal.write(by, new ItemActivated(after.id(), code));
    } else if (each.isSwitched() && !after.isActive()) {
      journal.write(by, new ItemDeactivated(after.id(), code));
    }
  }

  private void tell(Merged each, Stamp by) {
    CatalogueItem after = each.after();
    String code = after.code().value();
    if (each.isEdited()) {
      journal.write(by, new ItemEdited(after.id(), code));
    }
    if (each.isRepriced() && after.pricing() instanceof Recipe recipe) {
      journal.write(by, new RecipeSaved(after.id(), code, recipe.components().size()));
    } else if (each.isRepriced() && after.pricing() instanceof OwnPrice price) {
      journal.write(
          by,
          new ItemPriceChanged(
              after.id(), code, each.before().flatMap(CatalogueItem::price), price.price()));
    }
  }
}
