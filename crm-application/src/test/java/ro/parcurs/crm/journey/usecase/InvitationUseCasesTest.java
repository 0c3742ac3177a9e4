package ro.parcurs.crm.journey.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.EraseContactPerson;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.InvitationOutdated;
import ro.parcurs.crm.mail.InvitationsNotConnected;
import ro.parcurs.crm.mail.MailTooLarge;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.NobodyInvited;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.FileKind;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.pursuit.MeetingId;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.CancelMeeting;
import ro.parcurs.crm.pursuit.usecase.DeactivateLead;
import ro.parcurs.crm.pursuit.usecase.HoldMeeting;
import ro.parcurs.crm.pursuit.usecase.MoveMeeting;
import ro.parcurs.crm.pursuit.usecase.ParticipantsData;
import ro.parcurs.crm.pursuit.usecase.PlanMeeting;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.testkit.CalendarLines;
import ro.parcurs.crm.testkit.InMemoryMailTransport;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

class InvitationUseCasesTest {

  private static final Locale RO = Locale.forLanguageTag("ro");

  private final SettableClock clock = new SettableClock();
  private final Injector injector = injector(InMemoryModule.connected());
  private final Crm crm = injector.getInstance(Crm.class);
  private final InMemoryMailTransport server = port(InMemoryMailTransport.class);
  private final Lead lead = aLeadInEvaluation();
  private final ContactPersonId stefan = person("Ștefan Țuțea");
  private final ContactPersonId ioana = person("Ioana Lup");
  private final ContactPersonId nobody = person("Fără Adresă");
  private final Instant at = clock.instant().plus(Duration.ofDays(2));
  private final MeetingId meeting = planned(stefan, ioana);

  // ---- inviting ----

  @Test
  void an_invitation_is_queued_for_people_and_for_calendars_and_leaves() {
    SendingId id = invite(stefan, ioana);
    MailMessage queued = port(Outbox.class).messageOf(id);
    assertThat(crm.mail().deliver()).isEqualTo(DeliverMail.Result.MORE);
    assertThat(server.arrived()).containsExactly(queued);
    assertThat(sending(id).state()).isEqualTo(SendingState.SENT);
    assertThat(sending(id).file()).isEqualTo(queued.file().sha256());

    assertThat(queued.file().kind()).isEqualTo(FileKind.CALENDAR_REQUEST);
    assertThat(queued.file().name()).hasToString("invitatie.ics");
    assertThat(queued.envelope().replyTo().map(Mailbox::address).map(Object::toString))
        .contains("ana@vanzari.exemplu.ro");
    assertThat(queued.envelope().cc()).isEmpty();
    CalendarLines calendar = calendar(id);
    assertThat(calendar.value("METHOD")).isEqualTo("REQUEST");
    assertThat(calendar.value("UID")).isEqualTo(meeting.toString());
    assertThat(calendar.value("SEQUENCE")).isEqualTo("0");
    assertThat(calendar.value("DTSTART")).isEqualTo("20261126T100000Z");
    assertThat(calendar.value("DTEND")).isEqualTo("20261126T113000Z");
    assertThat(calendar.value("SUMMARY")).isEqualTo("Întâlnire Exemplu Vânzări – Exemplu SRL");
    assertThat(calendar.value("LOCATION")).isEqualTo("la ei");
    assertThat(calendar.value("DESCRIPTION")).isEqualTo("Bună ziua,\nveniți?");
    assertThat(calendar.only("ORGANIZER").value()).isEqualTo("mailto:ana@vanzari.exemplu.ro");
    assertThat(calendar.only("ORGANIZER").parameters())
        .containsEntry("SENT-BY", "mailto:vanzari@exemplu.ro");
    assertThat(calendar.all("ATTENDEE"))
        .extracting(CalendarLines.Line::value)
        .containsExactly("mailto:stefan@exemplu.ro", "mailto:ioana@exemplu.ro");
    assertThat(timeline())
        .startsWith(
            "Invitație la întâlnirea din 26.11.2026 12:00: a plecat pe e-mail, la încercarea 1.",
            "Invitație la întâlnirea din 26.11.2026 12:00: așteaptă să plece pe e-mail („Invitație”).");
  }

