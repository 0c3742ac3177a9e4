package ro.parcurs.crm.offer;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;

/**
 * What an offer is called: {@code OF-2026-00042}, its second revision {@code OF-2026-00042/2}.
 *
 * @param document shared by all revisions
 * @param revision from 1, at most {@link #MAX_REVISION}
 */
public record OfferNumber(DocumentNumber document, int revision) {

  public static final int MAX_REVISION = 999;

  private static final Pattern FORM = Pattern.compile("([^/]+)(?:/(\\d{1,3}))?");

  /**
   * @throws InvalidInput {@code format} for a number of another series, {@code out-of-range}
   */
  public OfferNumber {
    if (document.series() != Series.OFFER) {
      throw InvalidInput.of("number", "format");
    }
    if (revision < 1 || revision > MAX_REVISION) {
      throw InvalidInput.of("revision", "out-of-range", Map.of("min", 1, "max", MAX_REVISION));
    }
  }

  /** The number of a new offer. */
  public static OfferNumber first(DocumentNumber document) {
    return new OfferNumber(document, 1);
  }

  /**
   * Reads a number back from the form that {@link #toString()} gives.
   *
   * @throws InvalidInput {@code format}
   */
  public static OfferNumber parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw InvalidInput.of("number", "format");
    }
    String revision = matcher.group(2);
    return new OfferNumber(
        DocumentNumber.parse(matcher.group(1)), revision == null ? 1 : Integer.parseInt(revision));
  }

  /** The number of the revision after this one. */
  public OfferNumber next() {
    return new OfferNumber(document, revision + 1);
  }

  @Override
  public String toString() {
    return revision == 1 ? document.toString() : document + "/" + revision;
  }
}
