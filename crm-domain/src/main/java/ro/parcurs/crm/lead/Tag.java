package ro.parcurs.crm.lead;

import java.util.Comparator;
import java.util.Locale;
import ro.parcurs.crm.text.Text;

/**
 * A word that groups leads, as each company pleases.
 *
 * @param value in lower case; at most {@value #MAX_LENGTH} characters
 */
public record Tag(String value) implements Comparable<Tag> {

  public static final int MAX_LENGTH = 40;

  public Tag {
    value = Text.required("tags", value, MAX_LENGTH).toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(Tag other) {
    return Comparator.comparing(Tag::value).compare(this, other);
  }

  @Override
  public String toString() {
    return value;
  }
}
