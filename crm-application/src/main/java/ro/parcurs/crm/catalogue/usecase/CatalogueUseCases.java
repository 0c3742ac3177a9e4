package ro.parcurs.crm.catalogue.usecase;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.work.Caller;

/** Everything that can be done with the catalogue. Thread-safe. */
public final class CatalogueUseCases {

  private final AddItem add;
  private final EditItem edit;
  private final SaveRecipe saveRecipe;
  private final RemoveRecipe removeRecipe;
  private final ActivateItem activate;
  private final DeactivateItem deactivate;
  private final ListItems list;
  private final ShowItem show;
  private final ListVatRates vatRates;
  private final SaveVatRates saveVatRates;
  private final ExportCatalogue export;
  private final PreviewCatalogueImport previewImport;
  private final ImportCatalogue importCatalogue;

  @Inject
  public CatalogueUseCases(
      AddItem add,
      EditItem edit,
      SaveRecipe saveRecipe,
      RemoveRecipe removeRecipe,
      ActivateItem activate,
      DeactivateItem deactivate,
      ListItems list,
      ShowItem show,
      ListVatRates vatRates,
      SaveVatRates saveVatRates,
      ExportCatalogue export,
      PreviewCatalogueImport previewImport,
      ImportCatalogue importCatalogue) {
    this.add = add;
    this.edit = edit;
    this.saveRecipe = saveRecipe;
    this.removeRecipe = removeRecipe;
    this.activate = activate;
    this.deactivate = deactivate;
    this.list = list;
    this.show = show;
    this.vatRates = vatRates;
    this.saveVatRates = saveVatRates;
    this.export = export;
    this.previewImport = previewImport;
    this.importCatalogue = importCatalogue;
  }

  /**
   * @see AddItem
   */
  public ItemRef add(Caller caller, AddItem.Command command) {
    return add.handle(caller, command);
  }

  /**
   * @see EditItem
   */
  public ItemRef edit(Caller caller, EditItem.Command command) {
    return edit.handle(caller, command);
  }

  /**
   * @see SaveRecipe
   */
  public ItemRef saveRecipe(Caller caller, SaveRecipe.Command command) {
    return saveRecipe.handle(caller, command);
  }

  /**
   * @see RemoveRecipe
   */
  public ItemRef removeRecipe(Caller caller, RemoveRecipe.Command command) {
    return removeRecipe.handle(caller, command);
  }

  /**
   * @see ActivateItem
   */
  public ItemRef activate(Caller caller, ActivateItem.Command command) {
    return activate.handle(caller, command);
  }

  /**
   * @see DeactivateItem
   */
  public ItemRef deactivate(Caller caller, DeactivateItem.Command command) {
    return deactivate.handle(caller, command);
  }

  /**
   * @see ListItems
   */
  public ItemPage list(Actor actor, ListItems.Query query) {
    return list.handle(actor, query);
  }

  /**
   * @see ShowItem
   */
  public ItemView show(Actor actor, ShowItem.Query query) {
    return show.handle(actor, query);
  }

  /**
   * @see ListVatRates
   */
  public VatRatesView vatRates(Actor actor) {
    return vatRates.handle(actor, new ListVatRates.Query());
  }

  /**
   * @see SaveVatRates
   */
  public SaveVatRates.Result saveVatRates(Caller caller, SaveVatRates.Command command) {
    return saveVatRates.handle(caller, command);
  }

  /**
   * @see ExportCatalogue
   */
  public void export(Actor actor, ExportCatalogue.Query query, OutputStream to) throws IOException {
    export.handle(actor, query, to);
  }

  /**
   * @see PreviewCatalogueImport
   */
  public PreviewCatalogueImport.Preview previewImport(
      Actor actor, PreviewCatalogueImport.Query query) throws IOException {
    return previewImport.handle(actor, query);
  }

  /**
   * @see ImportCatalogue
   */
  public ImportCatalogue.Result importFrom(Caller caller, ImportCatalogue.Command command)
      throws IOException {
    return importCatalogue.handle(caller, command);
  }
}
