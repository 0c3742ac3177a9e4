package ro.parcurs.example.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.journey.usecase.ListSendings;
import ro.parcurs.crm.journey.usecase.MailUseCases;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadUseCases;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.usecase.AcceptOffer;
import ro.parcurs.crm.offer.usecase.ApproveOffer;
import ro.parcurs.crm.offer.usecase.CompareRevisions;
import ro.parcurs.crm.offer.usecase.DeclineOffer;
import ro.parcurs.crm.offer.usecase.ExportOffer;
import ro.parcurs.crm.offer.usecase.FinaliseOffer;
import ro.parcurs.crm.offer.usecase.HandOverOffer;
import ro.parcurs.crm.offer.usecase.ListOffers;
import ro.parcurs.crm.offer.usecase.OfferDocument;
import ro.parcurs.crm.offer.usecase.OfferFilter;
import ro.parcurs.crm.offer.usecase.OfferPage;
import ro.parcurs.crm.offer.usecase.OfferRef;
import ro.parcurs.crm.offer.usecase.OfferUseCases;
import ro.parcurs.crm.offer.usecase.OfferView;
import ro.parcurs.crm.offer.usecase.PrintOffer;
import ro.parcurs.crm.offer.usecase.RegenerateOffer;
import ro.parcurs.crm.offer.usecase.ReviseOffer;
import ro.parcurs.crm.offer.usecase.ShowOffer;
import ro.parcurs.crm.offer.usecase.SubmitOffer;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.NoSuchPage;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** The list of offers, an offer with what can be done with it, two revisions side by side. */
public final class OfferPages implements Pages {

  private static final int PAGE = 50;

  /** Those that documents are written in. */
  private static final Set<String> LANGUAGES = Set.of("ro", "en");

  /** How long a new revision is proposed to be valid. */
  private static final int DAYS_VALID = 30;

  /** A command on the offer as it was seen. */
  @FunctionalInterface
  private interface Doing<C> {
    OfferRef carryOut(Caller caller, C command);
  }

  private final OfferUseCases offers;
  private final LeadUseCases leads;
  private final MailUseCases mail;
  private final Clock clock;

  public OfferPages(Crm crm, Clock clock) {
    this.offers = crm.offers();
    this.leads = crm.leads();
    this.mail = crm.mail();
    this.clock = clock;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/offers", this::list)
        .get("/leads/{id}/offers", this::ofLead)
        .get("/offers/{id}", this::show)
        .get("/offers/{id}/export", this::export)
        .get("/offers/{id}/compare/{older}", this::compare)
        .get("/offers/{id}/document/{language}", this::document)
        .get("/offers/{id}/decline", request -> declineForm(request, offer(request)))
        .get("/offers/{id}/revise", request -> reviseForm(request, offer(request)))
        .post("/offers/{id}/decline", this::decline)
        .post("/offers/{id}/revise", this::revise);
    button(routes, "submit", SubmitOffer.Command::new, offers::submit);
    button(routes, "approve", ApproveOffer.Command::new, offers::approve);
    button(routes, "finalise", FinaliseOffer.Command::new, offers::finalise);
    button(routes, "hand-over", HandOverOffer.Command::new, offers::handOver);
    button(routes, "accept", acceptance(false), offers::accept);
    button(routes, "accept-expired", acceptance(true), offers::accept);
    button(routes, "regenerate", RegenerateOffer.Command::new, offers::regenerate);
  }

  // ---- lists ----

  private Answer list(Request request) {
    Optional<OfferState> state = request.queryChoice("state", OfferState.class);
    boolean expired = !request.query("expired").isEmpty();
    String search = request.query("q");
    Form form = request.form();
    form.setDefault("q", search).setDefault("state", request.query("state"));
    if (expired) {
      form.setDefault("expired", "yes");
    }
    OfferFilter filter =
        new OfferFilter(null, state.map(Set::of).orElse(Set.of()), expired, search);
    return Answer.view("offer/list.jte")
        .with("form", form)
        .with("narrowed", !filter.equals(new OfferFilter(null, Set.of(), false, "")))
        .with("offers", page(request, filter));
  }

