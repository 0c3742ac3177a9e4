package ro.parcurs.crm.change;

import ro.parcurs.crm.error.InvalidInput;

/**
 * How many times a stored thing was saved. A command names the version its author saw, so that
 * nobody overwrites what they have not read.
 *
 * @param value 0 for a thing that was never stored
 */
public record Version(long value) {

  /** The version of a thing that was never stored. */
  public static final Version NEW = new Version(0);

  public Version {
    if (value < 0) {
      throw InvalidInput.of("version", "negative");
    }
  }

  public Version next() {
    return new Version(value + 1);
  }
}
