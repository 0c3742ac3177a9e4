package ro.parcurs.crm.contract.usecase;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractNumber;
import ro.parcurs.crm.contract.ContractValue;
import ro.parcurs.crm.contract.NotInContracting;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.usecase.AcceptedOffers;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.timeline.ContractChanged.ContractSaved;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.Work;

/**
 * Draws up the contract of the lead's pursuit, or edits it, while the contracting is open. Its
 * value is that of the accepted offer; what is missing for it does not keep it from being saved.
 */
public final class SaveContract {

  /**
   * @param seen the version that the author of the change has seen; missing when there was no
   *     contract yet
   */
  public record Command(
      @NotNull LeadId lead, @Nullable Version seen, @NotNull @Valid ContractData contract) {}

  private final Work work;
  private final Journal journal;
  private final Contracts contracts;
  private final AcceptedOffers offers;
  private final Responsibilities responsibilities;
  private final LeadGate gate;
  private final NumberSeries numbers;
  private final Ids ids;

  @Inject
  public SaveContract(
      Work work,
      Journal journal,
      Contracts contracts,
      AcceptedOffers offers,
      Responsibilities responsibilities,
      LeadGate gate,
      NumberSeries numbers,
      Ids ids) {
    this.work = work;
    this.journal = journal;
    this.contracts = contracts;
    this.offers = offers;
    this.responsibilities = responsibilities;
    this.gate = gate;
    this.numbers = numbers;
    this.ids = ids;
  }

  /**
   * @throws InvalidInput with every fault
   * @throws NotFound when there is no such lead, or no longer the contract that was seen
   * @throws NotPermitted when the actor may not pursue it
   * @throws NotInContracting when it has no open contracting
   * @throws AlreadyExists when another contract has the number
   * @throws ConcurrentChange when somebody drew it up or changed it since
   */
  public ContractRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          LeadId lead = command.lead();
          gate.check(caller.actor(), Permission.PURSUE_LEAD, lead);
          PursuitId pursuit =
              responsibilities
                  .lockOpen(lead)
                  .filter(ContractViews::isContracting)
                  .orElseThrow(NotInContracting::new)
                  .pursuit();
          Optional<Contract> existing = contracts.find(pursuit);
          requireSeen(existing, Optional.ofNullable(command.seen()), pursuit);
          Optional<ContractValue> value = offers.find(pursuit).map(ContractValue::of);
          Stamp by = journal.stamp(caller.actor());
          ContractData data = command.contract();
          Contract contract;
          if (existing.isPresent()) {
            ContractNumber number = data.givenNumber().orElse(existing.get().terms().number());
            contract = existing.get().edit(data.terms(number), value, by);
            contracts.save(contract);
          } else {
            ContractNumber number = data.givenNumber().orElseGet(this::nextNumber);
            contract =
                Contract.draw(
                    new ContractId(ids.next()), lead, pursuit, data.terms(number), value, by);
            contracts.add(contract);
          }
          journal.write(
              by,
              lead,
              pursuit,
              new ContractSaved(contract.id(), contract.terms().number().value()));
          return ContractRef.saved(contract);
        });
  }

  private static void requireSeen(
      Optional<Contract> existing, Optional<Version> seen, PursuitId pursuit) {
    if (existing.isEmpty()) {
      if (seen.isPresent()) {
        throw new NotFound(Subject.CONTRACT, pursuit);
      }
      return;
    }
    existing.get().requireSeen(seen.orElse(Version.NEW));
  }

  private ContractNumber nextNumber() {
    return new ContractNumber(numbers.next(Series.CONTRACT, journal.today().getYear()).toString());
  }
}
