package ro.parcurs.example.page;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import ro.parcurs.example.web.Answer;

/** A workbook to save. */
final class WorkbookAnswer {

  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Writes what is in it. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream stream) throws IOException;
  }

  private WorkbookAnswer() {}

  /**
   * The answer. Nothing of it is sent before all of it was written, so that what goes wrong is told
   * on a page; until it was sent it is in a temporary file.
   *
   * @param name without its ending
   */
  static Answer of(String name, Content content) {
    try {
      return of(name, content, Files.createTempFile("parcurs-", ".xlsx"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same.
   *
   * @param file where it is until it was sent; gone after that
   */
  static Answer of(String name, Content content, Path file) {
    boolean written = false;
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.writeTo(stream);
      }
      Answer answer =
          new Answer.Download(
              name + ".xlsx", TYPE, Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
      written = true;
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!written) {
        file.toFile().delete();
      }
    }
  }
}
