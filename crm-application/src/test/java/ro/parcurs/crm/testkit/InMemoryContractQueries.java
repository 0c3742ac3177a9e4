package ro.parcurs.crm.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractValue;
import ro.parcurs.crm.contract.usecase.ContractFilter;
import ro.parcurs.crm.contract.usecase.ContractListItem;
import ro.parcurs.crm.contract.usecase.ContractQueries;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.LeadSearch;
import ro.parcurs.crm.text.SearchText;

/** The lists of the contracts in memory. */
public final class InMemoryContractQueries implements ContractQueries {

  private static final Comparator<Contract> NEWEST_FIRST =
      Comparator.comparing((Contract contract) -> contract.terms().date())
          .thenComparing(contract -> contract.id().toString())
          .reversed();

  private final InMemoryContracts contracts;
  private final InMemoryLeads leads;

  public InMemoryContractQueries(InMemoryContracts contracts, InMemoryLeads leads) {
    this.contracts = contracts;
    this.leads = leads;
  }

  @Override
  public List<ContractListItem> list(
      LeadScope scope, ContractFilter filter, Optional<ContractId> after, int limit) {
    return contracts.all().stream()
        .filter(contract -> scope.contains(leads.access(lead(contract))))
        .filter(contract -> filter.lead() == null || contract.lead().equals(filter.lead()))
        .filter(contract -> isSearched(contract, filter.folded()))
        .filter(
            contract ->
                after
                    .map(contracts::get)
                    .filter(last -> NEWEST_FIRST.compare(contract, last) <= 0)
                    .isEmpty())
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .map(this::item)
        .toList();
  }

  private boolean isSearched(Contract contract, String folded) {
    Lead lead = lead(contract);
    return SearchText.fold(contract.terms().number().value()).contains(folded)
        || LeadSearch.nameKey(lead).contains(folded)
        || lead.cui().toString().contains(folded);
  }

  private Lead lead(Contract contract) {
    return leads.get(contract.lead());
  }

  private ContractListItem item(Contract contract) {
    Lead lead = lead(contract);
    return new ContractListItem(
        contract.id(),
        contract.terms().number(),
        contract.terms().date(),
        contract.terms().term(),
        lead.id(),
        lead.company().name(),
        lead.cui(),
        contract.value().map(ContractValue::net),
        contract.signedFile().isPresent());
  }
}
