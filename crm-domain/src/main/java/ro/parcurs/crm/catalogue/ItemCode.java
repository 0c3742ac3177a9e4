package ro.parcurs.crm.catalogue;

import java.util.Locale;
import java.util.regex.Pattern;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * The code under which an item stands in the catalogue, unique there.
 *
 * @param value in upper case, at most {@value #MAX_LENGTH} letters, digits and {@code . _ / -}, the
 *     first one a letter or digit
 */
public record ItemCode(String value) implements Comparable<ItemCode> {

  public static final int MAX_LENGTH = 40;

  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]*");

  /**
   * @throws InvalidInput {@code required}, {@code too-long} or {@code format}
   */
  public ItemCode {
    value = Text.required("code", value, MAX_LENGTH).toUpperCase(Locale.ROOT);
    if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw InvalidInput.of("code", "format");
    }
  }

  /**
   * @throws InvalidInput {@code required}, {@code too-long} or {@code format}
   */
  public static ItemCode of(String code) {
    return new ItemCode(code);
  }

  @Override
  public int compareTo(ItemCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