  private Answer ofLead(Request request) {
    LeadId lead = request.id("id", LeadId::new);
    return Answer.view("offer/of-lead.jte")
        .with("lead", leads.show(request.actor(), new ShowLead.Query(lead)))
        .with("offers", page(request, OfferFilter.of(lead)));
  }

  private OfferPage page(Request request, OfferFilter filter) {
    OfferId after = request.queryId("after", OfferId::new).orElse(null);
    return offers.list(request.actor(), new ListOffers.Query(filter, after, PAGE));
  }

  // ---- one offer ----

  private Answer show(Request request) {
    return shown(request, offer(request));
  }

  private Answer.View shown(Request request, OfferView offer) {
    return Answer.view("offer/show.jte")
        .with("form", request.form().setDefault("seen", offer.version().value()))
        .with("mails", mail.list(request.actor(), new ListSendings.Query(offer.id())))
        .with("offer", offer);
  }

  private Answer export(Request request) {
    OfferView offer = offer(request);
    return WorkbookAnswer.of(
        offer.number().toString().replace('/', '-'),
        to ->
            offers.export(
                request.actor(), new ExportOffer.Query(offer.id(), request.locale()), to));
  }

  /** A button of the offer's page: the address of the same name gives the command. */
  private <C> void button(
      Routes routes, String name, BiFunction<OfferId, Version, C> command, Doing<C> doing) {
    routes.post(
        "/offers/{id}/" + name,
        request -> {
          OfferId id = request.id("id", OfferId::new);
          Form form = request.form();
          return form.submit(
              () -> command.apply(id, Seen.in(form)),
              sound -> {
                OfferRef ref = doing.carryOut(request.caller(), sound);
                request.say("offer.done." + name, ref.number());
                return Answer.to("/offers/" + id);
              },
              () -> shown(request, offer(request)));
        });
  }

  private static BiFunction<OfferId, Version, AcceptOffer.Command> acceptance(boolean expired) {
    return (id, seen) -> new AcceptOffer.Command(id, seen, expired);
  }

  private Answer.View declineForm(Request request, OfferView offer) {
    return Answer.view("offer/decline.jte")
        .with("offer", offer)
        .with("form", request.form().setDefault("seen", offer.version().value()));
  }

  private Answer decline(Request request) {
    OfferView offer = offer(request);
    Form form = request.form();
    return form.submit(
        () -> new DeclineOffer.Command(offer.id(), Seen.in(form), form.text("reason")),
        command -> {
          offers.decline(request.caller(), command);
          request.say("offer.done.decline", offer.number());
          return Answer.to("/offers/" + offer.id());
        },
        () -> declineForm(request, offer));
  }

  private Answer.View reviseForm(Request request, OfferView offer) {
    return Answer.view("offer/revise.jte")
        .with("offer", offer)
        .with(
            "form",
            request
                .form()
                .setDefault("seen", offer.version().value())
                .setDefault("validUntil", LocalDate.now(clock).plusDays(DAYS_VALID)));
  }

  private Answer revise(Request request) {
    OfferView offer = offer(request);
    Form form = request.form();
    return form.submit(
        () -> new ReviseOffer.Command(offer.id(), Seen.in(form), form.date("validUntil")),
        command -> {
          OfferRef next = offers.revise(request.caller(), command);
          request.say("offer.done.revise", next.number());
          return Answer.to("/offers/" + next.id() + "/edit");
        },
        () -> reviseForm(request, offer));
  }

  private Answer compare(Request request) {
    return Answer.view("offer/compare.jte")
        .with("offer", offer(request))
        .with(
            "comparison",
            offers.compare(
                request.actor(),
                new CompareRevisions.Query(
                    request.id("older", OfferId::new), request.id("id", OfferId::new))));
  }

  /** The document's language is chosen for the client, whatever the pages speak. */
  private Answer document(Request request) {
    if (!LANGUAGES.contains(request.part("language"))) {
      throw new NoSuchPage();
    }
    OfferDocument document =
        offers.print(
            request.actor(),
            new PrintOffer.Query(
                request.id("id", OfferId::new), Locale.forLanguageTag(request.part("language"))));
    return Answer.download(document.fileName(), OfferDocument.MEDIA_TYPE, document.content());
  }

  private OfferView offer(Request request) {
    return offers.show(request.actor(), new ShowOffer.Query(request.id("id", OfferId::new)));
  }
}
