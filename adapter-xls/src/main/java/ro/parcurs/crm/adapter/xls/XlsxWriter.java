package ro.parcurs.crm.adapter.xls;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent;

/**
 * Writes a workbook straight into a stream: a row is forgotten once it is written, and texts stand
 * in their cells. POI's streaming writer takes twice the time, and neither it nor the lighter ones
 * mark texts that look like formulas as texts.
 */
final class XlsxWriter {

  private static final int MAX_ROWS = RowCollector.MAX_ROWS;
  private static final int MAX_NAME = 31;

  private final ZipOutputStream zip;
  private final List<String> names = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  private XlsxWriter(OutputStream to) {
    zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
    // Level 2 packs nearly as well as level 6 and takes half the time.
    zip.setLevel(Deflater.BEST_SPEED + 1);
  }

  static void write(OutputStream to, List<SheetContent> sheets) throws IOException {
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("a workbook has a sheet");
    }
    XlsxWriter writer = new XlsxWriter(to);
    try {
      for (SheetContent sheet : sheets) {
        writer.write(sheet);
      }
      writer.directory();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      writer.zip.finish();
    }
  }

  private void write(SheetContent content) throws IOException {
    SheetWriter[] sheet = {begin(content)};
    content
        .rows()
        .giveTo(
            cells -> {
              try {
                if (sheet[0].isFull()) {
                  sheet[0].end();
                  sheet[0] = begin(content);
                }
                sheet[0].row(cells);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    sheet[0].end();
  }

  private SheetWriter begin(SheetContent content) throws IOException {
    names.add(nameOf(content.name()));
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + names.size() + ".xml"));
    return new SheetWriter(zip, content.columns(), MAX_ROWS);
  }

  private String nameOf(String wanted) {
    String bare = wanted.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip();
    bare = bare.replaceAll("^'+|'+$", "");
    if (bare.isEmpty()) {
      bare = "1";
    }
    for (int i = 1; ; i++) {
      String end = i == 1 ? "" : " (" + i + ")";
      String name = bare.substring(0, Math.min(bare.length(), MAX_NAME - end.length())) + end;
      if (taken.add(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
  }

  private void directory() throws IOException {
    StringBuilder types = new StringBuilder();
    StringBuilder relationships = new StringBuilder();
    StringBuilder sheets = new StringBuilder();
    for (int i = 1; i <= names.size(); i++) {
      types.append(
          """
          <Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
          """
              .formatted(i));
      relationships.append(
          """
          <Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>
          """
              .formatted(i, i));
      StringBuilder name = new StringBuilder();
      XmlText.append(name, names.get(i - 1));
      sheets.append(
          """
          <sheet name="%s" sheetId="%d" r:id="rId%d"/>
          """
              .formatted(name, i, i));
    }
    part("xl/workbook.xml", XlsxParts.WORKBOOK.formatted(sheets));
    part(
        "xl/_rels/workbook.xml.rels",
        XlsxParts.WORKBOOK_RELATIONSHIPS.formatted(relationships, names.size() + 1));
    part("xl/styles.xml", XlsxParts.styles());
    part("_rels/.rels", XlsxParts.RELATIONSHIPS);
    part("[Content_Types].xml", XlsxParts.CONTENT_TYPES.formatted(types));
  }

  private void part(String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** One sheet. */
  private static final class SheetWriter {

    private static final int FLUSH = 1 << 15;

    private final ZipOutputStream zip;
    private final List<SheetContent.Column> columns;
    private final int maxRows;
    private final StringBuilder xml = new StringBuilder(FLUSH + (FLUSH >> 2));
    private int rows;

    SheetWriter(ZipOutputStream zip, List<SheetContent.Column> columns, int maxRows)
        throws IOException {
      this.zip = zip;
      this.columns = columns;
      this.maxRows = maxRows;
      xml.append(XlsxParts.SHEET_BEGINS);
      if (!columns.isEmpty()) {
        xml.append("<cols>");
        for (int i = 0; i < columns.size(); i++) {
          xml.append("<col min=\"").append(i + 1).append("\" max=\"").append(i + 1);
          xml.append("\" width=\"").append(columns.get(i).width()).append("\" customWidth=\"1\"/>");
        }
        xml.append("</cols>");
      }
      xml.append("<sheetData>");
      begin();
      for (SheetContent.Column column : columns) {
        text(column.heading(), XlsxParts.HEADING);
      }
      finish();
    }

    boolean isFull() {
      return rows == maxRows;
    }

    void row(List<Cell> cells) throws IOException {
      begin();
      for (int i = 0; i < cells.size(); i++) {
        cell(cells.get(i), i < columns.size() ? columns.get(i).format() : null);
      }
      finish();
    }

    private void begin() {
      rows++;
      xml.append("<row r=\"").append(rows).append("\">");
    }

    private void finish() throws IOException {
      xml.append("</row>");
      if (xml.length() > FLUSH) {
        flush();
      }
    }

    private void cell(Cell cell, SheetContent.@Nullable Format format) {
      if (cell instanceof Cell.Figure figure) {
        xml.append("<c s=\"").append(XlsxParts.style(figure, format)).append("\"><v>");
        xml.append(figure.value().toString()).append("</v></c>");
      } else if (cell instanceof Cell.Moment moment) {
        Serials.of(moment.at())
            .ifPresentOrElse(
                serial ->
                    xml.append("<c s=\"")
                        .append(XlsxParts.style(moment, format))
                        .append("\"><v>")
                        .append(serial.toPlainString())
                        .append("</v></c>"),
                () -> text(moment.text(), XlsxParts.TEXT));
      } else if (cell instanceof Cell.Truth truth) {
        xml.append("<c t=\"b\"><v>").append(truth.value() ? 1 : 0).append("</v></c>");
      } else if (cell.isBlank()) {
        xml.append("<c/>");
      } else {
        text(cell.text(), XlsxParts.TEXT);
      }
    }

    private void text(String text, int style) {
      xml.append("<c s=\"").append(mayBeTakenForAFormula(text) ? XlsxParts.QUOTED : style);
      xml.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
      XmlText.append(xml, text);
      xml.append("</t></is></c>");
    }

    /**
     * A text that begins so is a text all the same, as it stands; the mark keeps it one when
     * somebody edits the cell, and changes nothing of its value.
     */
    private static boolean mayBeTakenForAFormula(String text) {
      char first = text.isEmpty() ? ' ' : text.charAt(0);
      return "=+-@\t\r\n|%".indexOf(first) >= 0
          || first == '\uFF1D'
          || first == '\uFF0B'
          || first == '\uFF0D'
          || first == '\uFF20';
    }

    void end() throws IOException {
      xml.append("</sheetData></worksheet>");
      flush();
      zip.closeEntry();
    }

    private void flush() throws IOException {
      zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
      xml.setLength(0);
    }
  }
}