  @Test
  void what_it_begins_as_is_in_the_language_and_for_those_who_take_part() {
    InvitationDraft draft = draft(RO);
    assertThat(draft.method()).isEqualTo(CalendarMethod.REQUEST);
    assertThat(draft.subject()).hasToString("Invitație: Întâlnire Exemplu Vânzări – Exemplu SRL");
    assertThat(draft.text())
        .isEqualTo(
            "Bună ziua,\n\nVă invităm la o întâlnire: 26.11.2026 12:00, la ei.\n\nCu stimă,\nAna Pop");
    assertThat(draft.to())
        .extracting(to -> to.mailbox().name())
        .containsExactly("Ștefan Țuțea", "Ioana Lup");
    assertThat(draft.suggested()).containsExactlyInAnyOrder(stefan, ioana);
    assertThat(draft.organizer().map(Mailbox::name)).contains("Ana Pop");
    assertThat(draft(Locale.ENGLISH).subject())
        .hasToString("Invitation: Meeting Exemplu Vânzări – Exemplu SRL");
    invite(stefan);
    assertThat(draft(RO).subject().value()).startsWith("Invitație: ");
    move(at.plus(Duration.ofHours(3)), stefan);
    assertThat(draft(RO).subject().value()).startsWith("Modificare: ");
    cancel();
    assertThat(draft(RO).subject().value()).startsWith("Anulare: ");
    assertThat(draft(RO).text()).contains("nu mai are loc: 26.11.2026 15:00, la ei.");
    assertThat(draft(RO).suggested()).containsExactly(stefan);
  }

  @Test
  void the_organizer_gets_a_copy_if_wanted() {
    SendingId id =
        crm.mail()
            .invite(
                by(),
                new SendInvitation.Command(
                    evaluation().id(),
                    evaluation().version(),
                    meeting,
                    List.of(stefan, stefan),
                    Locale.ENGLISH,
                    "Meeting",
                    "Hello",
                    true))
            .sending();
    MailMessage queued = port(Outbox.class).messageOf(id);
    assertThat(queued.envelope().cc()).extracting(Mailbox::name).containsExactly("Ana Pop");
    assertThat(queued.envelope().to()).hasSize(1);
    assertThat(queued.file().name()).hasToString("invitation.ics");
  }

  // ---- what changes ----

  @Test
  void who_was_invited_to_a_meeting_that_is_moved_is_told_under_the_same_name() {
    SendingId first = invite(stefan, ioana);
    assertThat(state()).contains(InvitationState.CURRENT);
    move(at.plus(Duration.ofHours(3)), stefan, ioana);
    assertThat(state()).contains(InvitationState.OUTDATED);
    SendingId second = invite(stefan, ioana);
    assertThat(state()).contains(InvitationState.CURRENT);
    assertThat(calendar(second).value("UID")).isEqualTo(calendar(first).value("UID"));
    assertThat(calendar(second).value("SEQUENCE")).isEqualTo("1");
    assertThat(calendar(second).value("DTSTART")).isEqualTo("20261126T130000Z");
    assertThat(view().mails())
        .extracting(mail -> mail.sending().id())
        .containsExactly(second, first);
  }

  @Test
  void who_is_not_among_them_any_more_is_told_that_it_is_off() {
    invite(stefan, ioana);
    move(at.plus(Duration.ofHours(3)), stefan);
    SendInvitation.Result result = invited(by(), stefan);
    SendingId withdrawn = result.withdrawn().orElseThrow();
    assertThat(calendar(withdrawn).value("METHOD")).isEqualTo("CANCEL");
    assertThat(calendar(withdrawn).value("STATUS")).isEqualTo("CANCELLED");
    assertThat(calendar(withdrawn).value("SEQUENCE")).isEqualTo("1");
    assertThat(calendar(withdrawn).all("ATTENDEE"))
        .extracting(CalendarLines.Line::value)
        .containsExactly("mailto:ioana@exemplu.ro");
    assertThat(port(Outbox.class).messageOf(withdrawn).envelope().subject().value())
        .startsWith("Anulare: ");
    assertThat(state()).contains(InvitationState.CURRENT);
    assertThat(invited(by(), stefan).withdrawn()).isEmpty();
  }

