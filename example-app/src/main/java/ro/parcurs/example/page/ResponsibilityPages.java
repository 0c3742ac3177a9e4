package ro.parcurs.example.page;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.journey.usecase.CloseResponsibility;
import ro.parcurs.crm.journey.usecase.ResponsibilityView;
import ro.parcurs.crm.journey.usecase.ShowResponsibility;
import ro.parcurs.crm.journey.usecase.Way;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.pursuit.ContactMeans;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.Outcome;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.usecase.CancelMeeting;
import ro.parcurs.crm.pursuit.usecase.HoldMeeting;
import ro.parcurs.crm.pursuit.usecase.MoveDeadline;
import ro.parcurs.crm.pursuit.usecase.MoveMeeting;
import ro.parcurs.crm.pursuit.usecase.ParticipantsData;
import ro.parcurs.crm.pursuit.usecase.PlanMeeting;
import ro.parcurs.crm.pursuit.usecase.ReassignResponsibility;
import ro.parcurs.crm.pursuit.usecase.RecordContactAttempt;
import ro.parcurs.crm.pursuit.usecase.WriteSummary;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** The dialogs of a responsibility; what may be done is told by its view. */
public final class ResponsibilityPages implements Pages {

  private static final String AT = "/responsibilities/{id}/";

  private final Crm crm;
  private final Clock clock;

  public ResponsibilityPages(Crm crm, Clock clock) {
    this.crm = crm;
    this.clock = clock;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get(AT + "summary", this::summaryForm)
        .post(AT + "summary", this::writeSummary)
        .get(AT + "contact", this::contactForm)
        .post(AT + "contact", this::recordContact)
        .get(AT + "reassign", this::reassignForm)
        .post(AT + "reassign", this::reassign)
        .get(AT + "deadline", this::deadlineForm)
        .post(AT + "deadline", this::moveDeadline)
        .get(AT + "meeting", this::meetingForm)
        .post(AT + "meeting", this::planMeeting)
        .get(AT + "meetings/{meeting}/move", this::moveForm)
        .post(AT + "meetings/{meeting}/move", this::moveMeeting)
        .get(AT + "meetings/{meeting}/hold", this::holdForm)
        .post(AT + "meetings/{meeting}/hold", this::holdMeeting)
        .post(AT + "meetings/{meeting}/cancel", this::cancelMeeting)
        .get(AT + "close", this::closeForm)
        .post(AT + "close", this::close);
  }

  // ---- working on it ----

  private Answer.View summaryForm(Request request) {
    ResponsibilityView view = view(request);
    request.form().setDefault("summary", view.progress().summary());
    return edit(request, view, "pursuit/summary.jte");
  }

  private Answer writeSummary(Request request) {
    Form form = request.form();
    return form.submit(
        () -> new WriteSummary.Command(id(request), Seen.in(form), form.text("summary")),
        command -> {
          crm.pursuits().writeSummary(request.caller(), command);
          return done(request);
        },
        () -> summaryForm(request));
  }

  private Answer.View contactForm(Request request) {
    request
        .form()
        .setDefault("means", ContactMeans.PHONE)
        .setDefault("at", clock.instant().truncatedTo(ChronoUnit.MINUTES))
        .setDefault("person", "")
        .setDefault("note", "");
    return withPersons(request, view(request), "pursuit/contact.jte");
  }

  private Answer recordContact(Request request) {
    Form form = request.form();
    return form.submit(
        () ->
            new RecordContactAttempt.Command(
                id(request),
                form.choice("means", ContactMeans.class),
                form.instant("at"),
                form.id("person", ContactPersonId::new),
                form.optional("note")),
        command -> {
          crm.pursuits().recordContact(request.caller(), command);
          return done(request);
        },
        () -> contactForm(request));
  }

  private Answer.View reassignForm(Request request) {
    ResponsibilityView view = view(request);
    request.form().setDefault("assignee", view.assignee());
    return edit(request, view, "pursuit/reassign.jte");
  }

