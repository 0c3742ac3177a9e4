package ro.parcurs.crm.spreadsheet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;

/**
 * What a file is recognised by: SHA-256 of its bytes.
 *
 * @param value 64 hexadecimal digits in lower case
 */
public record FileHash(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public FileHash {
    if (!FORM.matcher(value).matches()) {
      throw InvalidInput.of("hash", "format");
    }
  }

  /** The hash of what a digest was fed with. */
  public static FileHash of(MessageDigest digest) {
    return new FileHash(HexFormat.of().formatHex(digest.digest()));
  }

  /** A digest to feed. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
