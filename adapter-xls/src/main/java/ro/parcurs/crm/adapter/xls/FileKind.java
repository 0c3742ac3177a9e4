package ro.parcurs.crm.adapter.xls;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/** What a file is, told by its first bytes; its name is not asked. */
enum FileKind {
  XLSX,
  XLS;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  /**
   * @throws UnreadableWorkbook when it is neither, with what it seems to be
   */
  static FileKind of(byte[] start) {
    if (startsWith(start, ZIP)) {
      return XLSX;
    }
    if (startsWith(start, OLE2)) {
      return XLS;
    }
    throw new UnreadableWorkbook(otherwise(start));
  }

  private static WorkbookFault otherwise(byte[] start) {
    if (start.length == 0) {
      return WorkbookFault.EMPTY_FILE;
    }
    if (start.length > 3 && start[0] == 0x09 && start[1] <= 0x08 && start[3] == 0x00) {
      return WorkbookFault.OLD_FORMAT;
    }
    String text = new String(start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (text.contains("<html") || text.contains("<!doctype html") || text.contains("<table")) {
      return WorkbookFault.WEB_PAGE;
    }
    return text.chars().allMatch(FileKind::isOfText)
        ? WorkbookFault.PLAIN_TEXT
        : WorkbookFault.NO_WORKBOOK;
  }

  private static boolean isOfText(int c) {
    return c >= ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private static boolean startsWith(byte[] bytes, byte[] beginning) {
    if (bytes.length < beginning.length) {
      return false;
    }
    for (int i = 0; i < beginning.length; i++) {
      if (bytes[i] != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
