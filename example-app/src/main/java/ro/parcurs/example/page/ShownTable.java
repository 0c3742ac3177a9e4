package ro.parcurs.example.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.spreadsheet.KnownColumn;
import ro.parcurs.crm.spreadsheet.PreviewedRow;
import ro.parcurs.crm.spreadsheet.PreviewedTable;
import ro.parcurs.crm.spreadsheet.UnreadColumns;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Option;
import ro.parcurs.example.web.Request;

/**
 * A table of a workbook as a page shows it before an import: what its columns mean, to be said
 * otherwise, and its first rows.
 *
 * @param options what a column can mean
 * @param missing the names of columns that are needed and weren't found
 * @param unknown the headings that mean nothing
 * @param unread those of columns that are known and not read
 * @param heads the names of the columns that are read, in the order of the cells
 */
public record ShownTable(
    String sheet,
    int rows,
    List<Column> columns,
    List<Option> options,
    String missing,
    String unknown,
    String unread,
    List<String> heads,
    List<Row> first) {

  /**
   * A column of the sheet.
   *
   * @param input the name of the field that says what it means
   * @param label its heading
   * @param sample what stands in it
   */
  public record Column(String input, String label, @Nullable String sample) {}

  /**
   * A row.
   *
   * @param faults what is wrong with it, as sentences; may be empty
   */
  public record Row(int number, String faults, List<String> cells) {}

  /**
   * Shows a table, and fills in what its columns mean.
   *
   * @param list the name of the list of fields
   */
  static <C extends Enum<C> & KnownColumn> ShownTable of(
      PreviewedTable<C> table, Class<C> kind, String list, Request request, Messages messages) {
    Form form = request.form();
    Set<Integer> places = new TreeSet<>(table.columns().headings().keySet());
    places.addAll(table.columns().places().values());
    table
        .columns()
        .places()
        .forEach((column, place) -> form.setDefault(input(list, place), column.name()));
    places.forEach(place -> form.setDefault(input(list, place), ""));
    UnreadColumns unread = UnreadColumns.of(table.columns().unread().values(), kind, messages);
    List<C> read = table.columns().inOrder(kind).keySet().stream().filter(C::isRead).toList();
    return new ShownTable(
        table.sheet(),
        table.rows(),
        places.stream().map(place -> column(table, place, list, request)).toList(),
        Option.of(
            Stream.of(kind.getEnumConstants()).filter(C::isRead).toList(),
            column -> messages.of(column, request.locale())),
        String.join(
            ", ",
            table.missing().stream().map(each -> messages.of(each, request.locale())).toList()),
        String.join(", ", unread.unknown()),
        String.join(", ", unread.known()),
        read.stream().map(column -> messages.of(column, request.locale())).toList(),
        table.first().stream()
            .map(
                row ->
                    new Row(
                        row.cells().number(),
                        KnownColumn.sentences(row.faults(), kind, messages, request.locale()),
                        read.stream()
                            .map(column -> table.columns().cell(row.cells(), column).text())
                            .toList()))
            .toList());
  }

  private static <C extends Enum<C> & KnownColumn> Column column(
      PreviewedTable<C> table, int place, String list, Request request) {
    List<String> samples = new ArrayList<>();
    for (PreviewedRow row : table.first()) {
      String text = row.cells().cell(place).text();
      if (!text.isEmpty()) {
        samples.add(text);
      }
    }
    return new Column(
        input(list, place),
        table.columns().headings().getOrDefault(place, request.text("table.column", place + 1)),
        samples.isEmpty() ? null : samples.get(0));
  }

  /**
   * What the form says of the columns; null when it says nothing, since the table wasn't shown.
   *
   * @throws InvalidInput {@code column-twice} when two mean the same
   */
  static <C extends Enum<C> & KnownColumn> @Nullable Map<C, Integer> places(
      Form form, String list, Class<C> kind) {
    List<Integer> sent = form.rows(list);
    if (sent.isEmpty()) {
      return null;
    }
    Map<C, Integer> places = new EnumMap<>(kind);
    for (int place : sent) {
      C column = form.choice(input(list, place), kind);
      if (column != null && places.put(column, place) != null) {
        throw InvalidInput.of(input(list, place), "column-twice");
      }
    }
    return places;
  }

  /** The name of the field that says what a column means. */
  static String input(String list, int place) {
    return list + "[" + place + "].column";
  }
}
