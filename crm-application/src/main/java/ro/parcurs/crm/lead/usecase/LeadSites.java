package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import ro.parcurs.crm.work.Caller;

/** Everything that can be done with the work points of leads. Thread-safe. */
public final class LeadSites {

  private final AddWorkPoint add;
  private final EditWorkPoint edit;
  private final RemoveWorkPoint remove;

  @Inject
  public LeadSites(AddWorkPoint add, EditWorkPoint edit, RemoveWorkPoint remove) {
    this.add = add;
    this.edit = edit;
    this.remove = remove;
  }

  /**
   * @see AddWorkPoint
   */
  public AddWorkPoint.Result add(Caller caller, AddWorkPoint.Command command) {
    return add.handle(caller, command);
  }

  /**
   * @see EditWorkPoint
   */
  public LeadRef edit(Caller caller, EditWorkPoint.Command command) {
    return edit.handle(caller, command);
  }

  /**
   * @see RemoveWorkPoint
   */
  public LeadRef remove(Caller caller, RemoveWorkPoint.Command command) {
    return remove.handle(caller, command);
  }
}
