package ro.parcurs.crm.contract;

import ro.parcurs.crm.text.Text;

/**
 * The number under which both sides know a contract: the parties' own, or one of the series {@code
 * CT}.
 *
 * @param value at most {@value #MAX_LENGTH} characters, not blank
 */
public record ContractNumber(String value) {

  public static final int MAX_LENGTH = 50;

  public ContractNumber {
    value = Text.required("number", value, MAX_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
