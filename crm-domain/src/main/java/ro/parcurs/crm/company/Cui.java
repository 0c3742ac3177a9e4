package ro.parcurs.crm.company;

import ro.parcurs.crm.error.InvalidInput;

/**
 * A Romanian fiscal code: 2 to 10 digits, the last of which is a check digit.
 *
 * @param digits without the prefix RO and without leading zeros
 */
public record Cui(String digits) {

  public Cui {
    if (!digits.matches("[1-9]\\d{1,9}")) {
      throw InvalidInput.of("cui", "cui-format");
    }
  }

  @Override
  public String toString() {
    return digits;
  }
}
