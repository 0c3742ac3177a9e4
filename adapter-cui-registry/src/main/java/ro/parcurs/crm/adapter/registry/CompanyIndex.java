package ro.parcurs.crm.adapter.registry;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Where in a file of companies each fiscal code has its line: pairs of code and offset, sorted by
 * code, in a file of their own that is searched by halves. Nothing of it stays in memory, and each
 * search opens and closes what it needs. Thread-safe.
 */
final class CompanyIndex {

  private static final long MAGIC = 0x5041_5243_4944_5801L;
  private static final int HEADER = 4 * Long.BYTES;
  private static final int ENTRY = 2 * Long.BYTES;

  /** A code has ten digits, 34 bits; the other 29 bits of a positive number are for the line. */
  private static final int LINE_BITS = 29;

  private static final int MAX_LINES = 1 << LINE_BITS;
  private static final int MAX_DIGITS = 10;
  private static final int BUFFER = 1 << 20;
  private static final int FIRST_LINES = 1 << 16;

  private final Path companies;
  private final Path index;

  /**
   * @param companies the file
   * @param index the file of the pairs
   */
  CompanyIndex(Path companies, Path index) {
    this.companies = companies;
    this.index = index;
  }

  /** Whether it is there and belongs to the file as it is now. */
  boolean isCurrent() throws IOException {
    if (!Files.isRegularFile(index)) {
      return false;
    }
    try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "r")) {
      return file.length() >= HEADER
          && file.readLong() == MAGIC
          && file.readLong() == Files.size(companies)
          && file.readLong() == changed()
          && file.length() == HEADER + file.readLong() * ENTRY;
    }
  }

  /**
   * Makes it anew.
   *
   * @param column which column of a line has the code, from 0
   * @param separator between columns
   */
  void build(int column, char separator) throws IOException {
    long size = Files.size(companies);
    long changed = changed();
    Lines lines = new Lines();
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(companies), BUFFER)) {
      lines.read(stream, column, separator);
    }
    write(size, changed, lines);
  }

  /** The beginning of the code's line; of several, the last. */
  OptionalLong find(long code) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "r")) {
      long low = 0;
      long high = (file.length() - HEADER) / ENTRY - 1;
      while (low <= high) {
        long middle = (low + high) >>> 1;
        file.seek(HEADER + middle * ENTRY);
        long there = file.readLong();
        if (there == code) {
          return OptionalLong.of(file.readLong());
        }
        if (there < code) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return OptionalLong.empty();
    }
  }

  private long changed() throws IOException {
    return Files.getLastModifiedTime(companies).toMillis();
  }

  private void write(long size, long changed, Lines lines) throws IOException {
    long[] sorted = lines.sorted();
    Path directory = index.toAbsolutePath().getParent();
    Path fresh = Files.createTempFile(directory, "companies", ".index");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), BUFFER))) {
      out.writeLong(MAGIC);
      out.writeLong(size);
      out.writeLong(changed);
      out.writeLong(countCodes(sorted));
      for (int i = 0; i < sorted.length; i++) {
        boolean last =
            i == sorted.length - 1 || sorted[i] >>> LINE_BITS != sorted[i + 1] >>> LINE_BITS;
        if (last) {
          out.writeLong(sorted[i] >>> LINE_BITS);
          out.writeLong(lines.offset((int) (sorted[i] & (MAX_LINES - 1))));
        }
      }
    }
    Files.move(fresh, index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static long countCodes(long[] sorted) {
    long count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] >>> LINE_BITS != sorted[i - 1] >>> LINE_BITS) {
        count++;
      }
    }
    return count;
  }

  /** The lines that have a code, while the index is made: sixteen bytes for each. */
  private static final class Lines {

    private long[] codes = new long[FIRST_LINES];
    private long[] offsets = new long[FIRST_LINES];
    private int count;

    void read(InputStream stream, int column, char separator) throws IOException {
      long position = 0;
      long begin = 0;
      int at = 0;
      long code = 0;
      int digits = 0;
      boolean header = true;
      int next;
      do {
        next = stream.read();
        position++;
        if (next == '\n' || next < 0) {
          if (!header && digits > 0 && code > 0) {
            add(code, begin);
          }
          header = false;
          begin = position;
          at = 0;
          code = 0;
          digits = 0;
        } else if (next == separator) {
          at++;
        } else if (at == column && digits >= 0 && next >= '0' && next <= '9') {
          digits++;
          code = digits > MAX_DIGITS ? 0 : code * 10 + (next - '0');
        } else if (at == column && next != ' ' && next != '\r') {
          digits = -1;
        }
      } while (next >= 0);
    }

    private void add(long code, long offset) throws IOException {
      if (count == MAX_LINES) {
        throw new IOException("more than " + MAX_LINES + " companies");
      }
      if (count == codes.length) {
        codes = Arrays.copyOf(codes, count * 2);
        offsets = Arrays.copyOf(offsets, count * 2);
      }
      codes[count] = code << LINE_BITS | count;
      offsets[count] = offset;
      count++;
    }

    long[] sorted() {
      long[] sorted = Arrays.copyOf(codes, count);
      Arrays.sort(sorted);
      return sorted;
    }

    long offset(int line) {
      return offsets[line];
    }
  }
}
