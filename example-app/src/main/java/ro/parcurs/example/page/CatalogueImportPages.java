package ro.parcurs.example.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.usecase.CatalogueUseCases;
import ro.parcurs.crm.catalogue.usecase.ImportCatalogue;
import ro.parcurs.crm.catalogue.usecase.ItemColumn;
import ro.parcurs.crm.catalogue.usecase.ItemsSeen;
import ro.parcurs.crm.catalogue.usecase.PreviewCatalogueImport;
import ro.parcurs.crm.catalogue.usecase.PreviewCatalogueImport.Preview;
import ro.parcurs.crm.catalogue.usecase.RecipeColumn;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.spreadsheet.RowFault;
import ro.parcurs.crm.spreadsheet.TableChoice;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.example.page.CatalogueImportPages.Choice;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Request;

/** The catalogue from a workbook. */
public final class CatalogueImportPages
    extends WholeImportPages<Choice, Preview, ImportCatalogue.Command> {

  private static final String AT = "/catalogue/import";
  private static final String ITEMS = "items";
  private static final String RECIPES = "recipes";

  private final CatalogueUseCases catalogue;

  /** What the form or the address says of the two tables. */
  record Choice(TableChoice<ItemColumn> items, TableChoice<RecipeColumn> recipes) {

    private static final Choice NONE = new Choice(TableChoice.found(), TableChoice.found());
  }

  public CatalogueImportPages(CatalogueUseCases catalogue, Messages messages, SentWorkbooks sent) {
    super(AT, Choice.NONE, messages, sent);
    this.catalogue = catalogue;
  }

  @Override
  String at(Request request) {
    return AT;
  }

  @Override
  Answer.View sending(Request request) {
    return Answer.view("table/catalogue-send.jte").with("form", request.form());
  }

  @Override
  Choice chosenByAddress(Request request) {
    return new Choice(
        new TableChoice<>(given(request.query(ITEMS)), null),
        new TableChoice<>(given(request.query(RECIPES)), null));
  }

  private static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  Choice chosenBy(Form form) {
    return new Choice(
        new TableChoice<>(
            form.optional("itemSheet"), ShownTable.places(form, ITEMS, ItemColumn.class)),
        new TableChoice<>(
            form.optional("recipeSheet"), ShownTable.places(form, RECIPES, RecipeColumn.class)));
  }

  @Override
  Preview look(Request request, WorkbookSource file, Choice choice) {
    return SentWorkbooks.read(
        () ->
            catalogue.previewImport(
                request.actor(),
                new PreviewCatalogueImport.Query(
                    file, choice.items(), choice.recipes(), request.locale())));
  }

  @Override
  List<RowFault> faults(Preview preview) {
    return preview.plan().map(PreviewCatalogueImport.Plan::faults).orElse(List.of());
  }

  @Override
  Answer.View shown(Request request, Choice choice, Preview preview) {
    preview.plan().ifPresent(plan -> request.form().set("seen", plan.seen()));
    return Answer.view("table/catalogue-import.jte")
        .with(
            ITEMS,
            preview
                .items()
                .map(table -> ShownTable.of(table, ItemColumn.class, ITEMS, request, messages())))
        .with(
            RECIPES,
            preview
                .recipes()
                .map(
                    table ->
                        ShownTable.of(table, RecipeColumn.class, RECIPES, request, messages())));
  }

  @Override
  ImportCatalogue.Command command(Request request, WorkbookSource file, Choice choice) {
    return new ImportCatalogue.Command(
        file, choice.items(), choice.recipes(), seen(request.form()), request.locale());
  }

  private static @Nullable ItemsSeen seen(Form form) {
    String seen = form.optional("seen");
    return seen == null ? null : new ItemsSeen(seen);
  }

  @Override
  Answer takeOver(Request request, ImportCatalogue.Command command) {
    ImportCatalogue.Result result =
        SentWorkbooks.read(() -> catalogue.importFrom(request.caller(), command));
    request.say("table.catalogue.done", result.added(), result.changed(), result.unchanged());
    return Answer.to("/catalogue");
  }
}
