package ro.parcurs.crm.pursuit;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands in the way of closing a responsibility in a given way.
 *
 * @param gates the gates that are closed, in their order
 * @param warnings what blocks the contract, where it does
 */
public record Missing(List<Gate> gates, List<? extends Enum<?>> warnings) {

  public Missing {
    gates = List.copyOf(gates);
    warnings = List.copyOf(warnings);
  }

  public boolean isNothing() {
    return gates.isEmpty();
  }

  /** The gates and the warnings together, each a constant that has a text. */
  public List<Enum<?>> all() {
    return Stream.<Enum<?>>concat(gates.stream(), warnings.stream()).toList();
  }
}
