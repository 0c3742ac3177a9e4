package ro.parcurs.crm.lead.usecase;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.work.Caller;

/** Everything that can be done with leads themselves. Thread-safe. */
public final class LeadUseCases {

  private final AddLead add;
  private final AddLeads addAll;
  private final EditLead edit;
  private final AssignOwner assignOwner;
  private final AssignLeads assignAll;
  private final LookUpCompany lookUp;
  private final ShowLead show;
  private final ListLeads list;
  private final SaveFilter saveFilter;
  private final ListFilters listFilters;
  private final DeleteFilter deleteFilter;
  private final LeadPeople people;
  private final LeadSites sites;
  private final LeadRegistry registry;
  private final ExportLeads export;
  private final LeadImports imports;

  @Inject
  public LeadUseCases(
      AddLead add,
      AddLeads addAll,
      EditLead edit,
      AssignOwner assignOwner,
      AssignLeads assignAll,
      LookUpCompany lookUp,
      ShowLead show,
      ListLeads list,
      SaveFilter saveFilter,
      ListFilters listFilters,
      DeleteFilter deleteFilter,
      LeadPeople people,
      LeadSites sites,
      LeadRegistry registry,
      ExportLeads export,
      LeadImports imports) {
    this.add = add;
    this.addAll = addAll;
    this.edit = edit;
    this.assignOwner = assignOwner;
    this.assignAll = assignAll;
    this.lookUp = lookUp;
    this.show = show;
    this.list = list;
    this.saveFilter = saveFilter;
    this.listFilters = listFilters;
    this.deleteFilter = deleteFilter;
    this.people = people;
    this.sites = sites;
    this.registry = registry;
    this.export = export;
    this.imports = imports;
  }

  /**
   * @see AddLead
   */
  public LeadRef add(Caller caller, AddLead.Command command) {
    return add.handle(caller, command);
  }

  /**
   * @see AddLeads
   */
  public AddLeads.Result addAll(Caller caller, AddLeads.Command command) {
    return addAll.handle(caller, command);
  }

  /**
   * @see EditLead
   */
  public LeadRef edit(Caller caller, EditLead.Command command) {
    return edit.handle(caller, command);
  }

  /**
   * @see AssignOwner
   */
  public LeadRef assignOwner(Caller caller, AssignOwner.Command command) {
    return assignOwner.handle(caller, command);
  }

  /**
   * @see AssignLeads
   */
  public AssignLeads.Result assignAll(Caller caller, AssignLeads.Command command) {
    return assignAll.handle(caller, command);
  }

  /**
   * @see LookUpCompany
   */
  public RegistryAnswer lookUp(Actor actor, LookUpCompany.Query query) {
    return lookUp.handle(actor, query);
  }

  /**
   * @see ShowLead
   */
  public LeadView show(Actor actor, ShowLead.Query query) {
    return show.handle(actor, query);
  }

  /**
   * @see ListLeads
   */
  public LeadPage list(Actor actor, ListLeads.Query query) {
    return list.handle(actor, query);
  }

  /**
   * @see SaveFilter
   */
  public SaveFilter.Result saveFilter(Caller caller, SaveFilter.Command command) {
    return saveFilter.handle(caller, command);
  }

  /**
   * @see ListFilters
   */
  public List<SavedFilter> filters(Actor actor) {
    return listFilters.handle(actor);
  }

  /**
   * @see DeleteFilter
   */
  public DeleteFilter.Result deleteFilter(Caller caller, DeleteFilter.Command command) {
    return deleteFilter.handle(caller, command);
  }

  /** What can be done with the people at the lead's company. */
  public LeadPeople people() {
    return people;
  }

  /** What can be done with the sites of the lead's company. */
  public LeadSites sites() {
    return sites;
  }

  /** What can be learned of leads' companies from the registry. */
  public LeadRegistry registry() {
    return registry;
  }

  /**
   * @see ExportLeads
   */
  public void export(Actor actor, ExportLeads.Query query, OutputStream to) throws IOException {
    export.handle(actor, query, to);
  }

  /** What can be done to import leads from workbooks. */
  public LeadImports imports() {
    return imports;
  }
}
