package ro.parcurs.crm.offer;

import java.util.List;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * A titled group of offer lines.
 *
 * @param title at most {@value #MAX_TITLE_LENGTH} characters
 * @param lines in the order in which they are shown
 */
public record Chapter(String title, List<OfferLine> lines) {

  public static final int MAX_TITLE_LENGTH = 300;

  /**
   * @throws InvalidInput when the title is missing or too long
   */
  public Chapter {
    title = Text.required("title", title, MAX_TITLE_LENGTH);
    lines = List.copyOf(lines);
  }
}
