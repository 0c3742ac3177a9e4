package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.Cells;
import ro.parcurs.crm.spreadsheet.SheetContent;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;
import ro.parcurs.crm.spreadsheet.Spreadsheets;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.work.Work;

/**
 * Writes the list of leads, as it is shown to the actor, into a workbook: all its pages, of one
 * moment.
 */
public final class ExportLeads {

  /**
   * @param language of headings and names of states
   */
  public record Query(
      @NotNull @Valid LeadFilter filter,
      @NotNull @Valid LeadOrder order,
      @NotNull Locale language) {}

  private static final int PAGE = 1_000;

  /** A column with how its cell is made. */
  private record Shown(
      LeadColumn column, Format format, int width, Function<LeadListItem, Cell> cell) {}

  private final Work work;
  private final LeadQueries queries;
  private final AccessPolicy policy;
  private final Users users;
  private final Wording wording;
  private final Spreadsheets spreadsheets;
  private final Clock clock;

  @Inject
  public ExportLeads(
      Work work,
      LeadQueries queries,
      AccessPolicy policy,
      Users users,
      Wording wording,
      Spreadsheets spreadsheets,
      Clock clock) {
    this.work = work;
    this.queries = queries;
    this.policy = policy;
    this.users = users;
    this.wording = wording;
    this.spreadsheets = spreadsheets;
    this.clock = clock;
  }

  /**
   * @param to is not closed; should take what it is given at once, since the store is being read
   *     meanwhile
   * @throws InvalidInput with every fault
   * @throws IOException when the stream takes no more
   */
  public void handle(Actor actor, Query query, OutputStream to) throws IOException {
    try {
      work.<Boolean>reading(
          query,
          () -> {
            write(policy.scope(actor), query, to);
            return true;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(LeadScope scope, Query query, OutputStream to) {
    List<Shown> shown = shown(query.language());
    List<SheetContent.Column> columns =
        shown.stream()
            .map(
                each ->
                    new SheetContent.Column(
                        wording.of(each.column(), query.language()), each.format(), each.width()))
            .toList();
    try {
      spreadsheets.write(
          to,
          List.of(
              new SheetContent(
                  wording.text("sheet.leads", Map.of(), query.language()),
                  columns,
                  sheet -> giveTo(sheet, scope, query, shown))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void giveTo(Consumer<List<Cell>> sheet, LeadScope scope, Query query, List<Shown> shown) {
    Instant now = clock.instant();
    Optional<LeadCursor> after = Optional.empty();
    List<LeadListItem> page;
    do {
      page = queries.list(scope, query.filter(), now, query.order(), after, PAGE);
      for (LeadListItem item : page) {
        sheet.accept(shown.stream().map(each -> each.cell().apply(item)).toList());
        after = Optional.of(LeadCursor.after(item, query.order()));
      }
    } while (page.size() == PAGE);
  }

  private List<Shown> shown(Locale language) {
    Map<UserId, String> names = new HashMap<>();
    Function<UserId, String> name = user -> names.computeIfAbsent(user, users::nameOf);
    return List.of(
        new Shown(LeadColumn.CUI, Format.TEXT, 12, item -> Cell.of(item.cui().digits())),
        new Shown(LeadColumn.NAME, Format.TEXT, 40, item -> Cell.of(item.name())),
        new Shown(LeadColumn.COUNTY, Format.TEXT, 18, item -> Cell.of(item.county().displayName())),
        new Shown(LeadColumn.LOCALITY, Format.TEXT, 20, item -> Cell.of(item.locality())),
        new Shown(LeadColumn.PHONE, Format.TEXT, 16, item -> Cells.text(item.phone())),
        new Shown(LeadColumn.CONTACT, Format.TEXT, 25, item -> Cells.text(item.contact())),
        new Shown(
            LeadColumn.STATE, Format.TEXT, 12, item -> Cell.of(wording.of(item.state(), language))),
        new Shown(
            LeadColumn.PRIORITY,
            Format.TEXT,
            12,
            item -> Cell.of(wording.of(item.priority(), language))),
        new Shown(
            LeadColumn.SOURCE,
            Format.TEXT,
            18,
            item -> Cells.text(item.source().map(source -> source.value()))),
        new Shown(LeadColumn.OWNER, Format.TEXT, 20, item -> Cells.text(item.owner().map(name))),
        new Shown(
            LeadColumn.STEP,
            Format.TEXT,
            22,
            item -> Cells.text(item.task().map(task -> wording.of(task.step(), language)))),
        new Shown(
            LeadColumn.ASSIGNEE,
            Format.TEXT,
            20,
            item -> Cells.text(item.task().map(OpenTask::assignee).map(name))),
        new Shown(
            LeadColumn.DEADLINE,
            Format.TIME,
            17,
            item ->
                item.task()
                    .map(task -> Cells.moment(task.deadline().at(), clock.getZone()))
                    .orElseGet(Cell::blank)),
        new Shown(
            LeadColumn.ADDED,
            Format.TIME,
            17,
            item -> Cells.moment(item.addedAt(), clock.getZone())),
        new Shown(
            LeadColumn.CHANGED,
            Format.TIME,
            17,
            item -> Cells.moment(item.changedAt(), clock.getZone())));
  }
}
