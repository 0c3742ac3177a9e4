package ro.parcurs.crm.contract.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.contract.ContractId;

/**
 * A page of the list of contracts.
 *
 * @param next what to ask the next page with; empty on the last one
 */
public record ContractPage(List<ContractListItem> items, Optional<ContractId> next) {

  public ContractPage {
    items = List.copyOf(items);
  }
}
