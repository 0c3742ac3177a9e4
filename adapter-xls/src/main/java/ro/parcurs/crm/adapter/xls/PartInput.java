package ro.parcurs.crm.adapter.xls;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/**
 * The bytes of a part, with a checksum (nobody else compares it) and with bounds that keep the XML
 * parser behind from piling up more than a cell can hold: no markup or text is longer than {@value
 * #MAX_TOKEN} bytes, and there is neither CDATA, which may hide its length, nor a text in UTF-16.
 */
final class PartInput extends FilterInputStream {

  private static final int MAX_TOKEN = 1 << 19;
  private static final int NOTHING = 0;
  private static final int OPENED = 1;
  private static final int EXCLAIMED = 2;

  private final boolean xml;
  private final Inflation inflation;
  private final CRC32 crc = new CRC32();
  private long sinceMarkup;
  private int state = NOTHING;

  PartInput(InputStream in, boolean xml, Inflation inflation) {
    super(in);
    this.xml = xml;
    this.inflation = inflation;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? read : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read > 0) {
      inflation.add(read);
      crc.update(bytes, offset, read);
      if (xml) {
        look(bytes, offset, offset + read);
      }
    }
    return read;
  }

  /** Reads what is left, and tells the checksum of the whole. */
  long checksum() throws IOException {
    byte[] buffer = new byte[1 << 13];
    while (read(buffer, 0, buffer.length) >= 0) {
      // only counted
    }
    return crc.getValue();
  }

  private void look(byte[] bytes, int from, int to) {
    int mark = from;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '<') {
        require(sinceMarkup + (i - mark));
        sinceMarkup = 0;
        mark = i;
        state = OPENED;
      } else if (state != NOTHING) {
        state = next(b);
      } else if (b == 0 || b == (byte) 0xFE || b == (byte) 0xFF) {
        throw new UnreadableWorkbook(WorkbookFault.FORBIDDEN_XML);
      }
    }
    sinceMarkup += to - mark;
    require(sinceMarkup);
  }

  private int next(byte b) {
    if (state == OPENED && b == '!') {
      return EXCLAIMED;
    }
    if (state == EXCLAIMED && b == '[') {
      throw new UnreadableWorkbook(WorkbookFault.FORBIDDEN_XML);
    }
    return NOTHING;
  }

  private static void require(long length) {
    if (length > MAX_TOKEN) {
      throw new UnreadableWorkbook(WorkbookFault.TEXT_TOO_LONG);
    }
  }
}
