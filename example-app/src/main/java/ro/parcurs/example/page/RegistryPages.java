package ro.parcurs.example.page;

import java.time.Clock;
import java.util.Optional;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.usecase.ContractView;
import ro.parcurs.crm.contract.usecase.ShowContract;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.CancelRefresh;
import ro.parcurs.crm.lead.usecase.CheckCompany;
import ro.parcurs.crm.lead.usecase.LeadRegistry;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.RegistryRefresh;
import ro.parcurs.crm.lead.usecase.RegistryRefreshId;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.lead.usecase.StartRefresh;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Flash;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** Companies checked in the registry: one by one, before a contract, and all at once. */
public final class RegistryPages implements Pages {

  private final Crm crm;
  private final LeadRegistry registry;
  private final Clock clock;

  public RegistryPages(Crm crm, Clock clock) {
    this.crm = crm;
    this.registry = crm.leads().registry();
    this.clock = clock;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/leads/{id}/registry", this::said)
        .post("/leads/{id}/registry", this::checkLead)
        .post("/contracts/{id}/registry", this::checkClient)
        .get("/registry", this::progress)
        .post("/registry", this::start)
        .post("/registry/cancel", this::cancel);
  }

  // ---- one ----

  private Answer.View said(Request request) {
    LeadView lead =
        crm.leads().show(request.actor(), new ShowLead.Query(request.id("id", LeadId::new)));
    return Answer.view("lead/registry.jte").with("form", request.form()).with("lead", lead);
  }

  private Answer checkLead(Request request) {
    LeadId lead = request.id("id", LeadId::new);
    return request
        .form()
        .submit(
            () -> new CheckCompany.Command(lead),
            command -> {
              check(request, command);
              return Answer.to("/leads/" + lead);
            },
            () -> said(request));
  }

  private Answer checkClient(Request request) {
    ContractId id = request.id("id", ContractId::new);
    ContractView contract = crm.contracts().show(request.actor(), new ShowContract.Query(id));
    return request
        .form()
        .submit(
            () -> new CheckCompany.Command(contract.lead()),
            command -> {
              check(request, command);
              return Answer.to("/contracts/" + id);
            },
            () ->
                Answer.view("contract/show.jte")
                    .with("contract", contract)
                    .with("form", request.form()));
  }

  private void check(Request request, CheckCompany.Command command) {
    CheckCompany.Result result = registry.check(request.caller(), command);
    if (result.finding() == CheckCompany.Finding.FOUND) {
      request.say("lead.registry.checked", result.changed());
    } else {
      request.say(Flash.Tone.CARE, "lead.registry." + result.finding().answer().getSimpleName());
    }
  }

  // ---- all at once ----

  private Answer.View progress(Request request) {
    Optional<RegistryRefresh> refresh = registry.refresh(request.actor());
    return Answer.view("lead/refresh.jte")
        .with("form", request.form())
        .with("refresh", refresh)
        .with("busy", refresh.filter(run -> run.isBusy(clock.instant())).isPresent());
  }

  private Answer start(Request request) {
    return request
        .form()
        .submit(
            () -> new StartRefresh.Command(request.form().id("after", RegistryRefreshId::new)),
            command -> {
              try {
                registry.startRefresh(request.caller(), command);
                request.say("lead.registry.all.started");
              } catch (AlreadyExists running) {
                request.say(Flash.Tone.NOTE, "lead.registry.all.started");
              }
              return Answer.to("/registry");
            },
            () -> progress(request));
  }

  private Answer cancel(Request request) {
    return request
        .form()
        .submit(
            () -> new CancelRefresh.Command(request.form().id("refresh", RegistryRefreshId::new)),
            command -> {
              registry.cancelRefresh(request.caller(), command);
              request.say("lead.registry.all.cancelled");
              return Answer.to("/registry");
            },
            () -> progress(request));
  }
}
