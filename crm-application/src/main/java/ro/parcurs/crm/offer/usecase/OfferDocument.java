package ro.parcurs.crm.offer.usecase;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.digest.Digest;
import ro.parcurs.crm.file.Sha256;

/** An offer as a file to keep, print or send: exactly these bytes. Immutable, equal by content. */
public final class OfferDocument {

  /** What kind of file it is, as mail and web say it. */
  public static final String MEDIA_TYPE = "application/pdf";

  private final String fileName;
  private final byte[] content;

  private OfferDocument(String fileName, byte[] content) {
    this.fileName = fileName;
    this.content = content;
  }

  /**
   * Takes a copy of the bytes.
   *
   * @param fileName with its ending
   */
  public static OfferDocument of(String fileName, byte[] content) {
    return new OfferDocument(fileName, content.clone());
  }

  /** What the file is called, in the document's language; fit for every file system. */
  public String fileName() {
    return fileName;
  }

  /** A copy of the bytes. */
  public byte[] content() {
    return content.clone();
  }

  /** What exactly these bytes are recognised by. */
  public Sha256 hash() {
    return Digest.of(content);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OfferDocument document
        && fileName.equals(document.fileName)
        && Arrays.equals(content, document.content);
  }

  @Override
  public int hashCode() {
    return 31 * fileName.hashCode() + Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return fileName + ", " + content.length + " bytes";
  }
}