  @Test
  void who_was_invited_to_a_meeting_that_is_cancelled_is_told() {
    invite(stefan);
    cancel();
    assertThat(state()).contains(InvitationState.OUTDATED);
    assertThat(view().next()).contains(CalendarMethod.CANCEL);
    SendingId id = invite(stefan);
    assertThat(calendar(id).value("METHOD")).isEqualTo("CANCEL");
    assertThat(calendar(id).value("SEQUENCE")).isEqualTo("1");
    assertThat(state()).contains(InvitationState.CURRENT);
    assertThat(port(Outbox.class).messageOf(id).file().kind()).isEqualTo(FileKind.CALENDAR_CANCEL);
  }

  @Test
  void a_meeting_of_a_lead_that_was_given_up_is_struck_out() {
    invite(stefan);
    crm.pursuits()
        .deactivate(
            by(),
            new DeactivateLead.Command(lead.id(), port(Leads.class).get(lead.id()).version()));
    assertThat(calendar(invite(stefan)).value("METHOD")).isEqualTo("CANCEL");
  }

  @Test
  void nobody_is_told_that_a_meeting_is_off_to_which_nobody_was_invited() {
    cancel();
    assertThatThrownBy(() -> invite(stefan)).isInstanceOf(NobodyInvited.class);
    assertThat(view().next()).isEmpty();
    assertThat(state()).contains(InvitationState.NONE);
  }

  @Test
  void an_invitation_that_nobody_has_got_does_not_count() {
    server.answer(new Delivery.Rejected(Trouble.ADDRESS, Optional.empty()));
    SendingId id = invite(stefan);
    crm.mail().deliver();
    assertThat(sending(id).state()).isEqualTo(SendingState.FAILED);
    assertThat(state()).contains(InvitationState.NONE);
    assertThat(timeline().get(0))
        .startsWith("Invitație la întâlnirea din 26.11.2026 12:00: nu a plecat");
  }

  // ---- what is not sent ----

  @Test
  void an_invitation_to_a_meeting_that_was_moved_since_is_not_sent() {
    SendingId id = invite(stefan);
    move(at.plus(Duration.ofHours(3)), stefan);
    crm.mail().deliver();
    assertThat(server.arrived()).isEmpty();
    assertThat(sending(id).state()).isEqualTo(SendingState.FAILED);
    assertThat(sending(id).trouble()).contains(Trouble.WITHDRAWN);
  }

  @Test
  void an_invitation_to_a_meeting_that_is_over_is_not_sent() {
    assertThat(view().next()).contains(CalendarMethod.REQUEST);
    SendingId id = invite(stefan);
    clock.set(at.plus(Duration.ofMinutes(91)));
    crm.mail().deliver();
    assertThat(sending(id).trouble()).contains(Trouble.WITHDRAWN);
    assertThat(faults(() -> invite(stefan))).containsExactly("meeting in-past");
    assertThat(view().next()).isEmpty();
  }

  @Test
  void that_a_meeting_is_off_is_sent_whatever_becomes_of_it() {
    invite(stefan);
    crm.mail().deliver();
    cancel();
    SendingId id = invite(stefan);
    clock.advance(Duration.ofDays(9));
    crm.mail().deliver();
    assertThat(sending(id).state()).isEqualTo(SendingState.SENT);
  }

