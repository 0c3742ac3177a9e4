package ro.parcurs.example.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.WorkPoint;
import ro.parcurs.crm.lead.WorkPointId;
import ro.parcurs.crm.lead.usecase.AddContactPerson;
import ro.parcurs.crm.lead.usecase.AddWorkPoint;
import ro.parcurs.crm.lead.usecase.ContactPersonView;
import ro.parcurs.crm.lead.usecase.EditContactPerson;
import ro.parcurs.crm.lead.usecase.EditWorkPoint;
import ro.parcurs.crm.lead.usecase.EraseContactPerson;
import ro.parcurs.crm.lead.usecase.ExportPersonalData;
import ro.parcurs.crm.lead.usecase.LeadUseCases;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.PersonData;
import ro.parcurs.crm.lead.usecase.RemoveContactPerson;
import ro.parcurs.crm.lead.usecase.RemoveWorkPoint;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.lead.usecase.SiteData;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** The tabs of a lead's people and sites, and their forms. */
public final class LeadPartPages implements Pages {

  private final LeadUseCases leads;

  public LeadPartPages(LeadUseCases leads) {
    this.leads = leads;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/leads/{id}/people", this::people)
        .get("/leads/{id}/people/add", request -> personForm(request, lead(request)))
        .post("/leads/{id}/people/add", this::addPerson)
        .get(
            "/leads/{id}/people/{person}/edit",
            request -> personForm(request, lead(request), person(request)))
        .post("/leads/{id}/people/{person}/edit", this::editPerson)
        .get(
            "/leads/{id}/people/{person}/remove",
            request -> removal(request, lead(request), person(request)))
        .post("/leads/{id}/people/{person}/remove", this::removePerson)
        .post("/leads/{id}/people/{person}/erase", this::erasePerson)
        .post("/leads/{id}/people/{person}/export", this::exportPerson)
        .get("/leads/{id}/work-points", this::sites)
        .get("/leads/{id}/work-points/add", request -> siteForm(request, lead(request)))
        .post("/leads/{id}/work-points/add", this::addSite)
        .get(
            "/leads/{id}/work-points/{site}/edit",
            request -> siteForm(request, lead(request), site(request)))
        .post("/leads/{id}/work-points/{site}/edit", this::editSite)
        .post("/leads/{id}/work-points/{site}/remove", this::removeSite);
  }

  // ---- people ----

  private Answer.View people(Request request) {
    LeadView lead = lead(request);
    return Answer.view("lead/people.jte")
        .with("lead", lead)
        .with("form", request.form().setDefault("seen", lead.version().value()));
  }

  private Answer.View personForm(Request request, LeadView lead) {
    return Answer.view("lead/person.jte")
        .with("lead", lead)
        .with("form", request.form().setDefault("name", ""))
        .with("action", "/leads/" + lead.id() + "/people/add")
        .with("title", request.text("lead.person.add"));
  }

  private Answer.View personForm(Request request, LeadView lead, ContactPersonView person) {
    Form form = request.form();
    form.setDefault("seen", lead.version().value())
        .setDefault("name", person.name())
        .setDefault("role", person.role())
        .setDefault("primary", person.primary() ? "yes" : "");
    fill(form, "phones", person.phones().stream().map(phone -> phone.shown()).toList());
    fill(form, "emails", person.emails().stream().map(email -> email.value()).toList());
    return Answer.view("lead/person.jte")
        .with("lead", lead)
        .with("form", form)
        .with("action", personPath(lead, person) + "/edit")
        .with("title", request.text("lead.person.edit"));
  }

  private Answer addPerson(Request request) {
    LeadView lead = lead(request);
    Form form = request.form();
    return form.submit(
        () -> new AddContactPerson.Command(lead.id(), personData(form)),
        command -> {
          leads.people().add(request.caller(), command);
          request.say("lead.person.added");
          return Answer.to(peoplePath(lead));
        },
        () -> personForm(request, lead));
  }

  private Answer editPerson(Request request) {
    LeadView lead = lead(request);
    ContactPersonView person = person(request);
    Form form = request.form();
    return form.submit(
        () ->
            new EditContactPerson.Command(lead.id(), Seen.in(form), person.id(), personData(form)),
        command -> {
          leads.people().edit(request.caller(), command);
          request.say("lead.saved");
          return Answer.to(peoplePath(lead));
        },
        () -> personForm(request, lead, person));
  }

  private Answer.View removal(Request request, LeadView lead, ContactPersonView person) {
    return Answer.view("lead/person-remove.jte")
        .with("lead", lead)
        .with("person", person)
        .with("form", request.form().setDefault("seen", lead.version().value()));
  }

  private Answer removePerson(Request request) {
    LeadView lead = lead(request);
    ContactPersonView person = person(request);
    Form form = request.form();
    return form.submit(
        () -> new RemoveContactPerson.Command(lead.id(), Seen.in(form), person.id()),
        command -> {
          leads.people().remove(request.caller(), command);
          request.say("lead.person.removed");
          return Answer.to(peoplePath(lead));
        },
        () -> removal(request, lead, person));
  }

  private Answer erasePerson(Request request) {
    LeadView lead = lead(request);
    ContactPersonView person = person(request);
    Form form = request.form();
    return form.submit(
        () -> new EraseContactPerson.Command(lead.id(), Seen.in(form), person.id()),
        command -> {
          leads.people().erase(request.caller(), command);
          request.say("lead.person.erased");
          return Answer.to(peoplePath(lead));
        },
        () -> removal(request, lead, person));
  }

