package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.spreadsheet.ColumnMap;
import ro.parcurs.crm.spreadsheet.PreviewedRow;
import ro.parcurs.crm.spreadsheet.Sheet;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Table;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.crm.validation.CommandValidator;

/** Shows what an import of leads would read: the columns as they are understood, the first rows. */
public final class PreviewImport {

  /**
   * @param sheet the first visible one if missing
   * @param places what the columns mean, from 0; found by their headings if missing
   */
  public record Query(
      @NotNull WorkbookSource file,
      @Nullable String sheet,
      @Nullable Map<LeadColumn, Integer> places) {}

  /**
   * @param sheets the names of all sheets that are not hidden
   * @param missing the required columns that were not found: without them there is no import
   * @param rows how many rows there are below the headings
   * @param first the first of them
   */
  public record Preview(
      List<String> sheets,
      String sheet,
      ColumnMap<LeadColumn> columns,
      Set<LeadColumn> missing,
      int rows,
      List<PreviewedRow> first) {}

  private final Spreadsheets spreadsheets;
  private final Wording wording;
  private final CommandValidator validator;
  private final Users users;
  private final AccessPolicy policy;

  @Inject
  public PreviewImport(
      Spreadsheets spreadsheets,
      Wording wording,
      CommandValidator validator,
      Users users,
      AccessPolicy policy) {
    this.spreadsheets = spreadsheets;
    this.wording = wording;
    this.validator = validator;
    this.users = users;
    this.policy = policy;
  }

  /**
   * @throws UnreadableWorkbook when the file can't be read
   * @throws InvalidInput when the columns can't be what is said of them
   * @throws NotPermitted when the actor may not add leads
   * @throws IOException when the file can't be read from where it is
   */
  public Preview handle(Actor actor, Query query) throws IOException {
    validator.check(query);
    policy.check(actor, Permission.ADD_LEAD);
    try (Workbook workbook = spreadsheets.open(query.file())) {
      Sheet sheet = workbook.sheet(Optional.ofNullable(query.sheet()));
      Table<LeadColumn> table = Table.of(sheet, LeadColumn.class, wording, query.places());
      LeadRows rows = new LeadRows(table.columns(), wording, users, validator);
      return new Preview(
          workbook.sheets(),
          sheet.name(),
          table.columns(),
          table.missing(),
          table.size(),
          table.preview(row -> rows.allFaults(rows.read(row))));
    }
  }
}
