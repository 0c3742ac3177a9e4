package ro.parcurs.crm.evaluation.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.InactiveItems;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.evaluation.SheetTerms;
import ro.parcurs.crm.timeline.SheetChanged.SheetLinesChanged;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Replaces the lines and terms of a draft. What can't be priced yet, for want of an exchange rate,
 * is kept all the same: it stands in the way of finalising only.
 */
public final class ChangeSheet {

  /**
   * @param seen the version that the author of the change has seen
   */
  public record Command(
      @NotNull SheetId sheet,
      @NotNull Version seen,
      @NotNull @Size(max = EvaluationSheet.MAX_LINES) List<@NotNull @Valid SheetLineData> lines,
      @NotNull @Valid SheetTermsData terms) {}

  private final Work work;
  private final Journal journal;
  private final EvaluationSheets sheets;
  private final SheetEditing editing;

  @Inject
  public ChangeSheet(Work work, Journal journal, EvaluationSheets sheets, SheetEditing editing) {
    this.work = work;
    this.journal = journal;
    this.sheets = sheets;
    this.editing = editing;
  }

  /**
   * @throws NotFound when there is no such sheet, or no such item
   * @throws InactiveItems when a new line is of an item, or has a part, that is no longer sold
   * @throws NoSuchTransition when it is not a draft
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotPermitted when the actor may not pursue the lead
   */
  public SheetRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          EvaluationSheet before = editing.open(caller.actor(), command.sheet(), command.seen());
          Stamp by = journal.stamp(caller.actor());
          List<SheetLine> lines = SheetLineData.lines(command.lines());
          SheetTerms terms = command.terms().terms();
          EvaluationSheet after = before.change(lines, terms, by);
          requireSellable(before, lines);
          if (lines.equals(before.lines()) && terms.equals(before.terms())) {
            return SheetRef.unchanged(before);
          }
          sheets.save(after);
          journal.write(
              by,
              after.lead(),
              after.pursuit(),
              new SheetLinesChanged(after.id(), after.number(), lines.size()));
          return SheetRef.saved(after);
        });
  }

  private void requireSellable(EvaluationSheet before, List<SheetLine> lines) {
    Catalogue catalogue = editing.catalogueOf(lines);
    Set<ItemId> kept =
        before.lines().stream().map(SheetLine::item).collect(Collectors.toUnmodifiableSet());
    lines.forEach(line -> catalogue.get(line.item()));
    List<ItemCode> inactive =
        lines.stream()
            .map(SheetLine::item)
            .filter(item -> !kept.contains(item))
            .flatMap(item -> catalogue.inactiveIn(item).stream())
            .map(CatalogueItem::code)
            .distinct()
            .sorted()
            .toList();
    if (!inactive.isEmpty()) {
      throw new InactiveItems(inactive);
    }
  }
}
