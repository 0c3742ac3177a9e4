package ro.parcurs.example.page;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractTerms;
import ro.parcurs.crm.contract.NotInContracting;
import ro.parcurs.crm.contract.usecase.AttachSignedFile;
import ro.parcurs.crm.contract.usecase.ContractData;
import ro.parcurs.crm.contract.usecase.ContractFilter;
import ro.parcurs.crm.contract.usecase.ContractPage;
import ro.parcurs.crm.contract.usecase.ContractRef;
import ro.parcurs.crm.contract.usecase.ContractView;
import ro.parcurs.crm.contract.usecase.FileContent;
import ro.parcurs.crm.contract.usecase.ListContracts;
import ro.parcurs.crm.contract.usecase.PrepareContract;
import ro.parcurs.crm.contract.usecase.ReadSignedFile;
import ro.parcurs.crm.contract.usecase.SaveContract;
import ro.parcurs.crm.contract.usecase.ShowContract;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** Contracts: their list, the form inside a contracting, the page with its warnings and file. */
public final class ContractPages implements Pages {

  private static final int PAGE_SIZE = 50;
  private static final int USUAL_PAYMENT_TERM = 30;

  private final Crm crm;

  public ContractPages(Crm crm) {
    this.crm = crm;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/contracts", this::list)
        .get("/contracts/{id}", this::show)
        .post("/contracts/{id}/file", this::attach)
        .get("/contracts/{id}/file", this::download)
        .get("/leads/{id}/contracts", this::ofLead)
        .get("/leads/{id}/contract", request -> form(request, true))
        .post("/leads/{id}/contract", this::save);
  }

  private Answer list(Request request) {
    ContractPage contracts =
        crm.contracts()
            .list(
                request.actor(),
                new ListContracts.Query(
                    new ContractFilter(null, request.query("search")),
                    request.queryId("after", ContractId::new).orElse(null),
                    PAGE_SIZE));
    return Answer.view(
        "contract/list.jte", Map.of("contracts", contracts, "search", request.query("search")));
  }

  private Answer ofLead(Request request) {
    LeadId lead = request.id("id", LeadId::new);
    LeadView view = crm.leads().show(request.actor(), new ShowLead.Query(lead));
    ContractPage contracts =
        crm.contracts()
            .list(
                request.actor(),
                new ListContracts.Query(ContractFilter.of(lead), null, ListContracts.MAX_LIMIT));
    return Answer.view("contract/of-lead.jte")
        .with("lead", view)
        .with("contracts", contracts.items())
        .with("mayDraw", mayDraw(request, lead));
  }

  /** Whether a contract can be drawn up or edited now. */
  private boolean mayDraw(Request request, LeadId lead) {
    try {
      crm.contracts().prepare(request.actor(), new PrepareContract.Query(lead));
      return true;
    } catch (NotInContracting | NotPermitted e) {
      return false;
    }
  }

  private Answer.View show(Request request) {
    ContractId id = request.id("id", ContractId::new);
    ContractView contract = crm.contracts().show(request.actor(), new ShowContract.Query(id));
    return Answer.view("contract/show.jte", Map.of("contract", contract))
        .with("form", request.form().setDefault("seen", contract.version().value()));
  }

  /**
   * @param first whether nothing was typed yet; a box that was not ticked sends nothing
   */
  private Answer.View form(Request request, boolean first) {
    LeadId lead = request.id("id", LeadId::new);
    LeadView view = crm.leads().show(request.actor(), new ShowLead.Query(lead));
    PrepareContract.Result prepared =
        crm.contracts().prepare(request.actor(), new PrepareContract.Query(lead));
    Form form = request.form();
    if (first) {
      prepared
          .contract()
          .ifPresentOrElse(
              contract -> fill(form, contract),
              () -> begin(form, prepared.today(), request.user().name(), view));
    }
    return Answer.view(
            "contract/form.jte",
            Map.of("lead", view, "value", prepared.value(), "contract", prepared.contract()))
        .with("form", form);
  }

  private static void begin(Form form, LocalDate today, String me, LeadView lead) {
    form.setDefault("openEnded", "yes")
        .setDefault("date", today)
        .setDefault("start", today)
        .setDefault("paymentTermDays", USUAL_PAYMENT_TERM)
        .setDefault("ourRepresentative", me)
        .setDefault(
            "clientRepresentative",
            lead.contactPersons().isEmpty() ? "" : lead.contactPersons().get(0).name());
  }

  private static void fill(Form form, ContractView contract) {
    ContractTerms terms = contract.terms();
    if (terms.term().isOpenEnded()) {
      form.setDefault("openEnded", "yes");
    }
    form.setDefault("seen", contract.version().value())
        .setDefault("number", terms.number().value())
        .setDefault("date", terms.date())
        .setDefault("start", terms.term().start())
        .setDefault("end", terms.term().end().orElse(null))
        .setDefault("paymentTermDays", terms.paymentTerm().days())
        .setDefault("ourRepresentative", terms.ourRepresentative().orElse(""))
        .setDefault("clientRepresentative", terms.clientRepresentative().orElse(""))
        .setDefault("notes", terms.notes().orElse(""));
  }

  private Answer save(Request request) {
    LeadId lead = request.id("id", LeadId::new);
    Form form = request.form();
    return form.submit(
        () ->
            new SaveContract.Command(
                lead,
                form.seen(),
                new ContractData(
                    form.optional("number"),
                    form.date("date"),
                    form.date("start"),
                    form.ticked("openEnded"),
                    form.date("end"),
                    form.integer("paymentTermDays"),
                    form.optional("ourRepresentative"),
                    form.optional("clientRepresentative"),
                    form.optional("notes"))),
        command -> {
          ContractRef saved = crm.contracts().save(request.caller(), command);
          request.say("contract.saved");
          return Answer.to("/contracts/" + saved.id());
        },
        () -> form(request, false));
  }

  private Answer attach(Request request) {
    ContractId id = request.id("id", ContractId::new);
    Form form = request.form();
    Optional<Request.Upload> upload = request.upload("content");
    return form.submit(
        () ->
            new AttachSignedFile.Command(
                id,
                form.seen(),
                upload.map(Request.Upload::name).orElse("-"),
                upload.map(file -> FileContent.of(file.content())).orElse(null)),
        command -> {
          crm.contracts().attachSignedFile(request.caller(), command);
          request.say("contract.file.attached");
          return Answer.to("/contracts/" + id);
        },
        () -> show(request));
  }

  private Answer download(Request request) {
    ReadSignedFile.Result file =
        crm.contracts()
            .readSignedFile(
                request.actor(), new ReadSignedFile.Query(request.id("id", ContractId::new)));
    return Answer.download(file.name(), "application/octet-stream", file.content().bytes());
  }
}
