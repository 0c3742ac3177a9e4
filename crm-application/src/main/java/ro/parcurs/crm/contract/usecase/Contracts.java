package ro.parcurs.crm.contract.usecase;

import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.pursuit.PursuitId;

/** The store of contracts; writes happen only inside a unit of work. */
public interface Contracts {

  /**
   * @throws AlreadyExists when the pursuit has a contract, or another contract has the number; it
   *     names the existing one
   */
  void add(Contract contract);

  /**
   * @throws NotFound when there is no such contract
   */
  Contract get(ContractId id);

  Optional<Contract> find(PursuitId pursuit);

  /**
   * Keeps the changed contract, provided that nobody has changed it since it was read.
   *
   * @throws ConcurrentChange when somebody has
   * @throws AlreadyExists when another contract has the number; it names that one
   * @throws NotFound when there is no such contract
   */
  void save(Contract contract);
}
