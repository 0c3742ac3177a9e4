package ro.parcurs.crm.work;

import ro.parcurs.crm.text.Text;

/**
 * Names one intention of a caller, so that carrying it out twice does it once.
 *
 * @param value chosen by the caller, unique per intention; at most {@value #MAX_LENGTH} characters
 */
public record IdempotencyKey(String value) {

  public static final int MAX_LENGTH = 200;

  public IdempotencyKey {
    value = Text.required("idempotencyKey", value, MAX_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