  private Answer exportPerson(Request request) {
    ExportPersonalData.PersonalData data =
        leads
            .people()
            .export(
                request.actor(),
                new ExportPersonalData.Command(
                    request.id("id", LeadId::new), request.id("person", ContactPersonId::new)));
    Function<String, String> label = key -> request.text("lead." + key) + ": ";
    String text =
        Stream.concat(
                Stream.of(
                    label.apply("company") + data.company(),
                    label.apply("person.name") + data.name(),
                    label.apply("person.role") + data.role().orElse(""),
                    label.apply("person.phones") + joined(data.phones()),
                    label.apply("person.emails") + joined(data.emails())),
                data.elsewhere().stream())
            .collect(Collectors.joining("\n", "", "\n"));
    return Answer.download(
        request.text("lead.person.file"),
        "text/plain; charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8));
  }

  // ---- sites ----

  private Answer.View sites(Request request) {
    LeadView lead = lead(request);
    return Answer.view("lead/work-points.jte")
        .with("lead", lead)
        .with("form", request.form().setDefault("seen", lead.version().value()));
  }

  private Answer.View siteForm(Request request, LeadView lead) {
    return siteForm(request, lead, "/leads/" + lead.id() + "/work-points/add")
        .with("title", request.text("lead.site.add"));
  }

  private Answer.View siteForm(Request request, LeadView lead, WorkPoint site) {
    request
        .form()
        .setDefault("seen", lead.version().value())
        .setDefault("name", site.name())
        .setDefault("county", site.address().county())
        .setDefault("locality", site.address().locality())
        .setDefault("street", site.address().street())
        .setDefault("postalCode", site.address().postalCode());
    return siteForm(request, lead, "/leads/" + lead.id() + "/work-points/" + site.id() + "/edit")
        .with("title", request.text("lead.site.edit"));
  }

  private static Answer.View siteForm(Request request, LeadView lead, String action) {
    return Answer.view("lead/work-point.jte")
        .with("lead", lead)
        .with("form", request.form())
        .with("action", action);
  }

  private Answer addSite(Request request) {
    LeadView lead = lead(request);
    Form form = request.form();
    return form.submit(
        () -> new AddWorkPoint.Command(lead.id(), siteData(form)),
        command -> {
          leads.sites().add(request.caller(), command);
          request.say("lead.site.added");
          return Answer.to("/leads/" + lead.id() + "/work-points");
        },
        () -> siteForm(request, lead));
  }

  private Answer editSite(Request request) {
    LeadView lead = lead(request);
    WorkPoint site = site(request);
    Form form = request.form();
    return form.submit(
        () -> new EditWorkPoint.Command(lead.id(), Seen.in(form), site.id(), siteData(form)),
        command -> {
          leads.sites().edit(request.caller(), command);
          request.say("lead.saved");
          return Answer.to("/leads/" + lead.id() + "/work-points");
        },
        () -> siteForm(request, lead, site));
  }

  private Answer removeSite(Request request) {
    LeadView lead = lead(request);
    Form form = request.form();
    return form.submit(
        () ->
            new RemoveWorkPoint.Command(
                lead.id(), Seen.in(form), request.id("site", WorkPointId::new)),
        command -> {
          leads.sites().remove(request.caller(), command);
          request.say("lead.site.removed");
          return Answer.to("/leads/" + lead.id() + "/work-points");
        },
        () -> sites(request));
  }

  // ---- what is asked for, what was typed ----

  private LeadView lead(Request request) {
    return leads.show(request.actor(), new ShowLead.Query(request.id("id", LeadId::new)));
  }

  private ContactPersonView person(Request request) {
    ContactPersonId id = request.id("person", ContactPersonId::new);
    return lead(request).contactPersons().stream()
        .filter(person -> person.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.CONTACT_PERSON, id));
  }

  private WorkPoint site(Request request) {
    WorkPointId id = request.id("site", WorkPointId::new);
    return lead(request).workPoints().stream()
        .filter(site -> site.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.WORK_POINT, id));
  }

  private static PersonData personData(Form form) {
    return new PersonData(
        form.text("name"),
        form.optional("role"),
        many(form, "phones", ContactPerson.MAX_PHONES),
        many(form, "emails", ContactPerson.MAX_EMAILS),
        form.ticked("primary"));
  }

  private static SiteData siteData(Form form) {
    return new SiteData(
        form.text("name"),
        form.choice("county", County.class),
        form.text("locality"),
        form.text("street"),
        form.optional("postalCode"));
  }

  /** A list is typed into fields of its own, {@code phones[0]} and so on; blank ones count too. */
  private static List<String> many(Form form, String name, int max) {
    return IntStream.range(0, max).mapToObj(i -> form.text(name + "[" + i + "]")).toList();
  }

  private static void fill(Form form, String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      form.setDefault(name + "[" + i + "]", values.get(i));
    }
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static String peoplePath(LeadView lead) {
    return "/leads/" + lead.id() + "/people";
  }

  private static String personPath(LeadView lead, ContactPersonView person) {
    return peoplePath(lead) + "/" + person.id();
  }
}
