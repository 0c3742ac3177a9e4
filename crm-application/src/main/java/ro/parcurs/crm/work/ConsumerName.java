package ro.parcurs.crm.work;

import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * What a consumer of the event log is known by; the embedding application chooses it.
 *
 * @param value at most {@value #MAX_LENGTH} characters
 */
public record ConsumerName(String value) {

  public static final int MAX_LENGTH = 100;

  /**
   * @throws InvalidInput when it is blank or too long
   */
  public ConsumerName {
    value = Text.required("consumer", value, MAX_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
