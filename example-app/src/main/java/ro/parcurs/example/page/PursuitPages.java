package ro.parcurs.example.page;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.journey.usecase.CommercialView;
import ro.parcurs.crm.journey.usecase.InvitationView;
import ro.parcurs.crm.journey.usecase.ListInvitations;
import ro.parcurs.crm.journey.usecase.ShowCommercial;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.usecase.ContactPersonView;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.ActivateLead;
import ro.parcurs.crm.pursuit.usecase.DeactivateLead;
import ro.parcurs.crm.pursuit.usecase.ShowTimeline;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** A lead's timeline and pursuits, and the dialogs that begin and give up a pursuit. */
public final class PursuitPages implements Pages {

  private static final int PAGE = 30;

  private final Crm crm;
  private final Clock clock;

  public PursuitPages(Crm crm, Clock clock) {
    this.crm = crm;
    this.clock = clock;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/leads/{id}/activate", this::activation)
        .post("/leads/{id}/activate", this::activate)
        .get("/leads/{id}/deactivate", this::deactivation)
        .post("/leads/{id}/deactivate", this::deactivate)
        .get("/leads/{id}/timeline", this::timeline)
        .get("/leads/{id}/commercial", this::commercial);
  }

  private Answer.View activation(Request request) {
    LeadView lead = lead(request);
    return Answer.view("pursuit/activate.jte")
        .with("lead", lead)
        .with(
            "form",
            request
                .form()
                .setDefault("seen", lead.version().value())
                .setDefault("owner", lead.owner().orElse(request.actor().id()))
                .setDefault(
                    "firstContact",
                    clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(2)))
                .setDefault("step", Step.PROSPECT_CONTACT)
                .setDefault("priority", lead.details().priority()));
  }

  private Answer activate(Request request) {
    LeadId lead = request.id("id", LeadId::new);
    Form form = request.form();
    return form.submit(
        () ->
            new ActivateLead.Command(
                lead,
                Seen.in(form),
                form.user("owner"),
                form.instant("firstContact"),
                form.choice("step", Step.class),
                form.choice("priority", Priority.class)),
        command -> {
          crm.pursuits().activate(request.caller(), command);
          request.say("pursuit.activated");
          return Answer.to("/leads/" + lead + "/commercial");
        },
        () -> activation(request));
  }

  private Answer.View deactivation(Request request) {
    LeadView lead = lead(request);
    return Answer.view("pursuit/deactivate.jte")
        .with("lead", lead)
        .with("form", request.form().setDefault("seen", lead.version().value()));
  }

  private Answer deactivate(Request request) {
    LeadId lead = request.id("id", LeadId::new);
    Form form = request.form();
    return form.submit(
        () -> new DeactivateLead.Command(lead, Seen.in(form)),
        command -> {
          crm.pursuits().deactivate(request.caller(), command);
          request.say("pursuit.deactivated");
          return Answer.to("/leads/" + lead);
        },
        () -> deactivation(request));
  }

  private Answer timeline(Request request) {
    LeadView lead = lead(request);
    ShowTimeline.Query query =
        new ShowTimeline.Query(
            lead.id(), request.queryId("before", TimelineEntryId::new).orElse(null), PAGE);
    return Answer.view("pursuit/timeline.jte")
        .with("lead", lead)
        .with("entries", crm.pursuits().timeline(request.actor(), query))
        .with(
            "commercial",
            crm.journey().commercial(request.actor(), new ShowCommercial.Query(lead.id())))
        .with("firstPage", request.query("before").isEmpty());
  }

  private Answer commercial(Request request) {
    LeadView lead = lead(request);
    CommercialView commercial =
        crm.journey().commercial(request.actor(), new ShowCommercial.Query(lead.id()));
    return Answer.view("pursuit/commercial.jte")
        .with("lead", lead)
        .with("invitations", invitations(request, commercial))
        .with("persons", names(lead))
        .with("reasons", crm.journey().refusalReasons())
        .with("form", request.form())
        .with("commercial", commercial);
  }

  private Map<MeetingId, InvitationView> invitations(Request request, CommercialView commercial) {
    return commercial.pursuits().stream()
        .flatMap(pursuit -> pursuit.responsibilities().stream())
        .filter(responsibility -> !responsibility.progress().meetings().isEmpty())
        .map(responsibility -> new ListInvitations.Query(responsibility.id()))
        .flatMap(query -> crm.mail().invitations(request.actor(), query).stream())
        .collect(Collectors.toUnmodifiableMap(one -> one.meeting().id(), one -> one));
  }

  private LeadView lead(Request request) {
    return crm.leads().show(request.actor(), new ShowLead.Query(request.id("id", LeadId::new)));
  }

  private static Map<ContactPersonId, String> names(LeadView lead) {
    return lead.contactPersons().stream()
        .collect(Collectors.toUnmodifiableMap(ContactPersonView::id, ContactPersonView::name));
  }
}
