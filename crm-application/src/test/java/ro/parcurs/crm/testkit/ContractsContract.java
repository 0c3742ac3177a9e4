package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.ContractFixture.aContract;
import static ro.parcurs.crm.testkit.ContractFixture.bareTerms;
import static ro.parcurs.crm.testkit.ContractFixture.fullTerms;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.FileId;
import ro.parcurs.crm.contract.SignedFile;
import ro.parcurs.crm.contract.usecase.Contracts;
import ro.parcurs.crm.contract.usecase.FileContent;
import ro.parcurs.crm.contract.usecase.Files;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.usecase.Pursuits;

/** What every {@link Contracts} does. */
public abstract class ContractsContract extends PortContract {

  private static final Stamp BY_ION =
      new Stamp(new UserId("ion"), "Ion Țuțea", Instant.parse("2026-11-24T10:00:00.654321Z"));

  private final String number = newId().toString();
  private final Pursuit pursuit = begun();

  protected ContractsContract(Ports ports) {
    super(ports);
  }

  @Test
  void what_is_added_is_read_back_whole() {
    Contract contract = aContract(pursuit, fullTerms(number));
    add(contract);
    assertThat(contracts().get(contract.id()).snapshot()).isEqualTo(at(1, contract));
    assertThat(contracts().find(pursuit.id()).map(Contract::snapshot)).contains(at(1, contract));
  }

  @Test
  void what_is_saved_is_read_back_whole() {
    Contract contract = added(aContract(pursuit, fullTerms(number)));
    FileId file = new FileId(newId());
    inTransaction(() -> port(Files.class).add(file, FileContent.of(new byte[] {1, 2})));
    Contract bare =
        contract
            .edit(bareTerms(number + "/A"), Optional.empty(), BY_ION)
            .signed(new SignedFile(file, "contract ș.pdf", 2, new Sha256("ab".repeat(32)), BY_ION));
    save(bare);
    assertThat(contracts().get(contract.id()).snapshot()).isEqualTo(at(2, bare));

    Contract full =
        contracts().get(contract.id()).edit(fullTerms(number), contract.value(), BY_ION);
    save(full);
    assertThat(contracts().get(contract.id()).snapshot()).isEqualTo(at(3, full));
  }

  @Test
  void a_change_that_was_not_saved_is_not_seen() {
    Contract contract = added(aContract(pursuit, fullTerms(number)));
    contract.edit(bareTerms("X"), Optional.empty(), BY_ION);
    assertThat(contracts().get(contract.id()).snapshot()).isEqualTo(contract.snapshot());
  }

  @Test
  void a_contract_that_changed_since_it_was_read_is_not_overwritten() {
    Contract contract = added(aContract(pursuit, fullTerms(number)));
    save(contract.edit(bareTerms(number), Optional.empty(), BY_ION));
    assertThatThrownBy(
            () -> save(contract.edit(fullTerms(number), contract.value(), contract.changed())))
        .isInstanceOfSatisfying(
            ConcurrentChange.class, refusal -> assertThat(refusal.winner()).isEqualTo(BY_ION));
    assertThat(contracts().get(contract.id()).terms()).isEqualTo(bareTerms(number));
  }

  @Test
  void a_contract_that_is_not_there_is_neither_read_nor_saved() {
    Contract contract = aContract(pursuit, fullTerms(number));
    assertThatThrownBy(() -> contracts().get(contract.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> save(contract)).isInstanceOf(NotFound.class);
    assertThat(contracts().find(new PursuitId(newId()))).isEmpty();
  }

  @Test
  void a_pursuit_has_one_contract() {
    Contract contract = added(aContract(pursuit, fullTerms(number)));
    assertExists(() -> add(aContract(pursuit, fullTerms(number + "/2"))), contract);
  }

  @Test
  void a_number_has_one_contract() {
    Contract contract = added(aContract(pursuit, fullTerms(number)));
    assertExists(() -> add(aContract(begun(), bareTerms(number))), contract);

    Contract other = added(aContract(begun(), fullTerms(number + "/2")));
    assertExists(() -> save(other.edit(fullTerms(number), other.value(), BY_ION)), contract);
    assertThat(contracts().get(other.id()).snapshot()).isEqualTo(other.snapshot());
  }

  private Contracts contracts() {
    return port(Contracts.class);
  }

  private void assertExists(Runnable adding, Contract existing) {
    assertThatThrownBy(adding::run)
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> assertThat(refusal.existing()).isEqualTo(existing.id().toString()));
  }

  private Pursuit begun() {
    Lead lead = aLead().activatedFor(new UserId("ana")).build();
    Pursuit first =
        Pursuit.begin(new PursuitId(newId()), lead.id(), Optional.empty(), ContractFixture.BY);
    inTransaction(
        () -> {
          port(Leads.class).add(lead);
          port(Pursuits.class).add(first);
        });
    return first;
  }

  private Contract added(Contract contract) {
    add(contract);
    return contracts().get(contract.id());
  }

  private void add(Contract contract) {
    inTransaction(() -> contracts().add(contract));
  }

  private void save(Contract contract) {
    inTransaction(() -> contracts().save(contract));
  }

  private static Contract.Snapshot at(long version, Contract contract) {
    Contract.Snapshot state = contract.snapshot();
    return new Contract.Snapshot(
        state.id(),
        state.lead(),
        state.pursuit(),
        state.terms(),
        state.value(),
        state.signedFile(),
        state.added(),
        state.changed(),
        new Version(version));
  }
}
