package ro.parcurs.example.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
   * The answer; nothing of it is sent before all of it was written.
   *
   * @param name without its ending
   */
  static Answer of(String name, Content content) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try {
      content.writeTo(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Answer.download(name + ".xlsx", TYPE, stream.toByteArray());
  }
}
