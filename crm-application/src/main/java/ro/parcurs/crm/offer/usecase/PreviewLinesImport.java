package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferComparison;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferFigures;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.spreadsheet.PreviewedTable;
import ro.parcurs.crm.spreadsheet.RowFault;
import ro.parcurs.crm.spreadsheet.Sheet;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Table;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.Work;

/**
 * Shows what an import of lines would make of an offer: the columns as they are understood, the
 * first rows, what would be added, changed and removed, and everything that is wrong.
 */
public final class PreviewLinesImport {

  /**
   * @param sheet the first visible one if missing
   * @param places what the columns mean, from 0; found by their headings if missing
   * @param language of the title of lines that are in no chapter
   */
  public record Query(
      @NotNull OfferId offer,
      @NotNull WorkbookSource file,
      @Nullable String sheet,
      @Nullable Map<OfferColumn, Integer> places,
      @NotNull LinesRule rule,
      @NotNull Locale language) {}

  /**
   * @param sheets the names of all sheets that are not hidden
   * @param faults all there are; while there are any, nothing can be imported
   * @param outcome what the offer would become; empty while something is wrong or missing
   */
  public record Preview(
      List<String> sheets,
      PreviewedTable<OfferColumn> table,
      List<RowFault> faults,
      Optional<Outcome> outcome) {

    public Preview {
      sheets = List.copyOf(sheets);
      faults = List.copyOf(faults);
    }
  }

  /**
   * @param content what the offer would say and come to
   * @param differences what would be added, changed and removed
   * @param unchanged how many lines would stay as they are
   */
  public record Outcome(
      OfferContentView content, List<ComparisonView.Difference> differences, int unchanged) {

    public Outcome {
      differences = List.copyOf(differences);
    }
  }

  private final Work work;
  private final CommandValidator validator;
  private final Spreadsheets spreadsheets;
  private final Wording wording;
  private final OfferGate gate;
  private final LinesMerging merging;
  private final OfferViews views = new OfferViews();

  @Inject
  public PreviewLinesImport(
      Work work,
      CommandValidator validator,
      Spreadsheets spreadsheets,
      Wording wording,
      OfferGate gate,
      LinesMerging merging) {
    this.work = work;
    this.validator = validator;
    this.spreadsheets = spreadsheets;
    this.wording = wording;
    this.gate = gate;
    this.merging = merging;
  }

  /**
   * @throws UnreadableWorkbook when the file can't be read, or has more rows than an offer has
   *     lines
   * @throws InvalidInput when the columns can't be what is said of them; {@code too-many} lines or
   *     chapters
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws IOException when the file can't be read from where it is
   */
  public Preview handle(Actor actor, Query query) throws IOException {
    validator.check(query);
    Offer offer =
        work.reading(query, () -> gate.open(actor, Permission.PURSUE_LEAD, query.offer()));
    try (Workbook workbook = spreadsheets.open(query.file())) {
      Sheet sheet = workbook.sheet(Optional.ofNullable(query.sheet()));
      Table<OfferColumn> table = Table.of(sheet, OfferColumn.class, wording, query.places());
      if (!table.missing().isEmpty()) {
        return new Preview(
            workbook.sheets(),
            PreviewedTable.of(table, row -> List.of()),
            List.of(),
            Optional.empty());
      }
      table.atMost(OfferContent.MAX_LINES);
      LinesMerge merge =
          work.reading(query, () -> merging.merge(table, offer.content(), query.language()));
      List<RowFault> faults = merge.faults();
      return new Preview(
          workbook.sheets(),
          PreviewedTable.of(table, row -> merge.faults(row.number())),
          faults,
          faults.isEmpty()
              ? Optional.of(outcome(offer.content(), merge.content(query.rule())))
              : Optional.empty());
    }
  }

  private Outcome outcome(OfferContent before, OfferContent after) {
    OfferComparison comparison = OfferComparison.between(before, after);
    int told = comparison.differences().size() - comparison.removed().size();
    return new Outcome(
        views.view(after, OfferFigures.of(after)),
        comparison.differences().stream().map(views::difference).toList(),
        (int) after.lines().count() - told);
  }
}
