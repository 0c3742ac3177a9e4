package ro.parcurs.example.page;

import java.util.List;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.journey.usecase.SendingView;
import ro.parcurs.crm.journey.usecase.SettleSending;
import ro.parcurs.crm.journey.usecase.SettleSending.Decision;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Link;
import ro.parcurs.example.web.Request;

/**
 * The dialog in which somebody decides what becomes of the mail {@code {sending}} of the address.
 *
 * @param mails among which it is
 * @param back the page of what they are about
 * @param at the address below which each of them has a page
 */
record MailDecision(Crm crm, List<SendingView> mails, Link back, String at) {

  Answer.View form(Request request) {
    SendingView mail = mail(request);
    return Answer.view("mail/decision.jte")
        .with("mail", mail)
        .with("back", back)
        .with("at", at + "/" + mail.sending().id())
        .with("form", request.form().setDefault("seen", mail.sending().version().value()));
  }

  Answer decide(Request request) {
    SendingView mail = mail(request);
    Form form = request.form().setDefault("decision", "");
    return form.submit(
        () -> new SettleSending.Command(mail.sending().id(), Seen.in(form), decisionIn(form)),
        command -> {
          crm.mail().settle(request.caller(), command);
          request.say("mail.decided." + command.decision());
          return Answer.to(back.path());
        },
        () -> form(request));
  }

  private SendingView mail(Request request) {
    SendingId id = request.id("sending", SendingId::new);
    return mails.stream()
        .filter(mail -> mail.sending().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.SENDING, id));
  }

  private static Decision decisionIn(Form form) {
    Decision decision = form.choice("decision", Decision.class);
    if (decision == null) {
      throw InvalidInput.of("decision", "required");
    }
    return decision;
  }
}
