package ro.parcurs.crm.contract.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.contract.ContractId;

/** Lists of contracts, made by the store itself. */
public interface ContractQueries {

  /**
   * A page of the contracts of the leads in the scope, the newest date first.
   *
   * @param after the last contract of the page before; empty for the first page
   * @param limit at least 1
   */
  List<ContractListItem> list(
      LeadScope scope, ContractFilter filter, Optional<ContractId> after, int limit);
}
