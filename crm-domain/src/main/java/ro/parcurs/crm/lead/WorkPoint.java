package ro.parcurs.crm.lead;

import java.util.Objects;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * A site of the lead's company.
 *
 * @param name at most {@value #MAX_NAME} characters
 * @param address with its street
 */
public record WorkPoint(WorkPointId id, String name, Address address) {

  public static final int MAX_NAME = 150;

  public WorkPoint {
    Objects.requireNonNull(id, "id");
    name = Text.required("name", name, MAX_NAME);
    if (address.street().isEmpty()) {
      throw InvalidInput.of("street", "required");
    }
  }
}
