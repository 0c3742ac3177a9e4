package ro.parcurs.crm.adapter.xls;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;

/**
 * The texts that cells share, by number. In memory there are only where each begins and some pages
 * of 64 KiB; the other pages are in a file. Cells use texts mostly in the order in which they are
 * kept, so few pages are read more than once.
 */
final class SharedTexts implements AutoCloseable {

  /** A million rows with eight texts of their own each. */
  static final int MAX_TEXTS = 8_000_000;

  private static final int PAGE = 1 << 16;
  private static final int PAGES_IN_MEMORY = 256;
  private static final byte NARROW = 1;
  private static final byte WIDE = 2;
  private static final int BLOCK = 1 << 16;
  private static final long MAX_BYTES = 1L << 30;

  private final int max;
  private final List<int[]> ends = new ArrayList<>();
  private final Map<Integer, byte[]> pages =
      new LinkedHashMap<>(PAGES_IN_MEMORY, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
          return size() > PAGES_IN_MEMORY;
        }
      };
  private byte[] last = new byte[PAGE];
  private int lastNumber;
  private int count;
  private long length;
  private @Nullable Path path;
  private @Nullable RandomAccessFile file;

  SharedTexts() {
    this(MAX_TEXTS);
  }

  /**
   * @param max how many at most
   */
  SharedTexts(int max) {
    this.max = max;
  }

  void add(CharSequence text) throws IOException {
    byte[] bytes = bytes(text);
    if (count == max || length + bytes.length > MAX_BYTES) {
      throw new UnreadableWorkbook(WorkbookFault.TOO_MANY_TEXTS);
    }
    for (int copied = 0; copied < bytes.length; ) {
      int page = (int) (length / PAGE);
      if (page != lastNumber) {
        keep(lastNumber, last);
        last = new byte[PAGE];
        lastNumber = page;
      }
      int at = (int) (length % PAGE);
      int part = Math.min(bytes.length - copied, PAGE - at);
      System.arraycopy(bytes, copied, last, at, part);
      copied += part;
      length += part;
    }
    if (count % BLOCK == 0) {
      ends.add(new int[BLOCK]);
    }
    ends.get(count / BLOCK)[count % BLOCK] = (int) length;
    count++;
  }

  /**
   * @throws UnreadableWorkbook when there is no text of the number
   */
  String get(int number) throws IOException {
    if (number < 0 || number >= count) {
      throw new UnreadableWorkbook(WorkbookFault.DAMAGED);
    }
    int from = number == 0 ? 0 : end(number - 1);
    int to = end(number);
    byte[] bytes = new byte[to - from];
    for (int copied = 0; copied < bytes.length; ) {
      int at = from + copied;
      byte[] page = page(at / PAGE);
      int part = Math.min(bytes.length - copied, PAGE - at % PAGE);
      System.arraycopy(page, at % PAGE, bytes, copied, part);
      copied += part;
    }
    return text(bytes);
  }

  /** The units as they are, halves of pairs too: such a text is refused by whoever uses it. */
  private static byte[] bytes(CharSequence text) {
    boolean wide = text.chars().anyMatch(c -> c > 0xFF);
    byte[] bytes = new byte[1 + (wide ? 2 : 1) * text.length()];
    bytes[0] = wide ? WIDE : NARROW;
    int to = 1;
    for (int i = 0; i < text.length(); i++) {
      if (wide) {
        bytes[to++] = (byte) (text.charAt(i) >> 8);
      }
      bytes[to++] = (byte) text.charAt(i);
    }
    return bytes;
  }

  private static String text(byte[] bytes) {
    if (bytes[0] == NARROW) {
      return new String(bytes, 1, bytes.length - 1, StandardCharsets.ISO_8859_1);
    }
    char[] chars = new char[bytes.length / 2];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) ((bytes[1 + 2 * i] << 8) | (bytes[2 + 2 * i] & 0xFF));
    }
    return new String(chars);
  }

  private int end(int number) {
    return ends.get(number / BLOCK)[number % BLOCK];
  }

  private byte[] page(int number) throws IOException {
    if (number == lastNumber) {
      return last;
    }
    byte[] page = pages.get(number);
    if (page == null) {
      RandomAccessFile from = file;
      if (from == null) {
        throw new IllegalStateException("a page went before there was a file");
      }
      page = new byte[PAGE];
      from.seek((long) number * PAGE);
      from.readFully(page);
      pages.put(number, page);
    }
    return page;
  }

  private void keep(int number, byte[] page) throws IOException {
    pages.put(number, page);
    if (number + 1 >= PAGES_IN_MEMORY && file == null) {
      path = Files.createTempFile("parcurs-", ".texts");
      file = new RandomAccessFile(path.toFile(), "rw");
      for (Map.Entry<Integer, byte[]> earlier : List.copyOf(pages.entrySet())) {
        write(file, earlier.getKey(), earlier.getValue());
      }
    } else if (file != null) {
      write(file, number, page);
    }
  }

  private static void write(RandomAccessFile file, int number, byte[] page) throws IOException {
    file.seek((long) number * PAGE);
    file.write(page);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
    if (path != null) {
      Files.deleteIfExists(path);
    }
  }
}
