package ro.parcurs.example.page;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.AssignLeads;
import ro.parcurs.crm.lead.usecase.DeleteFilter;
import ro.parcurs.crm.lead.usecase.ExportLeads;
import ro.parcurs.crm.lead.usecase.LeadUseCases;
import ro.parcurs.crm.lead.usecase.ListLeads;
import ro.parcurs.crm.lead.usecase.SaveFilter;
import ro.parcurs.crm.lead.usecase.SavedFilterId;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** The list of leads, and the way to a lead. */
public final class LeadPages implements Pages {

  private static final int PAGE = 50;

  /** The tabs of a lead's page in their order, as they stand in the address. */
  private static final List<String> TABS =
      List.of(
          "timeline",
          "commercial",
          "people",
          "work-points",
          "sheets",
          "offers",
          "contracts",
          "financial");

  private final LeadUseCases leads;
  private final Clock clock;

  public LeadPages(LeadUseCases leads, Clock clock) {
    this.leads = leads;
    this.clock = clock;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/leads", this::list)
        .get("/leads/export", this::export)
        .post("/leads/assign", this::assign)
        .post("/leads/filters", this::saveFilter)
        .post("/leads/filters/{filter}/delete", this::deleteFilter)
        .get("/leads/{id}", request -> lead(request, routes));
  }

  /** The tabs of a lead's page, for the frame around them. */
  public static List<String> tabs() {
    return TABS;
  }

  private Answer list(Request request) {
    return list(request, LeadListAddress.of(request::queries));
  }

  private Answer.View list(Request request, LeadListAddress address) {
    Form form = request.form();
    address.values().forEach((name, values) -> form.setDefault(name, values.get(0)));
    String after = request.query("after");
    return Answer.view("lead/list.jte")
        .with("form", form)
        .with("address", address)
        .with(
            "leads",
            leads.list(
                request.actor(),
                new ListLeads.Query(address.filter(), address.order(), after, PAGE)))
        .with("filters", leads.filters(request.actor()))
        .with("counties", List.of(County.values()))
        .with("firstPage", after.isEmpty())
        .with("now", clock.instant());
  }

  /** All the leads of the list, not only the page. */
  private Answer export(Request request) {
    LeadListAddress address = LeadListAddress.of(request::queries);
    return WorkbookAnswer.of(
        request.text("workbook.leads-file"),
        to ->
            leads.export(
                request.actor(),
                new ExportLeads.Query(address.filter(), address.order(), request.locale()),
                to));
  }

  private Answer assign(Request request) {
    Form form = request.form();
    LeadListAddress address = LeadListAddress.of(form::texts);
    return form.submit(
        () ->
            new AssignLeads.Command(
                form.texts("leads").stream()
                    .map(lead -> new LeadId(UUID.fromString(lead)))
                    .collect(Collectors.toUnmodifiableSet()),
                newOwner(form)),
        command -> {
          AssignLeads.Result result = leads.assignAll(request.caller(), command);
          request.say("lead.assigned", result.assigned());
          return Answer.to(address.path());
        },
        () -> list(request, address));
  }

  /** Nobody is a choice too; no choice is none. */
  private static @Nullable UserId newOwner(Form form) {
    String chosen = form.text("newOwner");
    if (chosen.isBlank()) {
      throw InvalidInput.of("newOwner", "required");
    }
    return chosen.equals(LeadListAddress.NOBODY) ? null : form.user("newOwner");
  }

  private Answer saveFilter(Request request) {
    Form form = request.form();
    LeadListAddress address = LeadListAddress.of(form::texts);
    return form.submit(
        () -> new SaveFilter.Command(form.text("name"), address.filter(), address.order()),
        command -> {
          leads.saveFilter(request.caller(), command);
          request.say("lead.filter.saved", command.name());
          return Answer.to(address.path());
        },
        () -> list(request, address));
  }

  private Answer deleteFilter(Request request) {
    SavedFilterId id = request.id("filter", SavedFilterId::new);
    return request
        .form()
        .submit(
            () -> new DeleteFilter.Command(id),
            command -> {
              leads.deleteFilter(request.caller(), command);
              request.say("lead.filter.deleted");
              return Answer.to("/leads");
            },
            () -> list(request, LeadListAddress.of(request.form()::texts)));
  }

  /** A lead is shown by the first of its tabs that there is. */
  private Answer lead(Request request, Routes routes) {
    LeadId id = request.id("id", LeadId::new);
    String tab =
        TABS.stream()
            .filter(name -> routes.answers("/leads/{id}/" + name))
            .findFirst()
            .orElse("people");
    return Answer.to("/leads/" + id + "/" + tab);
  }
}
