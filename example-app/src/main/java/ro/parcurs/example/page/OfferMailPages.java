package ro.parcurs.example.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.journey.usecase.ListSendings;
import ro.parcurs.crm.journey.usecase.SendingView;
import ro.parcurs.crm.journey.usecase.SettleSending;
import ro.parcurs.crm.journey.usecase.SettleSending.Decision;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.usecase.Addressee;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferMove;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.usecase.ListOffers;
import ro.parcurs.crm.offer.usecase.OfferFilter;
import ro.parcurs.crm.offer.usecase.OfferMailDraft;
import ro.parcurs.crm.offer.usecase.OfferView;
import ro.parcurs.crm.offer.usecase.PrepareOfferMail;
import ro.parcurs.crm.offer.usecase.SendOffer;
import ro.parcurs.crm.offer.usecase.ShowOffer;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** Sending an offer by e-mail, and deciding what becomes of a mail that was perhaps sent. */
public final class OfferMailPages implements Pages {

  /** A lead has few offers that can be sent; older ones are sent from their own pages. */
  private static final int MOST_CHOICES = 20;

  private final Crm crm;

  public OfferMailPages(Crm crm) {
    this.crm = crm;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/leads/{id}/mail", this::choose)
        .get("/offers/{id}/mail", request -> mailForm(request, offer(request)))
        .post("/offers/{id}/mail", this::send)
        .get("/offers/{id}/mail/{sending}", request -> decision(request, mail(request)))
        .post("/offers/{id}/mail/{sending}", this::decide);
  }

  // ---- sending ----

  /** The form of the only offer that can be sent, or else all of them. */
  private Answer choose(Request request) {
    LeadId id = request.id("id", LeadId::new);
    LeadView lead = crm.leads().show(request.actor(), new ShowLead.Query(id));
    OfferFilter filter =
        new OfferFilter(id, Set.of(OfferState.FINALISED, OfferState.SENT), false, null);
    List<OfferView> offers =
        crm
            .offers()
            .list(request.actor(), new ListOffers.Query(filter, null, MOST_CHOICES))
            .items()
            .stream()
            .map(item -> offer(request, item.id()))
            .filter(offer -> offer.allows(OfferMove.SEND))
            .toList();
    return offers.size() == 1
        ? mailForm(request, offers.get(0))
        : Answer.view("offer/mail-choice.jte").with("lead", lead).with("offers", offers);
  }

  private Answer.View mailForm(Request request, OfferView offer) {
    Form form = request.form();
    form.setDefault(
        "language", request.query("language").isEmpty() ? "ro" : request.query("language"));
    OfferMailDraft draft =
        crm.offers()
            .prepareMail(request.actor(), new PrepareOfferMail.Query(offer.id(), language(form)));
    draft.to().stream()
        .filter(to -> to.primary() || draft.to().size() == 1)
        .map(Addressee::person)
        .forEach(person -> form.setDefault("to", person));
    form.setDefault("subject", draft.subject().value())
        .setDefault("text", draft.text())
        .setDefault("seen", offer.version().value());
    return Answer.view("offer/mail.jte")
        .with("offer", offer)
        .with("draft", draft)
        .with("language", language(form).getLanguage())
        .with("form", form);
  }

  private Answer send(Request request) {
    OfferView offer = offer(request);
    Form form = request.form();
    return form.submit(
        () ->
            new SendOffer.Command(
                offer.id(),
                Seen.in(form),
                form.texts("to").stream().map(OfferMailPages::person).toList(),
                language(form),
                form.text("subject"),
                form.text("text"),
                form.ticked("copyToOwner")),
        command -> {
          crm.offers().send(request.caller(), command);
          request.say("offer.mail.queued", offer.number());
          return Answer.to("/offers/" + offer.id());
        },
        () -> mailForm(request, offer));
  }

  /** Romanian for all but English, as the use cases have it. */
  private static Locale language(Form form) {
    return Locale.forLanguageTag(form.text("language").equals("en") ? "en" : "ro");
  }

  private static ContactPersonId person(String text) {
    try {
      return new ContactPersonId(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw InvalidInput.of("to", "not-a-choice");
    }
  }

  // ---- deciding ----

  private Answer.View decision(Request request, SendingView mail) {
    return Answer.view("offer/mail-decision.jte")
        .with("offer", offer(request))
        .with("mail", mail)
        .with("form", request.form().setDefault("seen", mail.sending().version().value()));
  }

  private Answer decide(Request request) {
    SendingView mail = mail(request);
    Form form = request.form().setDefault("decision", "");
    return form.submit(
        () -> new SettleSending.Command(mail.sending().id(), Seen.in(form), decisionIn(form)),
        command -> {
          crm.mail().settle(request.caller(), command);
          request.say("offer.mail.decided." + command.decision());
          return Answer.to("/offers/" + request.id("id", OfferId::new));
        },
        () -> decision(request, mail));
  }

  private static Decision decisionIn(Form form) {
    Decision decision = form.choice("decision", Decision.class);
    if (decision == null) {
      throw InvalidInput.of("decision", "required");
    }
    return decision;
  }

  /** The mail of the address. */
  private SendingView mail(Request request) {
    OfferId offer = request.id("id", OfferId::new);
    SendingId id = request.id("sending", SendingId::new);
    return crm.mail().list(request.actor(), new ListSendings.Query(offer)).stream()
        .filter(mail -> mail.sending().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.SENDING, id));
  }

  private OfferView offer(Request request) {
    return offer(request, request.id("id", OfferId::new));
  }

  private OfferView offer(Request request, OfferId id) {
    return crm.offers().show(request.actor(), new ShowOffer.Query(id));
  }
}
