package ro.parcurs.crm.adapter.xls;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import ro.parcurs.crm.digest.Digest;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.WorkbookFault;
import ro.parcurs.crm.spreadsheet.WorkbookSource;

/** A copy of the file that is read, so that nobody changes it between check and reading. */
record KeptFile(Path path, Sha256 hash, FileKind kind) implements AutoCloseable {

  /** A million rows of twelve columns take about 70 MB. */
  static final long MAX_BYTES = 256L << 20;

  private static final int START = 4096;

  static KeptFile of(WorkbookSource source) throws IOException {
    Path path = Files.createTempFile("parcurs-", ".workbook");
    try (InputStream from = source.open()) {
      Digest digest = new Digest();
      byte[] start = copy(from, path, digest);
      return new KeptFile(path, digest.value(), FileKind.of(start));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  private static byte[] copy(InputStream from, Path path, Digest digest) throws IOException {
    byte[] start = from.readNBytes(START);
    digest.add(start, start.length);
    try (OutputStream to = Files.newOutputStream(path)) {
      to.write(start);
      byte[] buffer = new byte[1 << 16];
      long total = start.length;
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        total += read;
        if (total > MAX_BYTES) {
          throw new UnreadableWorkbook(WorkbookFault.TOO_LARGE);
        }
        digest.add(buffer, read);
        to.write(buffer, 0, read);
      }
    }
    return start;
  }

  File file() {
    return path.toFile();
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // Still open elsewhere, as some systems mind; the end of the program removes it.
      path.toFile().deleteOnExit();
    }
  }
}
