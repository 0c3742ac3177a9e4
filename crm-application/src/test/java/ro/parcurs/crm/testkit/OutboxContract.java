package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.mail.CalendarMethod;
import ro.parcurs.crm.mail.FileName;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.mail.usecase.FileKind;
import ro.parcurs.crm.mail.usecase.MailFile;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.pursuit.Meeting;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.work.UnitOfWork;

/** What every {@link Outbox} does. */
public abstract class OutboxContract extends PortContract {

  private static final Instant NOON = MailFixture.NOON;
  private static final Instant LATER = NOON.plusSeconds(60);

  private final ContactPersonId person = new ContactPersonId(newId());
  private final Offer offer = anOffer();

  protected OutboxContract(Ports ports) {
    super(ports);
  }

  /** What other tests have left waiting is not due any more. */
  @BeforeEach
  void nothing_is_due() {
    Optional<Sending> due = lockAndDrop();
    while (due.isPresent()) {
      due = lockAndDrop();
    }
  }

  @Test
  void a_sending_and_its_message_are_kept_whole() {
    MailMessage message = message("Bună ziua,\n\n– șțăâî „<b>” &");
    Sending queued = MailFixture.aSending(offer, message);
    add(queued, message);
    assertThat(outbox().get(queued.id())).isEqualTo(queued.stored());
    assertThat(outbox().messageOf(queued.id())).isEqualTo(message);
    assertThat(outbox().findEnvelope(queued.id())).contains(message.envelope());
    assertThat(outbox().messageOf(queued.id()).file().sha256()).isEqualTo(queued.file());
  }

  @Test
  void what_becomes_of_a_sending_is_kept_whole() {
    Sending read = added();
    List<Sending> steps = new ArrayList<>();
    steps.add(read.take(LATER));
    steps.add(steps.get(0).stored().delay(Trouble.BUSY, Optional.of("451 mai târziu"), LATER));
    steps.add(steps.get(1).stored().take(LATER));
    steps.add(steps.get(2).stored().handOver(LATER));
    steps.add(steps.get(3).stored().loseSight(Trouble.TIMEOUT, Optional.empty(), LATER));
    steps.add(steps.get(4).stored().sendAgain(LATER));
    steps.add(steps.get(5).stored().take(LATER));
    steps.add(steps.get(6).stored().handOver(LATER));
    steps.add(steps.get(7).stored().deliver(Optional.of("250 OK"), LATER));
    for (Sending step : steps) {
      save(step);
      assertThat(outbox().get(read.id())).isEqualTo(step.stored());
    }
    assertThat(outbox().get(read.id()).state()).isEqualTo(SendingState.SENT);
  }

