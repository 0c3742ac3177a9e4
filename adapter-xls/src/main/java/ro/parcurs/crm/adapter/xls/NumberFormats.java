package ro.parcurs.crm.adapter.xls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** What numbers mean, as their formats say. */
final class NumberFormats {

  /** What a number is. */
  enum Meaning {
    NUMBER,
    PERCENT,
    DATE
  }

  private static final int MAX = 100_000;

  /** Spreadsheets take no longer code; going through one would take its length squared. */
  private static final int MAX_CODE = 255;

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^]]*]");

  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> formatOfStyle = new ArrayList<>();
  private final List<Meaning> meanings = new ArrayList<>();

  /** A format of the workbook's own; one whose code is too long says nothing. */
  void format(int id, String code) {
    if (formats.size() < MAX) {
      formats.put(id, code.length() <= MAX_CODE ? code : "");
    }
  }

  /** The next style of cells. */
  void style(int format) {
    if (formatOfStyle.size() < MAX) {
      formatOfStyle.add(format);
    }
  }

  /** What a number in a cell of the style means. */
  Meaning of(int style) {
    while (meanings.size() < formatOfStyle.size()) {
      meanings.add(meaning(formatOfStyle.get(meanings.size())));
    }
    return style >= 0 && style < meanings.size() ? meanings.get(style) : Meaning.NUMBER;
  }

  private Meaning meaning(int format) {
    String own = formats.get(format);
    String code = own != null ? own : BuiltinFormats.getBuiltinFormat(format);
    if (code == null) {
      return Meaning.NUMBER;
    }
    if (DateUtil.isADateFormat(format, code)) {
      return Meaning.DATE;
    }
    return QUOTED.matcher(code).replaceAll("").contains("%") ? Meaning.PERCENT : Meaning.NUMBER;
  }
}
