package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.work.Caller;

/** Everything that can be done with the contact persons of leads. Thread-safe. */
public final class LeadPeople {

  private final AddContactPerson add;
  private final EditContactPerson edit;
  private final RemoveContactPerson remove;
  private final ExportPersonalData export;
  private final EraseContactPerson erase;

  @Inject
  public LeadPeople(
      AddContactPerson add,
      EditContactPerson edit,
      RemoveContactPerson remove,
      ExportPersonalData export,
      EraseContactPerson erase) {
    this.add = add;
    this.edit = edit;
    this.remove = remove;
    this.export = export;
    this.erase = erase;
  }

  /**
   * @see AddContactPerson
   */
  public AddContactPerson.Result add(Caller caller, AddContactPerson.Command command) {
    return add.handle(caller, command);
  }

  /**
   * @see EditContactPerson
   */
  public LeadRef edit(Caller caller, EditContactPerson.Command command) {
    return edit.handle(caller, command);
  }

  /**
   * @see RemoveContactPerson
   */
  public LeadRef remove(Caller caller, RemoveContactPerson.Command command) {
    return remove.handle(caller, command);
  }

  /**
   * @see ExportPersonalData
   */
  public ExportPersonalData.PersonalData export(Actor actor, ExportPersonalData.Command command) {
    return export.handle(actor, command);
  }

  /**
   * @see EraseContactPerson
   */
  public LeadRef erase(Caller caller, EraseContactPerson.Command command) {
    return erase.handle(caller, command);
  }
}
