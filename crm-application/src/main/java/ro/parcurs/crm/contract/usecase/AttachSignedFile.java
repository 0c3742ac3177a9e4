package ro.parcurs.crm.contract.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.FileId;
import ro.parcurs.crm.contract.SignedFile;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.timeline.ContractChanged.SignedFileAttached;
import ro.parcurs.crm.validation.CrossCheck;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Ids;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/**
 * Attaches the signed copy of a contract, also after the contracting was completed. A copy that was
 * attached before is kept, but no longer shown.
 */
public final class AttachSignedFile {

  private static final int MAX_PATH = 1000;

  /**
   * @param seen the version that the author of the change has seen
   * @param fileName as the browser gave it; a path before it is cut
   */
  @CrossCheck
  public record Command(
      @NotNull ContractId contract,
      @NotNull @Nullable Version seen,
      @NotNull @PlainText(max = MAX_PATH, required = true) @Nullable String fileName,
      @NotNull @Nullable FileContent content)
      implements CrossCheck.Carrier {

    @Override
    public void checkFields() {
      if (content != null) {
        SignedFile.requireSize(content.size());
      }
    }
  }

  private final Work work;
  private final Journal journal;
  private final Contracts contracts;
  private final Files files;
  private final LeadGate gate;
  private final Ids ids;

  @Inject
  public AttachSignedFile(
      Work work, Journal journal, Contracts contracts, Files files, LeadGate gate, Ids ids) {
    this.work = work;
    this.journal = journal;
    this.contracts = contracts;
    this.files = files;
    this.gate = gate;
    this.ids = ids;
  }

  /**
   * @throws InvalidInput with every fault; {@code file-too-large} beyond {@value
   *     SignedFile#MAX_BYTES} bytes
   * @throws NotFound when there is no such contract
   * @throws NotPermitted when the actor may not work on its lead
   * @throws ConcurrentChange when it was changed since it was seen
   */
  public ContractRef handle(Caller caller, Command command) {
    return work.inTransaction(
        caller,
        command,
        () -> {
          Contract contract = contracts.get(command.contract());
          gate.check(caller.actor(), Permission.PURSUE_LEAD, contract.lead());
          contract.requireSeen(Objects.requireNonNull(command.seen()));
          Stamp by = journal.stamp(caller.actor());
          FileContent content = Objects.requireNonNull(command.content());
          SignedFile file =
              new SignedFile(
                  new FileId(ids.next()),
                  Objects.requireNonNull(command.fileName()),
                  content.size(),
                  content.sha256(),
                  by);
          files.add(file.id(), content);
          contracts.save(contract.signed(file));
          journal.write(
              by,
              contract.lead(),
              contract.pursuit(),
              new SignedFileAttached(
                  contract.id(), contract.terms().number().value(), file.name(), file.sha256()));
          return ContractRef.saved(contract);
        });
  }
}
