package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.offer.NotInNegotiation;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.spreadsheet.FaultyRows;
import ro.parcurs.crm.spreadsheet.RowFault;
import ro.parcurs.crm.spreadsheet.Sheet;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Table;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.crm.timeline.OfferChanged.OfferEdited;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Work;

/**
 * Imports lines from a workbook into a draft: from the catalogue by their codes, or in free text
 * (spec section 7). All of them are taken over, or none.
 */
public final class ImportOfferLines {

  /**
   * @param seen the version of the offer that the author of the import has seen
   * @param sheet the first visible one if missing
   * @param places what the columns mean, from 0; found by their headings if missing
   * @param language of what is wrong with the file as a whole, and of the title of lines that are
   *     in no chapter
   */
  public record Command(
      @NotNull OfferId offer,
      @NotNull Version seen,
      @NotNull WorkbookSource file,
      @Nullable String sheet,
      @Nullable Map<OfferColumn, Integer> places,
      @NotNull LinesRule rule,
      @NotNull Locale language) {}

  /** What the command is recognised by when it comes again: what is read of which file. */
  private record Import(
      OfferId offer, Version seen, Sha256 file, String table, LinesRule rule, String language) {}

  private final Work work;
  private final CommandValidator validator;
  private final Spreadsheets spreadsheets;
  private final Wording wording;
  private final OfferGate gate;
  private final OfferEdit edit;
  private final LinesMerging merging;

  @Inject
  public ImportOfferLines(
      Work work,
      CommandValidator validator,
      Spreadsheets spreadsheets,
      Wording wording,
      OfferGate gate,
      OfferEdit edit,
      LinesMerging merging) {
    this.work = work;
    this.validator = validator;
    this.spreadsheets = spreadsheets;
    this.wording = wording;
    this.gate = gate;
    this.edit = edit;
    this.merging = merging;
  }

  /**
   * @throws FaultyRows with every fault of every row; nothing is kept then
   * @throws UnreadableWorkbook when the file can't be read, lacks a column that is needed, or has
   *     more rows than an offer has lines
   * @throws InvalidInput with every fault of the command; {@code too-many} lines or chapters
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not pursue its lead
   * @throws ConcurrentChange when it was changed since it was seen
   * @throws NotInNegotiation when its pursuit is not negotiating
   * @throws NoSuchTransition unless it is a draft
   * @throws IOException when the file can't be read from where it is
   */
  public OfferRef handle(Caller caller, Command command) throws IOException {
    validator.check(command);
    work.reading(
        command.offer(), () -> gate.open(caller.actor(), Permission.PURSUE_LEAD, command.offer()));
    try (Workbook workbook = spreadsheets.open(command.file())) {
      Sheet sheet = workbook.sheet(Optional.ofNullable(command.sheet()));
      Table<OfferColumn> table =
          Table.of(sheet, OfferColumn.class, wording, command.places())
              .complete(wording, command.language())
              .atMost(OfferContent.MAX_LINES);
      Import what =
          new Import(
              command.offer(),
              command.seen(),
              workbook.hash(),
              table.plan(),
              command.rule(),
              command.language().getLanguage());
      return work.inTransaction(caller, what, () -> taken(caller, command, table));
    }
  }

  private OfferRef taken(Caller caller, Command command, Table<OfferColumn> table) {
    return edit.editIfDifferent(
        caller.actor(),
        Permission.PURSUE_LEAD,
        command.offer(),
        command.seen(),
        (before, by) -> {
          LinesMerge merge = merging.merge(table, before.content(), command.language());
          List<RowFault> faults = merge.faults();
          if (!faults.isEmpty()) {
            throw new FaultyRows(faults);
          }
          return before.change(merge.content(command.rule()), by);
        },
        (before, after) ->
            new OfferEdited(
                after.id(),
                after.number(),
                before.figures().totals().net(),
                after.figures().totals().net()));
  }
}
