package ro.parcurs.crm.mail.usecase;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.contract.Sha256;
import ro.parcurs.crm.mail.FileName;

/** A PDF attached to a message, byte for byte; immutable, equal by name and content. */
public final class MailFile {

  private final FileName name;
  private final byte[] bytes;

  private MailFile(FileName name, byte[] bytes) {
    this.name = Objects.requireNonNull(name, "name");
    this.bytes = bytes;
  }

  /** Takes a copy of the bytes. */
  public static MailFile pdf(FileName name, byte[] bytes) {
    return new MailFile(name, bytes.clone());
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
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Sha256(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MailFile file
        && name.equals(file.name)
        && Arrays.equals(bytes, file.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return name + ", " + bytes.length + " bytes";
  }
}
