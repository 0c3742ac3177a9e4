package ro.parcurs.example.page;

import ro.parcurs.crm.Crm;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.journey.usecase.InvitationDraft;
import ro.parcurs.crm.journey.usecase.InvitationView;
import ro.parcurs.crm.journey.usecase.ListInvitations;
import ro.parcurs.crm.journey.usecase.PrepareInvitation;
import ro.parcurs.crm.journey.usecase.ResponsibilityView;
import ro.parcurs.crm.journey.usecase.SendInvitation;
import ro.parcurs.crm.journey.usecase.ShowResponsibility;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Link;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** Telling guests how a meeting stands, and what became of the mails that do. */
public final class InvitationPages implements Pages {

  private static final String AT = "/responsibilities/{id}/meetings/{meeting}/invitation";

  private final Crm crm;

  public InvitationPages(Crm crm) {
    this.crm = crm;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get(AT, this::show)
        .post(AT, this::send)
        .get(AT + "/{sending}", request -> decision(request).form(request))
        .post(AT + "/{sending}", request -> decision(request).decide(request));
  }

  /** With a form while there is something to tell. */
  private Answer.View show(Request request) {
    ResponsibilityView responsibility = responsibility(request);
    InvitationView invitation = invitation(request);
    Answer.View view =
        Answer.view("mail/invitation.jte")
            .with("responsibility", responsibility)
            .with("invitation", invitation)
            .with("form", request.form())
            .with("at", at(request));
    return invitation.next().isPresent() ? view.with("draft", draft(request)) : view;
  }

  private InvitationDraft draft(Request request) {
    Form form = request.form();
    MailForm.chooseLanguage(request);
    InvitationDraft draft =
        crm.mail()
            .prepareInvitation(
                request.actor(),
                new PrepareInvitation.Query(
                    id(request), meeting(request), MailForm.language(form)));
    draft.to().stream()
        .filter(to -> draft.suggested().contains(to.person()))
        .forEach(to -> form.setDefault("to", to.person()));
    form.setDefault("subject", draft.subject().value())
        .setDefault("text", draft.text())
        .setDefault("seen", draft.seen().value());
    return draft;
  }

  private Answer send(Request request) {
    Form form = request.form();
    return form.submit(
        () ->
            new SendInvitation.Command(
                id(request),
                Seen.in(form),
                meeting(request),
                MailForm.to(form),
                MailForm.language(form),
                form.text("subject"),
                form.text("text"),
                form.ticked("copyToOrganizer")),
        command -> {
          crm.mail().invite(request.caller(), command);
          request.say("mail.invitation.queued");
          return Answer.to(at(request));
        },
        () -> show(request));
  }

  private MailDecision decision(Request request) {
    String at = at(request);
    InvitationView invitation = invitation(request);
    return new MailDecision(crm, invitation.mails(), Link.to(at, invitation.meeting().place()), at);
  }

  private ResponsibilityView responsibility(Request request) {
    return crm.journey().responsibility(request.actor(), new ShowResponsibility.Query(id(request)));
  }

  private InvitationView invitation(Request request) {
    MeetingId meeting = meeting(request);
    return crm.mail().invitations(request.actor(), new ListInvitations.Query(id(request))).stream()
        .filter(one -> one.meeting().id().equals(meeting))
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.MEETING, meeting));
  }

  private static ResponsibilityId id(Request request) {
    return request.id("id", ResponsibilityId::new);
  }

  private static MeetingId meeting(Request request) {
    return request.id("meeting", MeetingId::new);
  }

  private static String at(Request request) {
    return AT.replace("{id}", id(request).toString())
        .replace("{meeting}", meeting(request).toString());
  }
}
