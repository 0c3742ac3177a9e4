package ro.parcurs.crm.contract.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.work.Caller;

/** Everything that can be done with contracts. Thread-safe. */
public final class ContractUseCases {

  private final PrepareContract prepare;
  private final SaveContract save;
  private final AttachSignedFile attach;
  private final ReadSignedFile read;
  private final ShowContract show;
  private final ListContracts list;

  @Inject
  public ContractUseCases(
      PrepareContract prepare,
      SaveContract save,
      AttachSignedFile attach,
      ReadSignedFile read,
      ShowContract show,
      ListContracts list) {
    this.prepare = prepare;
    this.save = save;
    this.attach = attach;
    this.read = read;
    this.show = show;
    this.list = list;
  }

  /**
   * @see PrepareContract
   */
  public PrepareContract.Result prepare(Actor actor, PrepareContract.Query query) {
    return prepare.handle(actor, query);
  }

  /**
   * @see SaveContract
   */
  public ContractRef save(Caller caller, SaveContract.Command command) {
    return save.handle(caller, command);
  }

  /**
   * @see AttachSignedFile
   */
  public ContractRef attachSignedFile(Caller caller, AttachSignedFile.Command command) {
    return attach.handle(caller, command);
  }

  /**
   * @see ReadSignedFile
   */
  public ReadSignedFile.Result readSignedFile(Actor actor, ReadSignedFile.Query query) {
    return read.handle(actor, query);
  }

  /**
   * @see ShowContract
   */
  public ContractView show(Actor actor, ShowContract.Query query) {
    return show.handle(actor, query);
  }

  /**
   * @see ListContracts
   */
  public ContractPage list(Actor actor, ListContracts.Query query) {
    return list.handle(actor, query);
  }
}
