package ro.parcurs.crm.catalogue.usecase;

import java.util.Collection;
import java.util.regex.Pattern;
import ro.parcurs.crm.digest.Digest;
import ro.parcurs.crm.error.InvalidInput;

/**
 * What the items that a workbook is about were when it was looked at: a digest of their codes and
 * versions. An import that brings it along overwrites nothing that was changed since.
 *
 * @param value 64 hexadecimal digits in lower case
 */
public record ItemsSeen(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public ItemsSeen {
    if (!FORM.matcher(value).matches()) {
      throw InvalidInput.of("seen", "format");
    }
  }

  /**
   * @param items each code with its version, or without one where there is no such item; in order
   */
  static ItemsSeen of(Collection<String> items) {
    return new ItemsSeen(Digest.of(String.join("\n", items)).value());
  }

  @Override
  public String toString() {
    return value;
  }
}
