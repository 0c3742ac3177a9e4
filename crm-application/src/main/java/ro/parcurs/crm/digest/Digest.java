package ro.parcurs.crm.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ro.parcurs.crm.file.Sha256;

/** Computes a {@link Sha256}, of content that comes piece by piece too. Not thread-safe. */
public final class Digest {

  private final MessageDigest sha256;

  /** Of nothing, yet. */
  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public static Sha256 of(byte[] content) {
    Digest digest = new Digest();
    digest.add(content, content.length);
    return digest.value();
  }

  /** Of a text in UTF-8. */
  public static Sha256 of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds the first bytes of what is given. */
  public void add(byte[] bytes, int length) {
    sha256.update(bytes, 0, length);
  }

  /** Of all that was added; begins anew with nothing. */
  public Sha256 value() {
    return new Sha256(HexFormat.of().formatHex(sha256.digest()));
  }
}
