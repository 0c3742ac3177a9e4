package ro.parcurs.crm.contract.usecase;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.digest.Digest;
import ro.parcurs.crm.file.Sha256;

/** The bytes of a file; immutable, equal by content. */
public final class FileContent {

  private final byte[] bytes;

  private FileContent(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a copy of the bytes. */
  public static FileContent of(byte[] bytes) {
    return new FileContent(bytes.clone());
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  public int size() {
    return bytes.length;
  }

  public Sha256 sha256() {
    return Digest.of(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileContent content && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