  @Test
  void a_meeting_that_was_held_is_not_invited_to() {
    clock.set(at.plus(Duration.ofHours(2)));
    crm.pursuits()
        .holdMeeting(
            by(),
            new HoldMeeting.Command(
                evaluation().id(),
                evaluation().version(),
                meeting,
                at,
                ParticipantsData.NOBODY,
                null));
    assertThatThrownBy(() -> invite(stefan)).isInstanceOf(NoSuchTransition.class);
    assertThat(state()).isEmpty();
  }

  @Test
  void an_invitation_that_was_perhaps_sent_is_sent_again_while_it_is_so() {
    SendingId id = invite(stefan);
    server.answer(new Delivery.Unknown(Trouble.TIMEOUT));
    crm.mail().deliver();
    assertThat(view().mails().get(0).awaitsDecision()).isTrue();
    settle(id, SettleSending.Decision.SEND_AGAIN);
    server.answer(new Delivery.Unknown(Trouble.TIMEOUT));
    crm.mail().deliver();
    assertThat(server.arrived()).hasSize(2);
    cancel();
    assertThatThrownBy(() -> settle(id, SettleSending.Decision.SEND_AGAIN))
        .isInstanceOf(InvitationOutdated.class);
    settle(id, SettleSending.Decision.ARRIVED);
    assertThat(sending(id).state()).isEqualTo(SendingState.SENT);
    assertThat(timeline().get(0)).endsWith("s-a confirmat că a ajuns pe e-mail.");
  }

