package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.LeadScope;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractNumber;
import ro.parcurs.crm.contract.usecase.ContractFilter;
import ro.parcurs.crm.contract.usecase.ContractListItem;
import ro.parcurs.crm.contract.usecase.ContractQueries;
import ro.parcurs.crm.contract.usecase.Contracts;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.text.SearchText;

/** The contracts in the table {@code contract}, and the lists of them. */
final class PostgresContracts implements Contracts, ContractQueries {

  private final PostgresUnitOfWork unit;
  private final Lists lists;
  private final ContractMapper mapper;
  private final ContractRows rows = new GeneratedContractRows();

  PostgresContracts(PostgresUnitOfWork unit, Lists lists) {
    this.unit = unit;
    this.lists = lists;
    this.mapper = unit.mapper(ContractMapper.class);
  }

  @Override
  public void add(Contract contract) {
    if (mapper.insert(rows.row(contract.snapshot()), numberKey(contract)) == 0) {
      ContractRow ofPursuit = mapper.findByPursuit(contract.pursuit());
      if (ofPursuit != null) {
        throw new AlreadyExists(Subject.CONTRACT, ofPursuit.number(), ofPursuit.id());
      }
      requireFreeNumber(contract);
      throw new AlreadyExists(Subject.CONTRACT, contract.id(), contract.id());
    }
  }

  @Override
  public Contract get(ContractId id) {
    return made(mapper.find(id)).orElseThrow(() -> new NotFound(Subject.CONTRACT, id));
  }

  @Override
  public Optional<Contract> find(PursuitId pursuit) {
    return made(mapper.findByPursuit(pursuit));
  }

  @Override
  public void save(Contract contract) {
    requireFreeNumber(contract);
    ContractNumber number = contract.terms().number();
    int changed =
        unit.colliding(
            () -> mapper.update(rows.row(contract.snapshot()), numberKey(contract)),
            fault ->
                Guarded.collision(Subject.CONTRACT, number, mapper.findByNumber(number), fault));
    Guarded.requireOneRow(
        changed, Subject.CONTRACT, contract.id(), () -> mapper.findStamp(contract.id()));
  }

  @Override
  public List<ContractListItem> list(
      LeadScope scope, ContractFilter filter, Optional<ContractId> after, int limit) {
    DocumentQuestion<ContractFilter, ContractId> question =
        DocumentQuestion.of(scope, filter, filter.lead(), filter.words(), null, after, limit);
    return lists.reading(() -> question.page(lists, ContractFilter.NONE, mapper::list)).stream()
        .map(rows::item)
        .toList();
  }

  private void requireFreeNumber(Contract contract) {
    ContractId holder = mapper.findByNumber(contract.terms().number());
    if (holder != null && !holder.equals(contract.id())) {
      throw new AlreadyExists(Subject.CONTRACT, contract.terms().number(), holder);
    }
  }

  private Optional<Contract> made(@Nullable ContractRow row) {
    return Optional.ofNullable(row).map(rows::contract).map(Contract::rebuild);
  }

  private static String numberKey(Contract contract) {
    return SearchText.fold(contract.terms().number().value());
  }
}
