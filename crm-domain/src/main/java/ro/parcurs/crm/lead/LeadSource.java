package ro.parcurs.crm.lead;

import ro.parcurs.crm.text.Text;

/**
 * Where a lead was heard of; the embedding application proposes some, others may be typed.
 *
 * @param value at most {@value #MAX_LENGTH} characters
 */
public record LeadSource(String value) {

  public static final int MAX_LENGTH = 100;

  public LeadSource {
    value = Text.required("source", value, MAX_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
