package ro.parcurs.example;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is there whole or not at all, and never takes the place of another. */
final class WrittenFile {

  /** Writes what is in it. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream stream) throws IOException;
  }

  private WrittenFile() {}

  /**
   * Writes it.
   *
   * @throws FileAlreadyExistsException when there is a file of that name
   * @throws IOException when it can't be written; nothing is left then
   */
  static void write(Path file, Content content) throws IOException {
    insistOnNone(file);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part))) {
        content.writeTo(stream);
      }
      Files.move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * @throws FileAlreadyExistsException when there is a file of that name
   */
  static void insistOnNone(Path file) throws FileAlreadyExistsException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
  }

  /** A name beside a file that no file has yet: {@code leads-failed.xlsx}, {@code -failed-2}. */
  static Path beside(Path file, String suffix) {
    String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "-" + suffix;
    Path free = file.resolveSibling(name + ".xlsx");
    for (int number = 2; Files.exists(free); number++) {
      free = file.resolveSibling(name + "-" + number + ".xlsx");
    }
    return free;
  }
}
