package ro.parcurs.crm.contract;

import java.util.Map;
import java.util.Objects;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.text.Text;

/**
 * The signed copy of a contract: what is known of the file; its content is kept apart.
 *
 * @param name as the user's machine called it, without a path; at most {@value #MAX_NAME}
 *     characters
 * @param size in bytes, 1 to {@value #MAX_BYTES}
 * @param attached by whom, and when
 */
public record SignedFile(FileId id, String name, int size, Sha256 sha256, Stamp attached) {

  public static final int MAX_NAME = 200;

  /** The greatest file that is kept: 10 MiB, some hundred scanned pages. */
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  /**
   * @throws InvalidInput {@code required}, {@code too-long} or {@code unreadable-character} for the
   *     name; {@code empty-file} or {@code file-too-large}
   */
  public SignedFile {
    Objects.requireNonNull(id, "id");
    name = Text.required("fileName", withoutPath(name), MAX_NAME);
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw InvalidInput.of("fileName", "unreadable-character");
    }
    requireSize(size);
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(attached, "attached");
  }

  /**
   * Looks whether a file can be kept, before it is.
   *
   * @throws InvalidInput {@code empty-file} or {@code file-too-large}
   */
  public static void requireSize(int bytes) {
    if (bytes < 1) {
      throw InvalidInput.of("content", "empty-file");
    }
    if (bytes > MAX_BYTES) {
      throw InvalidInput.of(
          "content", "file-too-large", Map.of("megabytes", MAX_BYTES / (1024 * 1024)));
    }
  }

  /** Some browsers send the whole path, with the separators of their own system. */
  private static String withoutPath(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
