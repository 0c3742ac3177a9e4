package ro.parcurs.crm.mail.usecase;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.digest.Digest;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.FileName;

/**
 * A file that goes with a message, byte for byte; immutable, equal by kind, name and content.
 *
 * <p>What is for calendars is both a part of the text, where calendars look for it, and a file that
 * can be opened.
 */
public final class MailFile {

  private final FileKind kind;
  private final FileName name;
  private final byte[] bytes;

  private MailFile(FileKind kind, FileName name, byte[] bytes) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.name = Objects.requireNonNull(name, "name");
    this.bytes = bytes;
  }

  /** Takes a copy of the bytes. */
  public static MailFile of(FileKind kind, FileName name, byte[] bytes) {
    return new MailFile(kind, name, bytes.clone());
  }

  /** Takes a copy of the bytes. */
  public static MailFile pdf(FileName name, byte[] bytes) {
    return of(FileKind.PDF, name, bytes);
  }

  /** Takes a copy of the bytes. */
  public static MailFile calendar(CalendarMethod method, FileName name, byte[] bytes) {
    return of(
        method == CalendarMethod.REQUEST ? FileKind.CALENDAR_REQUEST : FileKind.CALENDAR_CANCEL,
        name,
        bytes);
  }

  public FileKind kind() {
    return kind;
  }

  /** What calendars are to do with it; empty for what is not for calendars. */
  public Optional<CalendarMethod> method() {
    return switch (kind) {
      case PDF -> Optional.empty();
      case CALENDAR_REQUEST -> Optional.of(CalendarMethod.REQUEST);
      case CALENDAR_CANCEL -> Optional.of(CalendarMethod.CANCEL);
    };
  }

  public FileName name() {
    return name;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }

  public Sha256 sha256() {
    return Digest.of(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MailFile file
        && kind == file.kind
        && name.equals(file.name)
        && Arrays.equals(bytes, file.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hash(kind, name) + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return name + ", " + bytes.length + " bytes";
  }
}
