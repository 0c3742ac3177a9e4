package ro.parcurs.crm.order;

import ro.parcurs.crm.text.Text;

/**
 * The identity that the ERP gives to a document of its own; invoices and payments have each their
 * own identities.
 *
 * @param value at most {@value #MAX_LENGTH} characters, not blank
 */
public record ErpDocumentId(String value) {

  public static final int MAX_LENGTH = 100;

  public ErpDocumentId {
    value = Text.required("id", value, MAX_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
