package ro.parcurs.example.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.lead.LeadDetails;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.usecase.AddLead;
import ro.parcurs.crm.lead.usecase.AddressData;
import ro.parcurs.crm.lead.usecase.AssignOwner;
import ro.parcurs.crm.lead.usecase.CompanyData;
import ro.parcurs.crm.lead.usecase.EditLead;
import ro.parcurs.crm.lead.usecase.LeadRef;
import ro.parcurs.crm.lead.usecase.LeadSources;
import ro.parcurs.crm.lead.usecase.LeadUseCases;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.LookUpCompany;
import ro.parcurs.crm.lead.usecase.NotesData;
import ro.parcurs.crm.lead.usecase.RegistryAddress;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Flash;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** The forms in which a lead is added, corrected and given an owner. */
public final class LeadFormPages implements Pages {

  private final LeadUseCases leads;
  private final LeadSources sources;

  public LeadFormPages(LeadUseCases leads, LeadSources sources) {
    this.leads = leads;
    this.sources = sources;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/leads/add", request -> addForm(request.form()))
        .post("/leads/add", this::add)
        .post("/leads/add/look-up", this::lookUp)
        .get("/leads/{id}/edit", request -> editForm(request, lead(request)))
        .post("/leads/{id}/edit", this::edit)
        .get("/leads/{id}/owner", request -> ownerForm(request, lead(request)))
        .post("/leads/{id}/owner", this::assign);
  }

  // ---- adding ----

  private Answer.View addForm(Form form) {
    form.setDefault("cui", "").setDefault("county", "").setDefault("priority", Priority.NORMAL);
    return Answer.view("lead/add.jte").with("form", form).with("sources", sources.proposed());
  }

  private Answer add(Request request) {
    Form form = request.form();
    return form.submit(
        () ->
            new AddLead.Command(
                form.text("cui"),
                form.ticked("checkDigitAccepted"),
                company(form),
                notes(form),
                form.user("owner")),
        command -> {
          try {
            LeadRef lead = leads.add(request.caller(), command);
            request.say("lead.added", Objects.requireNonNull(command.company().name()));
            return Answer.to("/leads/" + lead.id());
          } catch (AlreadyExists twin) {
            request.say(Flash.Tone.NOTE, "lead.exists");
            return Answer.to("/leads/" + twin.existing());
          }
        },
        () -> addForm(form));
  }

  /** Fills the form from the registry (<i>Preia</i>); whatever comes of it, the form goes on. */
  private Answer lookUp(Request request) {
    Form form = request.form();
    return form.submit(
        () -> new LookUpCompany.Query(form.text("cui"), form.ticked("checkDigitAccepted")),
        query -> {
          RegistryAnswer answer = leads.lookUp(request.actor(), query);
          if (answer instanceof RegistryAnswer.Found found) {
            fill(form, found.company());
          }
          return addForm(form).with("registry", answer);
        },
        () -> addForm(form));
  }

  private static void fill(Form form, RegistryEntry company) {
    form.set("cui", company.cui()).set("name", company.name());
    RegistryAddress address = company.address();
    address.county().ifPresent(county -> form.set("county", county));
    address.locality().ifPresent(locality -> form.set("locality", locality));
    address.street().ifPresent(street -> form.set("street", street));
    address.postalCode().ifPresent(code -> form.set("postalCode", code));
    company.tradeRegisterNumber().ifPresent(number -> form.set("tradeRegisterNumber", number));
    company.caen().ifPresent(caen -> form.set("caen", caen));
    company.iban().ifPresent(iban -> form.set("iban", iban));
    company.phone().ifPresent(phone -> form.set("phone", phone.shown()));
    company.vat().ifPresent(vat -> form.set("vat", vat.state()));
    company
        .status()
        .ifPresent(
            status ->
                form.set("registryState", status.state()).set("registrySince", status.since()));
  }

  // ---- correcting ----

  private Answer.View editForm(Request request, LeadView lead) {
    Form form = request.form();
    CompanyProfile company = lead.company();
    Address address = company.address();
    LeadDetails details = lead.details();
    form.setDefault("seen", lead.version().value())
        .setDefault("name", company.name())
        .setDefault("county", address.county())
        .setDefault("locality", address.locality())
        .setDefault("street", address.street())
        .setDefault("postalCode", address.postalCode())
        .setDefault("tradeRegisterNumber", company.tradeRegisterNumber())
        .setDefault("vat", company.vat().map(VatStatus::state))
        .setDefault("registryState", company.registryStatus().map(RegistryStatus::state))
        .setDefault("registrySince", company.registryStatus().flatMap(RegistryStatus::since))
        .setDefault("caen", company.caen())
        .setDefault("iban", company.iban())
        .setDefault("phone", company.phone().map(phone -> phone.shown()))
        .setDefault("email", company.email())
        .setDefault("website", company.website())
        .setDefault("source", details.source())
        .setDefault("notes", details.notes())
        .setDefault("priority", details.priority())
        .setDefault(
            "tags", String.join(", ", details.tags().stream().map(tag -> tag.value()).toList()));
    return Answer.view("lead/edit.jte")
        .with("form", form)
        .with("lead", lead)
        .with("sources", sources.proposed());
  }

  private Answer edit(Request request) {
    LeadView lead = lead(request);
    Form form = request.form();
    return form.submit(
        () -> new EditLead.Command(lead.id(), Seen.in(form), company(form), notes(form)),
        command -> {
          leads.edit(request.caller(), command);
          request.say("lead.saved");
          return Answer.to("/leads/" + lead.id());
        },
        () -> editForm(request, lead));
  }

  // ---- who is in charge ----

  private Answer.View ownerForm(Request request, LeadView lead) {
    return Answer.view("lead/owner.jte")
        .with("lead", lead)
        .with(
            "form",
            request
                .form()
                .setDefault("seen", lead.version().value())
                .setDefault("owner", lead.owner()));
  }

  private Answer assign(Request request) {
    LeadView lead = lead(request);
    Form form = request.form();
    return form.submit(
        () -> new AssignOwner.Command(lead.id(), Seen.in(form), form.user("owner")),
        command -> {
          leads.assignOwner(request.caller(), command);
          request.say("lead.owner-changed");
          return Answer.to("/leads/" + lead.id());
        },
        () -> ownerForm(request, lead));
  }

  private LeadView lead(Request request) {
    return leads.show(request.actor(), new ShowLead.Query(request.id("id", LeadId::new)));
  }

  // ---- what was typed ----

  private static CompanyData company(Form form) {
    RegistryState registryState = form.choice("registryState", RegistryState.class);
    LocalDate registrySince = form.date("registrySince");
    return new CompanyData(
        form.text("name"),
        new AddressData(
            form.choice("county", County.class),
            form.text("locality"),
            form.optional("street"),
            form.optional("postalCode")),
        form.optional("tradeRegisterNumber"),
        form.choice("vat", VatState.class),
        registryState,
        registrySince,
        form.optional("caen"),
        form.optional("iban"),
        form.optional("phone"),
        form.optional("email"),
        form.optional("website"));
  }

  private static NotesData notes(Form form) {
    List<String> tags =
        Arrays.stream(form.text("tags").split("[,;]"))
            .map(String::strip)
            .filter(tag -> !tag.isEmpty())
            .toList();
    Priority priority = form.choice("priority", Priority.class);
    return new NotesData(
        form.optional("source"),
        form.optional("notes"),
        priority == null ? Priority.NORMAL : priority,
        tags);
  }
}