  @Test
  void what_is_not_right_is_refused_and_nothing_is_queued() {
    assertThat(faults(() -> invite(nobody))).containsExactly("to[0] no-email");
    assertThat(faults(() -> invite())).containsExactly("to too-few");
    assertThatThrownBy(() -> invite(new ContactPersonId(new UUID(1, 1))))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> invited(Caller.of(ION), stefan)).isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> crm.mail().prepareInvitation(ION, query(RO)))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(
            () -> crm.mail().invitations(ION, new ListInvitations.Query(evaluation().id())))
        .isInstanceOf(NotPermitted.class);
    Version seen = evaluation().version();
    move(at.plus(Duration.ofHours(3)), stefan);
    assertThatThrownBy(() -> crm.mail().invite(by(), command(seen, List.of(stefan))))
        .isInstanceOf(ConcurrentChange.class);
    server.limit(9_000);
    assertThatThrownBy(() -> invite(stefan)).isInstanceOf(MailTooLarge.class);
    assertThat(view().mails()).isEmpty();
  }

  @Test
  void pressing_twice_invites_once() {
    invite(stefan, ioana);
    move(at.plus(Duration.ofHours(3)), stefan);
    SendInvitation.Command command = command(evaluation().version(), List.of(stefan));
    Caller once = by().once("formular");
    SendInvitation.Result first = crm.mail().invite(once, command);
    assertThat(crm.mail().invite(once, command)).isEqualTo(first);
    assertThat(view().mails()).hasSize(3);
  }

  @Test
  void where_nothing_is_connected_nobody_is_invited() {
    Crm alone = injector(new InMemoryModule()).getInstance(Crm.class);
    assertThatThrownBy(
            () -> alone.mail().invite(by(), command(evaluation().version(), List.of(stefan))))
        .isInstanceOf(InvitationsNotConnected.class);
    assertThatThrownBy(() -> alone.mail().prepareInvitation(ANA, query(RO)))
        .isInstanceOf(InvitationsNotConnected.class);
  }

  @Test
  void an_invitation_to_an_erased_person_is_not_sent_and_nothing_of_it_is_left() {
    SendingId id = invite(stefan);
    crm.leads()
        .people()
        .erase(
            Caller.of(MARIA),
            new EraseContactPerson.Command(
                lead.id(), port(Leads.class).get(lead.id()).version(), stefan));
    crm.mail().deliver();
    assertThat(server.arrived()).isEmpty();
    assertThat(sending(id).trouble()).contains(Trouble.ERASED);
    assertThatThrownBy(() -> port(Outbox.class).messageOf(id)).isInstanceOf(NotFound.class);
  }

  // ---- fixtures ----

  private Injector injector(InMemoryModule ports) {
    return Guice.createInjector(
        ports, new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()));
  }

  private SendingId invite(ContactPersonId... to) {
    return invited(by(), to).sending();
  }

  private SendInvitation.Result invited(Caller caller, ContactPersonId... to) {
    return crm.mail().invite(caller, command(evaluation().version(), List.of(to)));
  }

  private SendInvitation.Command command(Version seen, List<ContactPersonId> to) {
    return new SendInvitation.Command(
        evaluation().id(), seen, meeting, to, RO, "Invitație", "Bună ziua,\nveniți?", false);
  }

  private InvitationDraft draft(Locale language) {
    return crm.mail().prepareInvitation(ANA, query(language));
  }

  private PrepareInvitation.Query query(Locale language) {
    return new PrepareInvitation.Query(evaluation().id(), meeting, language);
  }

  private void move(Instant to, ContactPersonId... persons) {
    crm.pursuits()
        .moveMeeting(
            by(),
            new MoveMeeting.Command(
                evaluation().id(),
                evaluation().version(),
                meeting,
                to,
                90,
                "la ei",
                new ParticipantsData(List.of(persons), List.of())));
  }

  private void cancel() {
    crm.pursuits()
        .cancelMeeting(
            by(), new CancelMeeting.Command(evaluation().id(), evaluation().version(), meeting));
  }

  private void settle(SendingId id, SettleSending.Decision decision) {
    crm.mail().settle(by(), new SettleSending.Command(id, sending(id).version(), decision));
  }

  private InvitationView view() {
    return crm.mail().invitations(ANA, new ListInvitations.Query(evaluation().id())).get(0);
  }

  private Optional<InvitationState> state() {
    return view().state();
  }

  private Sending sending(SendingId id) {
    return port(Outbox.class).get(id);
  }

  private CalendarLines calendar(SendingId id) {
    return CalendarLines.of(port(Outbox.class).messageOf(id).file().bytes());
  }

  private List<String> timeline() {
    return port(Timeline.class).of(lead.id(), Optional.empty(), 50).stream()
        .map(entry -> crm.messages().of(entry.event(), RO))
        .toList();
  }

  private static List<String> faults(Runnable action) {
    return catchThrowableOfType(InvalidInput.class, action::run).violations().stream()
        .map(violation -> violation.field() + " " + violation.code())
        .toList();
  }

  private Responsibility evaluation() {
    return port(Responsibilities.class).ofLead(lead.id()).get(0);
  }

  private MeetingId planned(ContactPersonId... persons) {
    return crm.pursuits()
        .planMeeting(
            by(),
            new PlanMeeting.Command(
                evaluation().id(),
                at,
                90,
                "la ei",
                new ParticipantsData(List.of(persons), List.of())))
        .meeting();
  }

  private ContactPersonId person(String name) {
    return lead.contactPersons().all().stream()
        .filter(person -> person.name().equals(name))
        .map(ContactPerson::id)
        .findFirst()
        .orElseThrow();
  }

  private Lead aLeadInEvaluation() {
    Lead fresh =
        LeadFixture.aLead()
            .activatedFor(ANA.id())
            .withContact("Ștefan Țuțea", "0722 123 456", "stefan@exemplu.ro")
            .withContact("Ioana Lup", "0722 123 457", "ioana@exemplu.ro")
            .withContact("Fără Adresă")
            .build();
    Pursuit pursuit = PursuitFixture.aPursuit(fresh.id());
    port(UnitOfWork.class)
        .inTransaction(
            () -> {
              port(Leads.class).add(fresh);
              port(Pursuits.class).add(pursuit);
              port(Responsibilities.class)
                  .add(PursuitFixture.anOpen(Step.MEETING_EVALUATION, pursuit));
              return true;
            });
    return fresh;
  }

  private static Caller by() {
    return Caller.of(ANA);
  }

  private <P> P port(Class<P> port) {
    return injector.getInstance(port);
  }
}
