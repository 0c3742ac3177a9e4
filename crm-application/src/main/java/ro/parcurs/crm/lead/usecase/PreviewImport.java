package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.ArrayList;
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
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.spreadsheet.ColumnMap;
import ro.parcurs.crm.spreadsheet.Headings;
import ro.parcurs.crm.spreadsheet.Sheet;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.crm.validation.CommandValidator;

/** Shows what an import of leads would read: the columns as they are understood, the first rows. */
public final class PreviewImport {

  public static final int ROWS = 20;

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
   * @param rows how many rows there are on the whole sheet, headings and titles included
   * @param first the first rows below the headings
   */
  public record Preview(
      List<String> sheets,
      String sheet,
      ColumnMap<LeadColumn> columns,
      Set<LeadColumn> missing,
      int rows,
      List<Row> first) {}

  /**
   * @param faults of the row by itself; duplicates are found by the import
   */
  public record Row(SheetRow cells, List<Violation> faults) {}

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
   * @throws NotPermitted when the actor may not add leads
   * @throws IOException when the file can't be read from where it is
   */
  public Preview handle(Actor actor, Query query) throws IOException {
    validator.check(query);
    policy.check(actor, Permission.ADD_LEAD);
    try (Workbook workbook = spreadsheets.open(query.file())) {
      Sheet sheet = workbook.sheet(Optional.ofNullable(query.sheet()));
      ColumnMap<LeadColumn> found = new Headings<>(LeadColumn.class, wording).find(sheet);
      Map<LeadColumn, Integer> said = query.places();
      ColumnMap<LeadColumn> map =
          said == null ? found : new ColumnMap<>(found.headerRow(), found.headings(), said);
      return new Preview(
          workbook.sheets(),
          sheet.name(),
          map,
          map.missing(LeadColumn.class),
          sheet.size(),
          first(sheet, map));
    }
  }

  private List<Row> first(Sheet sheet, ColumnMap<LeadColumn> map) {
    LeadRows leadRows = new LeadRows(map, wording, users);
    List<Row> first = new ArrayList<>();
    try (SheetRows rows = sheet.rows(map.headerRow() + 1)) {
      while (rows.hasNext() && first.size() < ROWS) {
        SheetRow row = rows.next();
        LeadRows.Read read = leadRows.read(row);
        List<Violation> faults = new ArrayList<>(read.faults());
        validator.faults(read.data()).stream()
            .filter(fault -> faults.stream().noneMatch(told -> told.field().equals(fault.field())))
            .forEach(faults::add);
        first.add(new Row(row, faults));
      }
    }
    return first;
  }
}
