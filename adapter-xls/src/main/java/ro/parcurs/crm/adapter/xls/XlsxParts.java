package ro.parcurs.crm.adapter.xls;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetContent.Format;

/** The parts of a workbook that are the same in all of them, and its styles. */
final class XlsxParts {

  static final int TEXT = 1;
  static final int QUOTED = 2;
  static final int HEADING = 3;

  private static final int FIRST_FORMAT = 4;
  private static final List<Format> FORMATS = List.of(Format.values());

  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  static final String CONTENT_TYPES =
      XML
          + """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Default Extension="xml" ContentType="application/xml"/>
          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
          <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
          %s</Types>
          """;

  static final String RELATIONSHIPS =
      XML
          + """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
          </Relationships>
          """;

  static final String WORKBOOK =
      XML
          + "<workbook xmlns=\""
          + MAIN
          + """
          " xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
          <sheets>
          %s</sheets>
          </workbook>
          """;

  static final String WORKBOOK_RELATIONSHIPS =
      XML
          + """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          %s<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
          </Relationships>
          """;

  /** With the first row frozen. */
  static final String SHEET_BEGINS =
      XML
          + "<worksheet xmlns=\""
          + MAIN
          + """
          "><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""";

  private XlsxParts() {}

  /** The style of a number. */
  static int style(Cell.Figure figure, @Nullable Format format) {
    if (figure.percent()) {
      return style(Format.PERCENT);
    }
    return format == null || format == Format.PERCENT || format == Format.TEXT ? 0 : style(format);
  }

  /** The style of a date: it needs one, or it is a number. */
  static int style(Cell.Moment moment, @Nullable Format format) {
    if (format == Format.DAY || format == Format.TIME) {
      return style(format);
    }
    return style(moment.at().toLocalTime().equals(LocalTime.MIDNIGHT) ? Format.DAY : Format.TIME);
  }

  private static int style(Format format) {
    return FIRST_FORMAT + FORMATS.indexOf(format);
  }

  private static String code(Format format) {
    return switch (format) {
      case TEXT -> "@";
      case WHOLE -> "0";
      case AMOUNT -> "#,##0.00";
      case PRICE -> "#,##0.00##";
      case QUANTITY -> "#,##0.###";
      case PERCENT -> "0.00%";
      case DAY -> "dd\\.mm\\.yyyy";
      case TIME -> "dd\\.mm\\.yyyy\\ hh:mm";
    };
  }

  static String styles() {
    StringBuilder formats = new StringBuilder();
    StringBuilder styles = new StringBuilder();
    styles.append(xf(0, 0, ""));
    styles.append(xf(49, 0, " applyNumberFormat=\"1\""));
    styles.append(xf(49, 0, " applyNumberFormat=\"1\" quotePrefix=\"1\""));
    styles.append(xf(49, 1, " applyNumberFormat=\"1\" applyFont=\"1\""));
    for (Format format : FORMATS) {
      int id = 164 + FORMATS.indexOf(format);
      formats
          .append("<numFmt numFmtId=\"" + id + "\" formatCode=\"")
          .append(code(format))
          .append("\"/>");
      styles.append(xf(id, 0, " applyNumberFormat=\"1\""));
    }
    int count = FORMATS.size();
    return XML
        + "<styleSheet xmlns=\""
        + MAIN
        + "\"><numFmts count=\"%d\">%s</numFmts>".formatted(count, formats)
        + """
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        """
        + "<cellXfs count=\"%d\">%s</cellXfs>".formatted(FIRST_FORMAT + count, styles)
        + """
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;
  }

  private static String xf(int format, int font, String more) {
    return "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"0\"%s/>"
        .formatted(format, font, more);
  }
}