  @Test
  void nothing_is_queued_twice_under_a_key() {
    Sending first = added();
    MailMessage message = message("a doua oară");
    Sending second = MailFixture.aSending(offer, message);
    Sending sameKey =
        Sending.queue(
            second.id(),
            second.lead(),
            second.pursuit(),
            second.matter(),
            first.key(),
            second.messageId(),
            second.file(),
            second.queued());
    assertThatThrownBy(() -> add(sameKey, message))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> assertThat(refusal.existing()).isEqualTo(first.id().toString()));
    assertThatThrownBy(() -> outbox().get(second.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void a_sending_that_changed_since_it_was_read_is_not_overwritten() {
    Sending read = added();
    save(read.take(LATER));
    Sending stored = outbox().get(read.id());
    assertThatThrownBy(() -> save(read.giveUp(Trouble.REFUSED, Optional.empty(), LATER)))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(outbox().get(read.id())).isEqualTo(stored);
  }

  @Test
  void what_is_not_there_is_not_found() {
    SendingId nothing = new SendingId(newId());
    MailMessage message = message("nicăieri");
    Sending never = MailFixture.aSending(offer, message);
    assertThatThrownBy(() -> outbox().get(nothing)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> outbox().messageOf(nothing)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> save(never)).isInstanceOf(NotFound.class);
    assertThat(outbox().findEnvelope(nothing)).isEmpty();
  }

  @Test
  void what_is_due_longest_comes_first_and_what_is_not_due_or_ended_does_not() {
    Sending first = added();
    Sending second = added();
    save(first.take(NOON.plusSeconds(30)));
    assertThat(due(NOON)).contains(second);
    save(second.take(NOON.plusSeconds(20)));
    assertThat(due(NOON)).isEmpty();
    assertThat(due(NOON.plusSeconds(19))).isEmpty();
    assertThat(due(NOON.plusSeconds(20)).map(Sending::id)).contains(second.id());
    assertThat(due(NOON.plusSeconds(30)).map(Sending::id)).contains(second.id());
    save(outbox().get(second.id()).handOver(NOON.plusSeconds(40)));
    assertThat(due(NOON.plusSeconds(39)).map(Sending::id)).contains(first.id());
    save(outbox().get(first.id()).giveUp(Trouble.ADDRESS, Optional.empty(), NOON));
    assertThat(due(NOON.plusSeconds(39))).isEmpty();
    assertThat(due(NOON.plusSeconds(40)).map(Sending::id)).contains(second.id());
    save(
        outbox()
            .get(second.id())
            .loseSight(Trouble.INTERRUPTED, Optional.empty(), NOON.plusSeconds(40)));
    assertThat(due(NOON.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void sendings_of_an_offer_are_listed_the_last_one_first() {
    Sending first = added();
    Sending second = addedAt(LATER);
    Offer other = anOffer();
    MailMessage message = message("altă ofertă");
    add(MailFixture.aSending(other, message), message);
    assertThat(outbox().ofOffer(offer.id())).containsExactly(second, first);
  }

  @Test
  void sendings_about_meetings_are_kept_whole_and_listed_the_last_one_first() {
    Responsibility first = aResponsibilityWithAMeeting();
    Sending invited = about(first, CalendarMethod.REQUEST, NOON);
    Sending cancelled = about(first, CalendarMethod.CANCEL, LATER);
    Sending other = about(aResponsibilityWithAMeeting(), CalendarMethod.REQUEST, NOON);
    added();
    assertThat(outbox().ofResponsibility(first.id())).containsExactly(cancelled, invited);
    assertThat(outbox().get(other.id())).isEqualTo(other);
    assertThat(outbox().messageOf(invited.id()).file().method()).contains(CalendarMethod.REQUEST);
    assertThat(outbox().messageOf(cancelled.id()).file().kind())
        .isEqualTo(FileKind.CALENDAR_CANCEL);
    assertThat(outbox().ofOffer(offer.id())).hasSize(1);
  }

  @Test
  void sendings_to_a_person_are_found_until_their_message_is_erased() {
    MailMessage toAnother =
        MailFixture.aMessage(new SendingId(newId()), new ContactPersonId(newId()), "altcuiva");
    add(MailFixture.aSending(offer, toAnother), toAnother);
    Sending sending = added();
    assertThat(outbox().ofPerson(offer.lead(), person)).containsExactly(sending);
    assertThat(outbox().ofPerson(anOffer().lead(), person)).isEmpty();

    inTransaction(() -> outbox().eraseMessage(sending.id()));
    assertThat(outbox().ofPerson(offer.lead(), person)).isEmpty();
    assertThat(outbox().findEnvelope(sending.id())).isEmpty();
    assertThatThrownBy(() -> outbox().messageOf(sending.id())).isInstanceOf(NotFound.class);
    assertThat(outbox().get(sending.id())).isEqualTo(sending);
    assertThat(outbox().messageOf(MailFixture.idOf(toAnother))).isEqualTo(toAnother);
  }

  @Test
  void what_was_queued_in_a_unit_of_work_that_failed_is_forgotten() {
    MailMessage message = message("pierdut");
    Sending lost = MailFixture.aSending(offer, message);
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      outbox().add(lost, message);
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThatThrownBy(() -> outbox().get(lost.id())).isInstanceOf(NotFound.class);
    add(lost, message);
    assertThat(outbox().get(lost.id()).version()).isEqualTo(new Version(1));
  }

  @Test
  void nothing_is_written_or_taken_outside_a_unit_of_work() {
    MailMessage message = message("afară");
    Sending sending = MailFixture.aSending(offer, message);
    Sending stored = added();
    assertThatThrownBy(() -> outbox().add(sending, message))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("outside a unit of work");
    assertThatThrownBy(() -> outbox().save(stored.take(LATER)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> outbox().lockDue(NOON)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> port(UnitOfWork.class).<Object>reading(() -> outbox().lockDue(NOON)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> outbox().eraseMessage(stored.id()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(outbox().get(stored.id())).isEqualTo(stored);
  }

  private Outbox outbox() {
    return port(Outbox.class);
  }

  private MailMessage message(String text) {
    return MailFixture.aMessage(new SendingId(newId()), person, text);
  }

  private Sending added() {
    MailMessage message = message("text");
    Sending sending = MailFixture.aSending(offer, message);
    add(sending, message);
    return outbox().get(sending.id());
  }

  private Sending addedAt(Instant when) {
    MailMessage message = message("text");
    Sending now = MailFixture.aSending(offer, message);
    Sending then =
        Sending.queue(
            now.id(),
            now.lead(),
            now.pursuit(),
            now.matter(),
            now.key(),
            now.messageId(),
            now.file(),
            new Stamp(now.queued().by(), now.queued().name(), when));
    add(then, message);
    return outbox().get(then.id());
  }

  private void add(Sending sending, MailMessage message) {
    inTransaction(() -> outbox().add(sending, message));
  }

  private void save(Sending sending) {
    inTransaction(() -> outbox().save(sending));
  }

  private Optional<Sending> due(Instant now) {
    return this.<Optional<Sending>>inTransaction(() -> outbox().lockDue(now));
  }

  private Optional<Sending> lockAndDrop() {
    return this.<Optional<Sending>>inTransaction(
        () -> {
          Optional<Sending> due = outbox().lockDue(NOON.plus(Duration.ofDays(365)));
          due.ifPresent(
              sending ->
                  outbox().save(sending.giveUp(Trouble.INTERRUPTED, Optional.empty(), NOON)));
          return due;
        });
  }

  /** A sending about the first meeting of the responsibility, as it is stored. */
  private Sending about(Responsibility responsibility, CalendarMethod method, Instant when) {
    Meeting meeting = responsibility.progress().meetings().get(0);
    MailMessage plain = message("invitație");
    MailMessage message =
        new MailMessage(
            plain.id(),
            plain.date(),
            plain.envelope(),
            plain.text(),
            MailFile.calendar(method, new FileName("invitatie.ics"), new byte[] {1, 2, -3}));
    SendingId id = MailFixture.idOf(message);
    Sending sending =
        Sending.queue(
            id,
            responsibility.lead(),
            responsibility.pursuit(),
            new Matter.OfMeeting(responsibility.id(), meeting.id(), meeting.at(), method, 2),
            "key " + id,
            message.id(),
            message.file().sha256(),
            new Stamp(PursuitFixture.BY_ANA.by(), PursuitFixture.BY_ANA.name(), when));
    add(sending, message);
    assertThat(outbox().messageOf(id)).isEqualTo(message);
    return outbox().get(id);
  }

  private Responsibility aResponsibilityWithAMeeting() {
    Lead lead = LeadFixture.aLead().build();
    Pursuit pursuit = PursuitFixture.aPursuit(lead.id());
    Responsibility responsibility = PursuitFixture.aBusy(Step.MEETING_EVALUATION, pursuit);
    inTransaction(
        () -> {
          port(Leads.class).add(lead);
          port(Pursuits.class).add(pursuit);
          port(Responsibilities.class).add(responsibility);
        });
    return responsibility;
  }

  private Offer anOffer() {
    Lead lead = LeadFixture.aLead().build();
    Pursuit pursuit = PursuitFixture.aPursuit(lead.id());
    Offer stored = OfferFixture.finalised(OfferFixture.aDraft(pursuit));
    inTransaction(
        () -> {
          port(Leads.class).add(lead);
          port(Pursuits.class).add(pursuit);
          port(Offers.class).add(stored);
        });
    return stored;
  }
}
