package ro.parcurs.example.page;

import java.util.List;
import java.util.Set;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.journey.usecase.ListSendings;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.LeadView;
import ro.parcurs.crm.lead.usecase.ShowLead;
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
import ro.parcurs.example.web.Link;
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
        .get("/offers/{id}/mail/{sending}", request -> decision(request).form(request))
        .post("/offers/{id}/mail/{sending}", request -> decision(request).decide(request));
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
    MailForm.chooseLanguage(request);
    OfferMailDraft draft =
        crm.offers()
            .prepareMail(
                request.actor(), new PrepareOfferMail.Query(offer.id(), MailForm.language(form)));
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
        .with("language", MailForm.language(form).getLanguage())
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
                MailForm.to(form),
                MailForm.language(form),
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

  // ---- deciding ----

  private MailDecision decision(Request request) {
    OfferView offer = offer(request);
    String at = "/offers/" + offer.id();
    return new MailDecision(
        crm,
        crm.mail().list(request.actor(), new ListSendings.Query(offer.id())),
        Link.to(at, offer.number().toString()),
        at + "/mail");
  }

  private OfferView offer(Request request) {
    return offer(request, request.id("id", OfferId::new));
  }

  private OfferView offer(Request request, OfferId id) {
    return crm.offers().show(request.actor(), new ShowOffer.Query(id));
  }
}
