package ro.parcurs.crm.actor;

import ro.parcurs.crm.text.Text;

/**
 * A user as the embedding application knows them.
 *
 * @param value at most {@value #MAX_LENGTH} characters, not blank
 */
public record UserId(String value) {

  public static final int MAX_LENGTH = 100;

  public UserId {
    value = Text.required("user", value, MAX_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
