package ro.parcurs.crm.adapter.xls;

import java.io.IOException;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.CellFault;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Workbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/** Reads the XML of a sheet into rows and merged cells. */
final class SheetXml {

  /** Texts may be escaped, so that more is written than is meant. */
  private static final int MAX_WRITTEN = 8 * Workbook.MAX_TEXT;

  private static final int USUAL_ATTRIBUTES = 8;

  private final XmlPart xml;
  private final RowCollector rows;
  private final MergedCells merged;
  private final SharedTexts texts;
  private final boolean everythingIsStale;
  private final Consumer<String> references;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param everythingIsStale whether the workbook asks for its formulas to be calculated when it is
   *     opened
   * @param references is told every identity of a relationship that the sheet names
   */
  SheetXml(
      XmlPart xml,
      RowCollector rows,
      MergedCells merged,
      SharedTexts texts,
      boolean everythingIsStale,
      Consumer<String> references) {
    this.xml = xml;
    this.rows = rows;
    this.merged = merged;
    this.texts = texts;
    this.everythingIsStale = everythingIsStale;
    this.references = references;
  }

  void read() throws XMLStreamException, IOException {
    boolean sheet = false;
    while (xml.nextElement()) {
      switch (xml.name()) {
        case "worksheet" -> sheet = true;
        case "sheetData" -> readData();
        case "mergeCell" -> merge(xml.attribute("ref"));
        default -> {
          xml.noteNames();
          xml.references(references);
        }
      }
    }
    if (!sheet) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
    }
  }

  private void readData() throws XMLStreamException, IOException {
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        rows.endRow();
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!xml.name().equals("row")) {
          throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
        }
        rows.row(rowNumber(xml.attribute("r")));
        readRow();
      }
    }
  }

  private int rowNumber(@Nullable String written) {
    return written == null ? rows.currentRow() + 1 : number(written);
  }

  private void readRow() throws XMLStreamException, IOException {
    int column = -1;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.name().equals("c")) {
          column = readCell(column + 1);
        } else {
          skip();
        }
      }
    }
  }

  /** Returns the column of the cell. */
  private int readCell(int following) throws XMLStreamException, IOException {
    String place = xml.attribute("r");
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    if (xml.attributes() > USUAL_ATTRIBUTES) {
      xml.noteNames();
    }
    int column = place == null ? following : column(place);
    boolean formula = false;
    String value = null;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.name()) {
          case "v" -> value = textOfElement();
          case "f" -> {
            formula = true;
            skip();
          }
          case "is" -> value = richText();
          default -> skip();
        }
      }
    }
    if (formula || value != null) {
      rows.cell(column, cell(column, type == null ? "n" : type, number(style), value, formula));
    }
    return column;
  }

  private Cell cell(int column, String type, int style, @Nullable String value, boolean formula)
      throws IOException {
    if (formula && isStale(type, value)) {
      return new Cell.Broken(CellFault.NOT_CALCULATED, "=");
    }
    if (value == null || (value.isEmpty() && !type.equals("s"))) {
      return Cell.blank();
    }
    return switch (type) {
      case "n" -> rows.number(value, style, column);
      case "s" -> rows.text(texts.get(number(value)), column);
      case "str", "inlineStr" -> rows.text(Escapes.undone(value), column);
      case "b" -> new Cell.Truth(value.strip().equals("1") || value.strip().equals("true"));
      case "e" -> new Cell.Broken(CellFault.ERROR_VALUE, value);
      case "d" -> rows.day(value);
      default ->
          throw new UnreadableWorkbook(
              WorkbookFault.DAMAGED, RowCollector.place(column, rows.currentRow()));
    };
  }

  /** A formula without a result; an empty text is one. */
  private boolean isStale(String type, @Nullable String value) {
    return value == null
        || (value.isEmpty() && !type.equals("str"))
        || (everythingIsStale && value.equals("0"));
  }

  private String textOfElement() throws XMLStreamException {
    text.setLength(0);
    appendElement();
    return text.toString();
  }

  /** Appends the text of the element; elements inside of it don't count. */
  private void appendElement() throws XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE ->
            xml.appendText(text, MAX_WRITTEN);
        case XMLStreamConstants.START_ELEMENT -> skip();
        case XMLStreamConstants.END_ELEMENT -> {
          return;
        }
        default -> {
          // comments say nothing
        }
      }
    }
  }

  private String richText() throws XMLStreamException {
    text.setLength(0);
    appendRich(xml, text, this::appendElement);
    return text.toString();
  }

  /** What is done at the text of a rich text. */
  interface AtText {
    void read() throws XMLStreamException;
  }

  /** Reads what is in {@code is} or {@code si}: texts, runs of texts, and how to pronounce them. */
  static void appendRich(XmlPart xml, StringBuilder text, AtText atText) throws XMLStreamException {
    int inside = 1;
    while (inside > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        inside--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.name()) {
          case "t" -> atText.read();
          case "r" -> inside++;
          default -> skip(xml);
        }
      }
      if (text.length() > MAX_WRITTEN) {
        throw new UnreadableWorkbook(WorkbookFault.TEXT_TOO_LONG);
      }
    }
  }

  private void skip() throws XMLStreamException {
    skip(xml);
  }

  static void skip(XmlPart xml) throws XMLStreamException {
    int inside = 1;
    xml.noteNames();
    while (inside > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        xml.noteNames();
        inside++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        inside--;
      }
    }
  }

  private void merge(@Nullable String area) {
    if (area == null) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
    }
    int colon = area.indexOf(':');
    if (colon > 0) {
      String first = area.substring(0, colon);
      merged.add(column(first), rowOf(first), rowOf(area.substring(colon + 1)));
    }
  }

  /** The column of a place such as {@code AB12}, from 0. */
  private static int column(String place) {
    int column = 0;
    int i = 0;
    for (; i < place.length() && i < 4 && isLetter(place.charAt(i)); i++) {
      column = column * 26 + (place.charAt(i) - 'A' + 1);
    }
    if (i == 0 || i == 4) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
    }
    return column - 1;
  }

  private static int rowOf(String place) {
    int i = 0;
    while (i < place.length() && isLetter(place.charAt(i))) {
      i++;
    }
    return number(place.substring(i));
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** A whole number that is not negative; 0 for none. */
  static int number(@Nullable String written) {
    if (written == null) {
      return 0;
    }
    int number = 0;
    String digits = written.strip();
    if (digits.isEmpty() || digits.length() > 9) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
    }
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
