package ro.parcurs.example.page;

import java.util.List;
import java.util.stream.Stream;
import ro.parcurs.crm.catalogue.ItemDetails;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.usecase.AddItem;
import ro.parcurs.crm.catalogue.usecase.CatalogueUseCases;
import ro.parcurs.crm.catalogue.usecase.ComponentData;
import ro.parcurs.crm.catalogue.usecase.EditItem;
import ro.parcurs.crm.catalogue.usecase.ItemData;
import ro.parcurs.crm.catalogue.usecase.ItemRef;
import ro.parcurs.crm.catalogue.usecase.ItemView;
import ro.parcurs.crm.catalogue.usecase.PriceData;
import ro.parcurs.crm.catalogue.usecase.RemoveRecipe;
import ro.parcurs.crm.catalogue.usecase.SaveRecipe;
import ro.parcurs.crm.catalogue.usecase.ShowItem;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** The forms of items: what is said of them, their prices, their recipes. */
public final class CatalogueFormPages implements Pages {

  private static final String COMPONENTS = "components";

  private final CatalogueUseCases catalogue;
  private final ItemPicker picker;

  public CatalogueFormPages(CatalogueUseCases catalogue) {
    this.catalogue = catalogue;
    this.picker = new ItemPicker(catalogue);
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/catalogue/add", request -> addForm(request, false))
        .post("/catalogue/add", this::add)
        .get("/catalogue/add-recipe", request -> addForm(request, true))
        .post("/catalogue/add-recipe", this::addComposed)
        .get("/catalogue/{id}/edit", this::editForm)
        .post("/catalogue/{id}/edit", this::edit)
        .get("/catalogue/{id}/recipe", this::recipeForm)
        .post("/catalogue/{id}/recipe", this::saveRecipe)
        .get("/catalogue/{id}/price", this::priceForm)
        .post("/catalogue/{id}/price", this::removeRecipe);
  }

  // ---- adding ----

  private Answer.View addForm(Request request, boolean composed) {
    Form form =
        request
            .form()
            .setDefault("code", "")
            .setDefault("name", "")
            .setDefault("category", "")
            .setDefault("kind", composed ? ItemKind.SERVICE : ItemKind.PRODUCT)
            .setDefault("unit", "buc")
            .setDefault("vatRate", "21")
            .setDefault("commission", "0");
    if (composed) {
      ItemPicker.addSpareRows(form, COMPONENTS);
    } else {
      form.setDefault("price", "").setDefault("cost", "").setDefault("currency", Currency.RON);
    }
    return Answer.view("catalogue/add.jte")
        .with("form", form)
        .with("composed", composed)
        .with("rates", catalogue.vatRates(request.actor()).validToday())
        .with("suggestions", picker.suggestions(request.actor()));
  }

  private Answer add(Request request) {
    return request
        .form()
        .submit(
            () -> AddItem.Command.priced(itemData(request.form()), priceData(request.form())),
            command -> added(request, catalogue.add(request.caller(), command)),
            () -> addForm(request, false));
  }

  private Answer addComposed(Request request) {
    return request
        .form()
        .submit(
            () -> AddItem.Command.composed(itemData(request.form()), components(request)),
            command -> added(request, catalogue.add(request.caller(), command)),
            () -> addForm(request, true));
  }

  private static Answer added(Request request, ItemRef item) {
    request.say("catalogue.added");
    return Answer.to("/catalogue/" + item.id());
  }

  // ---- editing ----

  private Answer.View editForm(Request request) {
    ItemView item = item(request);
    ItemDetails details = item.summary().details();
    Form form =
        request
            .form()
            .setDefault("seen", item.version().value())
            .setDefault("code", details.code())
            .setDefault("name", details.name())
            .setDefault("unit", details.unit())
            .setDefault("kind", details.kind())
            .setDefault("category", details.category())
            .setDefault("vatRate", details.vat().code())
            .setDefault("commission", details.commission());
    item.price()
        .ifPresent(
            price ->
                form.setDefault("price", price)
                    .setDefault("currency", price.currency())
                    .setDefault("cost", item.cost()));
    var rates = catalogue.vatRates(request.actor()).validToday();
    return Answer.view("catalogue/edit.jte")
        .with("form", form)
        .with("item", item)
        .with(
            "rates",
            rates.contains(details.vat())
                ? rates
                : Stream.concat(rates.stream(), Stream.of(details.vat())).toList());
  }

  private Answer edit(Request request) {
    ItemId id = id(request);
    Form form = request.form();
    return form.submit(
        () ->
            new EditItem.Command(
                id,
                Seen.in(form),
                itemData(form),
                form.choice("currency", Currency.class) == null ? null : priceData(form)),
        command -> {
          catalogue.edit(request.caller(), command);
          request.say("catalogue.saved");
          return Answer.to("/catalogue/" + id);
        },
        () -> editForm(request));
  }

  // ---- recipe ----

  private Answer.View recipeForm(Request request) {
    ItemView item = item(request);
    Form form = request.form().setDefault("seen", item.version().value());
    if (form.rows(COMPONENTS).isEmpty()) {
      for (int i = 0; i < item.components().size(); i++) {
        ItemView.Component component = item.components().get(i);
        form.set(ItemPicker.item(COMPONENTS, i), ItemPicker.typed(component.item().details()))
            .set(ItemPicker.quantity(COMPONENTS, i), component.quantity());
      }
    }
    ItemPicker.addSpareRows(form, COMPONENTS);
    return Answer.view("catalogue/recipe.jte")
        .with("form", form)
        .with("item", item)
        .with("suggestions", picker.suggestions(request.actor()));
  }

  private Answer saveRecipe(Request request) {
    ItemId id = id(request);
    return request
        .form()
        .submit(
            () -> new SaveRecipe.Command(id, Seen.in(request.form()), components(request)),
            command -> {
              catalogue.saveRecipe(request.caller(), command);
              request.say("catalogue.recipe.saved");
              return Answer.to("/catalogue/" + id);
            },
            () -> recipeForm(request));
  }

  private Answer.View priceForm(Request request) {
    ItemView item = item(request);
    Form form =
        request
            .form()
            .setDefault("seen", item.version().value())
            .setDefault("price", "")
            .setDefault("cost", "")
            .setDefault("currency", Currency.RON);
    return Answer.view("catalogue/price.jte").with("form", form).with("item", item);
  }

  private Answer removeRecipe(Request request) {
    ItemId id = id(request);
    return request
        .form()
        .submit(
            () -> new RemoveRecipe.Command(id, Seen.in(request.form()), priceData(request.form())),
            command -> {
              catalogue.removeRecipe(request.caller(), command);
              request.say("catalogue.recipe.removed");
              return Answer.to("/catalogue/" + id);
            },
            () -> priceForm(request));
  }

  // ---- what is read ----

  private static ItemId id(Request request) {
    return request.id("id", ItemId::new);
  }

  private ItemView item(Request request) {
    return catalogue.show(request.actor(), new ShowItem.Query(id(request)));
  }

  private static ItemData itemData(Form form) {
    return new ItemData(
        form.text("code"),
        form.text("name"),
        form.text("unit"),
        form.choice("kind", ItemKind.class),
        form.text("category"),
        form.text("vatRate"),
        form.number("commission"));
  }

  private static PriceData priceData(Form form) {
    return new PriceData(
        form.number("price"), form.choice("currency", Currency.class), form.number("cost"));
  }

  private List<ComponentData> components(Request request) {
    return picker.read(request.form(), COMPONENTS, request.actor(), ComponentData::new);
  }
}