  private Answer reassign(Request request) {
    Form form = request.form();
    return form.submit(
        () -> new ReassignResponsibility.Command(id(request), Seen.in(form), form.user("assignee")),
        command -> {
          String back = back(view(request));
          crm.pursuits().reassign(request.caller(), command);
          request.say("pursuit.saved");
          return Answer.to(back);
        },
        () -> reassignForm(request));
  }

  private Answer.View deadlineForm(Request request) {
    ResponsibilityView view = view(request);
    request.form().setDefault("deadline", view.deadline().at());
    return edit(request, view, "pursuit/deadline.jte");
  }

  private Answer moveDeadline(Request request) {
    Form form = request.form();
    return form.submit(
        () -> new MoveDeadline.Command(id(request), Seen.in(form), form.instant("deadline")),
        command -> {
          crm.pursuits().moveDeadline(request.caller(), command);
          return done(request);
        },
        () -> deadlineForm(request));
  }

  // ---- its meetings ----

  private Answer.View meetingForm(Request request) {
    request
        .form()
        .setDefault("at", clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(25)))
        .setDefault("lengthInMinutes", Meeting.USUAL_LENGTH.toMinutes())
        .setDefault("place", "")
        .setDefault("others", "");
    return meetingForm(request, view(request), "meeting", "pursuit.meeting.plan")
        .with("submit", "shell.add");
  }

  private Answer.View meetingForm(
      Request request, ResponsibilityView view, String action, String title) {
    return withPersons(request, view, "pursuit/meeting.jte")
        .with("action", AT.replace("{id}", view.id().toString()) + action)
        .with("title", title);
  }

  private Answer planMeeting(Request request) {
    Form form = request.form();
    return form.submit(
        () ->
            new PlanMeeting.Command(
                id(request),
                form.instant("at"),
                form.integer("lengthInMinutes"),
                form.text("place"),
                participants(form)),
        command -> {
          crm.pursuits().planMeeting(request.caller(), command);
          return done(request);
        },
        () -> meetingForm(request));
  }

  private Answer.View moveForm(Request request) {
    ResponsibilityView view = view(request);
    Meeting meeting = view.progress().meeting(meeting(request));
    Form form = asPlanned(request.form(), meeting);
    form.setDefault("lengthInMinutes", meeting.length().toMinutes())
        .setDefault("place", meeting.place());
    return meetingForm(request, view, "meetings/" + meeting.id() + "/move", "pursuit.meeting.move")
        .with("submit", "shell.save");
  }

  private Answer moveMeeting(Request request) {
    Form form = request.form();
    return form.submit(
        () ->
            new MoveMeeting.Command(
                id(request),
                Seen.in(form),
                meeting(request),
                form.instant("at"),
                form.integer("lengthInMinutes"),
                form.text("place"),
                participants(form)),
        command -> {
          crm.pursuits().moveMeeting(request.caller(), command);
          return done(request);
        },
        () -> moveForm(request));
  }

  /** A form that wasn't typed into yet begins as the meeting was planned. */
  private static Form asPlanned(Form form, Meeting meeting) {
    if (form.text("at").isEmpty()) {
      form.setDefault("at", meeting.at())
          .setDefault("others", String.join("\n", meeting.participants().others()));
      meeting.participants().persons().forEach(person -> form.setDefault(box(person), "yes"));
    }
    return form;
  }

  private Answer.View holdForm(Request request) {
    ResponsibilityView view = view(request);
    Meeting meeting = view.progress().meeting(meeting(request));
    asPlanned(request.form(), meeting).setDefault("minutes", "");
    return withPersons(request, view, "pursuit/hold.jte").with("meeting", meeting);
  }

  private Answer holdMeeting(Request request) {
    Form form = request.form();
    return form.submit(
        () ->
            new HoldMeeting.Command(
                id(request),
                Seen.in(form),
                meeting(request),
                form.instant("at"),
                participants(form),
                form.optional("minutes")),
        command -> {
          crm.pursuits().holdMeeting(request.caller(), command);
          return done(request);
        },
        () -> holdForm(request));
  }

  private Answer cancelMeeting(Request request) {
    Form form = request.form();
    return form.submit(
        () -> new CancelMeeting.Command(id(request), Seen.in(form), meeting(request)),
        command -> {
          crm.pursuits().cancelMeeting(request.caller(), command);
          return done(request);
        },
        () -> holdForm(request));
  }

  private ParticipantsData participants(Form form) {
    List<ContactPersonId> persons =
        form.texts("persons").stream()
            .filter(person -> form.ticked("person-" + person))
            .map(ResponsibilityPages::person)
            .toList();
    List<String> others = form.text("others").lines().filter(line -> !line.isBlank()).toList();
    return new ParticipantsData(persons, others);
  }

  private static ContactPersonId person(String id) {
    try {
      return new ContactPersonId(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      throw InvalidInput.of("persons", "not-a-choice");
    }
  }

  // ---- the green button ----

  private Answer.View closeForm(Request request) {
    ResponsibilityView view = view(request);
    Form form = request.form();
    if (!view.ways().isEmpty()) {
      form.setDefault("outcome", view.ways().get(0).outcome());
    }
    form.setDefault("assignee", view.assignee())
        .setDefault(
            "deadline", clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(73)))
        .setDefault("until", "")
        .setDefault("reason", "")
        .setDefault("text", "");
    return edit(request, view, "pursuit/close.jte")
        .with("reasons", crm.journey().refusalReasons())
        .with("locale", request.locale());
  }

  private Answer close(Request request) {
    Form form = request.form();
    return form.submit(
        () -> new CloseResponsibility.Command(id(request), Seen.in(form), way(form)),
        command -> {
          String back = back(view(request));
          CloseResponsibility.Result result = crm.journey().close(request.caller(), command);
          request.say(result.order().isPresent() ? "pursuit.closed.contracted" : "pursuit.closed");
          return Answer.to(back);
        },
        () -> closeForm(request));
  }

  private static Way way(Form form) {
    Outcome outcome = form.choice("outcome", Outcome.class);
    if (outcome == null) {
      throw InvalidInput.of("outcome", "required");
    }
    return switch (outcome) {
      case OPEN_NEXT ->
          new Way.OpenNext(
              form.user("assignee"), form.instant("deadline"), form.ticked("expiryConfirmed"));
      case POSTPONED -> new Way.Postponed(form.date("until"));
      case REFUSED -> new Way.Refused(form.optional("reason"), form.optional("text"));
      case COMPLETED -> new Way.Completed();
    };
  }

  // ---- what they have in common ----

  private Answer.View edit(Request request, ResponsibilityView view, String template) {
    return Answer.view(template)
        .with("responsibility", view)
        .with("back", back(view))
        .with("form", request.form().setDefault("seen", view.version().value()));
  }

  private Answer.View withPersons(Request request, ResponsibilityView view, String template) {
    return edit(request, view, template)
        .with(
            "persons",
            crm.leads().show(request.actor(), new ShowLead.Query(view.lead())).contactPersons());
  }

  private Answer done(Request request) {
    request.say("pursuit.saved");
    return Answer.to(back(view(request)));
  }

  private ResponsibilityView view(Request request) {
    return crm.journey().responsibility(request.actor(), new ShowResponsibility.Query(id(request)));
  }

  private static ResponsibilityId id(Request request) {
    return request.id("id", ResponsibilityId::new);
  }

  private static MeetingId meeting(Request request) {
    return request.id("meeting", MeetingId::new);
  }

  private static String back(ResponsibilityView view) {
    return "/leads/" + view.lead() + "/commercial";
  }

  private static String box(ContactPersonId person) {
    return "person-" + person;
  }
}
