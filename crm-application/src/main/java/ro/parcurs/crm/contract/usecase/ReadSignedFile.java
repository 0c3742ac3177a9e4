package ro.parcurs.crm.contract.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.SignedFile;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.usecase.LeadGate;
import ro.parcurs.crm.work.Work;

/** Gives back the signed copy of a contract. */
public final class ReadSignedFile {

  public record Query(@NotNull ContractId contract) {}

  /**
   * The file.
   *
   * @param sha256 the digest of the content, as it was when the file was attached
   */
  public record Result(String name, Sha256 sha256, FileContent content) {}

  private final Work work;
  private final Contracts contracts;
  private final Files files;
  private final LeadGate gate;

  @Inject
  public ReadSignedFile(Work work, Contracts contracts, Files files, LeadGate gate) {
    this.work = work;
    this.contracts = contracts;
    this.files = files;
    this.gate = gate;
  }

  /**
   * @throws NotFound when there is no such contract, or no file is attached to it
   * @throws NotPermitted when the actor may not see its lead
   * @throws IllegalStateException when the stored content is not the one that was attached
   */
  public Result handle(Actor actor, Query query) {
    return work.reading(
        query,
        () -> {
          Contract contract = contracts.get(query.contract());
          gate.check(actor, Permission.SEE_LEAD, contract.lead());
          SignedFile file =
              contract
                  .signedFile()
                  .orElseThrow(() -> new NotFound(Subject.SIGNED_FILE, contract.id()));
          FileContent content = files.get(file.id());
          if (!content.sha256().equals(file.sha256())) {
            throw new IllegalStateException("the content of file " + file.id() + " was altered");
          }
          return new Result(file.name(), file.sha256(), content);
        });
  }
}
