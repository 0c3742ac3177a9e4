package ro.parcurs.example.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.usecase.ActivateItem;
import ro.parcurs.crm.catalogue.usecase.CatalogueUseCases;
import ro.parcurs.crm.catalogue.usecase.DeactivateItem;
import ro.parcurs.crm.catalogue.usecase.ExportCatalogue;
import ro.parcurs.crm.catalogue.usecase.ItemFilter;
import ro.parcurs.crm.catalogue.usecase.ItemSort;
import ro.parcurs.crm.catalogue.usecase.ListItems;
import ro.parcurs.crm.catalogue.usecase.ShowItem;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** The catalogue's list and the page of an item. */
public final class CataloguePages implements Pages {

  private static final int PAGE = 50;

  /** What the list's address may ask for. */
  private static final List<String> ASKED = List.of("q", "kind", "category", "sold", "sort");

  private final CatalogueUseCases catalogue;

  public CataloguePages(CatalogueUseCases catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/catalogue", this::list)
        .get("/catalogue/export", this::export)
        .get("/catalogue/{id}", this::show)
        .post("/catalogue/{id}/activate", this::activate)
        .post("/catalogue/{id}/deactivate", this::deactivate);
  }

  private Answer list(Request request) {
    Form form = request.form();
    ASKED.forEach(name -> form.setDefault(name, request.query(name)));
    return Answer.view("catalogue/list.jte")
        .with("form", form)
        .with("address", address(request))
        .with("narrowed", ASKED.stream().anyMatch(name -> !request.query(name).isEmpty()))
        .with("firstPage", request.query("after").isEmpty())
        .with(
            "items",
            catalogue.list(
                request.actor(),
                new ListItems.Query(
                    filter(request),
                    request.queryChoice("sort", ItemSort.class).orElse(ItemSort.CODE),
                    request.queryId("after", ItemId::new).orElse(null),
                    PAGE)));
  }

  private Answer export(Request request) {
    return WorkbookAnswer.of(
        request.text("workbook.catalogue-file"),
        to -> catalogue.export(request.actor(), new ExportCatalogue.Query(request.locale()), to));
  }

  private static ItemFilter filter(Request request) {
    String category = request.query("category");
    return ItemFilter.ALL
        .withText(request.query("q"))
        .withKinds(request.queryChoice("kind", ItemKind.class).map(Set::of).orElseGet(Set::of))
        .withCategories(category.isEmpty() ? Set.of() : Set.of(category))
        .withActive(
            switch (request.query("sold")) {
              case "yes" -> Optional.of(true);
              case "no" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** The list's address with the same questions, ready for one more. */
  private static String address(Request request) {
    StringJoiner address = new StringJoiner("&", "/catalogue?", "");
    ASKED.stream()
        .filter(name -> !request.query(name).isEmpty())
        .forEach(
            name ->
                address.add(
                    name + "=" + URLEncoder.encode(request.query(name), StandardCharsets.UTF_8)));
    return address.toString();
  }

  private Answer.View show(Request request) {
    var item = catalogue.show(request.actor(), new ShowItem.Query(request.id("id", ItemId::new)));
    return Answer.view("catalogue/item.jte")
        .with("item", item)
        .with("form", request.form().setDefault("seen", item.version().value()));
  }

  private Answer activate(Request request) {
    ItemId id = request.id("id", ItemId::new);
    return request
        .form()
        .submit(
            () -> new ActivateItem.Command(id, Seen.in(request.form())),
            command -> {
              catalogue.activate(request.caller(), command);
              request.say("catalogue.activated");
              return Answer.to("/catalogue/" + id);
            },
            () -> show(request));
  }

  private Answer deactivate(Request request) {
    ItemId id = request.id("id", ItemId::new);
    return request
        .form()
        .submit(
            () -> new DeactivateItem.Command(id, Seen.in(request.form())),
            command -> {
              catalogue.deactivate(request.caller(), command);
              request.say("catalogue.deactivated");
              return Answer.to("/catalogue/" + id);
            },
            () -> show(request));
  }
}
