package ro.parcurs.example.page;

import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.catalogue.usecase.CatalogueUseCases;
import ro.parcurs.crm.catalogue.usecase.ImportCatalogue;
import ro.parcurs.crm.catalogue.usecase.ItemColumn;
import ro.parcurs.crm.catalogue.usecase.ItemsSeen;
import ro.parcurs.crm.catalogue.usecase.PreviewCatalogueImport;
import ro.parcurs.crm.catalogue.usecase.PreviewCatalogueImport.Preview;
import ro.parcurs.crm.catalogue.usecase.RecipeColumn;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.spreadsheet.TableChoice;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** The catalogue from a workbook: the file is sent, looked at, and taken over whole or not. */
public final class CatalogueImportPages implements Pages {

  private static final String AT = "/catalogue/import";

  private final CatalogueUseCases catalogue;
  private final Messages messages;
  private final SentWorkbooks sent;

  /** What the form or the address says of the two tables. */
  private record Choice(TableChoice<ItemColumn> items, TableChoice<RecipeColumn> recipes) {

    private static final Choice NONE = new Choice(TableChoice.found(), TableChoice.found());

    static Choice of(Request request) {
      return new Choice(
          new TableChoice<>(given(request.query("items")), null),
          new TableChoice<>(given(request.query("recipes")), null));
    }

    static Choice of(Form form) {
      return new Choice(
          new TableChoice<>(
              form.optional("itemSheet"), ShownTable.places(form, "items", ItemColumn.class)),
          new TableChoice<>(
              form.optional("recipeSheet"),
              ShownTable.places(form, "recipes", RecipeColumn.class)));
    }

    private static @Nullable String given(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  public CatalogueImportPages(CatalogueUseCases catalogue, Messages messages, SentWorkbooks sent) {
    this.catalogue = catalogue;
    this.messages = messages;
    this.sent = sent;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get(AT, this::form)
        .post(AT, this::send)
        .get(AT + "/{file}", request -> shown(request, Choice.of(request)))
        .post(AT + "/{file}/preview", this::again)
        .post(AT + "/{file}/run", this::run);
  }

  private Answer.View form(Request request) {
    return Answer.view("table/catalogue-send.jte").with("form", request.form());
  }

  private Answer send(Request request) {
    Form form = request.form();
    return form.submit(
        () -> sent.keep(request, file -> look(request, file, Choice.NONE)),
        file -> Answer.to(AT + "/" + file),
        () -> {
          form.setDefault("file", "");
          return form(request);
        });
  }

  private Answer again(Request request) {
    Form form = request.form();
    return form.submit(
        () -> Choice.of(form), choice -> shown(request, choice), () -> shown(request, Choice.NONE));
  }

  private Answer.View shown(Request request, Choice choice) {
    KeptWorkbooks.Kept file = sent.of(request);
    Preview preview = look(request, file.source(), choice);
    Form form = request.form();
    preview.plan().ifPresent(plan -> form.set("seen", plan.seen()));
    return Answer.view("table/catalogue-import.jte")
        .with("form", form)
        .with("at", AT + "/" + sent.hash(request))
        .with("name", file.name())
        .with("preview", preview)
        .with(
            "items",
            preview
                .items()
                .map(table -> ShownTable.of(table, ItemColumn.class, "items", request, messages)))
        .with(
            "recipes",
            preview
                .recipes()
                .map(
                    table ->
                        ShownTable.of(table, RecipeColumn.class, "recipes", request, messages)))
        .with(
            "faults",
            preview.plan().stream()
                .flatMap(plan -> plan.faults().stream())
                .map(fault -> messages.of(fault, request.locale()))
                .toList());
  }

  private Preview look(Request request, WorkbookSource file, Choice choice) {
    return SentWorkbooks.read(
        () ->
            catalogue.previewImport(
                request.actor(),
                new PreviewCatalogueImport.Query(
                    file, choice.items(), choice.recipes(), request.locale())));
  }

  private Answer run(Request request) {
    Form form = request.form();
    KeptWorkbooks.Kept file = sent.of(request);
    return form.submit(
        () -> {
          Choice choice = Choice.of(form);
          return new ImportCatalogue.Command(
              file.source(), choice.items(), choice.recipes(), seen(form), request.locale());
        },
        command -> {
          ImportCatalogue.Result result =
              SentWorkbooks.read(() -> catalogue.importFrom(request.caller(), command));
          request.say("table.catalogue.done", result.added(), result.changed(), result.unchanged());
          sent.imported(request.actor().id(), sent.hash(request));
          return Answer.to("/catalogue");
        },
        () -> shown(request, chosen(form)));
  }

  /** As the form says, unless it can't be. */
  private static Choice chosen(Form form) {
    return form.refusal().isPresent() ? Choice.of(form) : Choice.NONE;
  }

  private static @Nullable ItemsSeen seen(Form form) {
    String seen = form.optional("seen");
    return seen == null ? null : new ItemsSeen(seen);
  }
}
