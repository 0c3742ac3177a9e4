package ro.parcurs.crm.journey.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;
import static ro.parcurs.crm.testkit.InMemoryUsers.ION;
import static ro.parcurs.crm.testkit.InMemoryUsers.MARIA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.OptionalBinder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.EraseContactPerson;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.ShowLead;
import ro.parcurs.crm.mail.MailSubject;
import ro.parcurs.crm.mail.MailTooLarge;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.Delivery.Answer;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailPatience;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.mail.usecase.SaveMailTemplates;
import ro.parcurs.crm.mail.usecase.ShowMailTemplates;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferExpired;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.usecase.OfferMailDraft;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.offer.usecase.PrepareOfferMail;
import ro.parcurs.crm.offer.usecase.ReviseOffer;
import ro.parcurs.crm.offer.usecase.SendOffer;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;
import ro.parcurs.crm.testkit.InMemoryMailTransport;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.LeadFixture;
import ro.parcurs.crm.testkit.OfferFixture;
import ro.parcurs.crm.testkit.PursuitFixture;
import ro.parcurs.crm.testkit.SequentialIds;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.timeline.MailEvent.MailTemplatesChanged;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.StoreUnavailable;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.UnitOfWork;

class MailUseCasesTest {

  private static final Locale RO = Locale.forLanguageTag("ro");
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration WAIT = Duration.ofMinutes(1);
  private static final Duration TRIED_FOR = Duration.ofHours(3);

  private final SettableClock clock = new SettableClock();
  private final Injector injector =
      Guice.createInjector(
          InMemoryModule.connected(),
          new CrmModule(clock, new SequentialIds(), new DefaultAccessPolicy()),
          binder ->
              OptionalBinder.newOptionalBinder(binder, MailPatience.class)
                  .setBinding()
                  .toInstance(
                      new MailPatience(
                          WAIT, Duration.ofHours(1), TRIED_FOR, LEASE, new Random(1))));
  private final Crm crm = injector.getInstance(Crm.class);
  private final InMemoryMailTransport server = port(InMemoryMailTransport.class);
  private final Lead lead = negotiated();
  private final Offer offer = port(Offers.class).findNewest(pursuit()).orElseThrow();

  // ---- queueing ----

  @Test
  void a_mail_is_queued_whole_and_the_offer_counts_as_sent_once_a_server_has_taken_it() {
    SendingId id = send("Oferta noastră", "Bună ziua,\n\nvedeți <anexa> & spuneți.");
    assertThat(server.arrived()).isEmpty();
    assertThat(state()).isEqualTo(OfferState.FINALISED);
    MailMessage queued = port(Outbox.class).messageOf(id);

    assertThat(deliver()).isEqualTo(DeliverMail.Result.MORE);
    assertThat(deliver()).isEqualTo(DeliverMail.Result.NOTHING);
    assertThat(server.arrived()).containsExactly(queued);
    assertThat(state()).isEqualTo(OfferState.SENT);
    Sending sent = sending(id);
    assertThat(sent.state()).isEqualTo(SendingState.SENT);
    assertThat(sent.attempts()).isEqualTo(1);
    assertThat(timeline())
        .startsWith(
            "Oferta " + offer.number() + " a plecat pe e-mail, la încercarea 1.",
            "Oferta " + offer.number() + " așteaptă să plece pe e-mail: „Oferta noastră”.");

    assertThat(queued.id().value()).isEqualTo(id + "@exemplu.ro");
    assertThat(queued.envelope().from()).isEqualTo(InMemoryMailTransport.SENDER);
    assertThat(queued.envelope().replyTo().map(Mailbox::address).map(Object::toString))
        .contains("ana@vanzari.exemplu.ro");
    assertThat(queued.envelope().cc()).isEmpty();
    assertThat(queued.envelope().to())
        .extracting(to -> to.mailbox().name() + " <" + to.mailbox().address() + ">")
        .containsExactly("Ștefan Țuțea <stefan@exemplu.ro>");
    assertThat(queued.text().plain()).isEqualTo("Bună ziua,\n\nvedeți <anexa> & spuneți.");
    assertThat(queued.text().html())
        .contains("<html lang=\"ro\">", "<p>Bună ziua,</p>", "vedeți &lt;anexa&gt; &amp; spuneți.");
    assertThat(queued.file().name())
        .hasToString("Ofertă " + offer.number().toString().replace('/', '-') + " Exemplu SRL.pdf");
    assertThat(new String(queued.file().bytes(), StandardCharsets.UTF_8))
        .contains(offer.number().toString(), "242,00 RON");
    assertThat(sent.file()).isEqualTo(queued.file().sha256());
  }

  @Test
  void the_owner_gets_a_copy_and_the_document_is_in_the_language_that_was_chosen() {
    SendingId id =
        crm.offers()
            .send(
                by(),
                new SendOffer.Command(
                    offer.id(),
                    offer.version(),
                    List.of(person(), person()),
                    Locale.ENGLISH,
                    "Our offer",
                    "Hello",
                    true))
            .sending();
    MailMessage queued = port(Outbox.class).messageOf(id);
    assertThat(queued.envelope().to()).hasSize(1);
    assertThat(queued.envelope().cc()).extracting(Mailbox::name).containsExactly("Ana Pop");
    assertThat(queued.envelope().addresses()).hasSize(2);
    assertThat(queued.file().name().value()).startsWith("Offer OF-");
    assertThat(new String(queued.file().bytes(), StandardCharsets.UTF_8)).contains("242.00 RON");
    assertThat(queued.text().html()).contains("<html lang=\"en\">");
  }

  @Test
  void pressing_twice_queues_one_mail_also_after_it_has_left() {
    Caller once = by().once("formular");
    SendOffer.Result first = crm.offers().send(once, command("Oferta", "Bună ziua"));
    assertThat(crm.offers().send(once, command("Oferta", "Bună ziua"))).isEqualTo(first);
    deliver();
    assertThat(state()).isEqualTo(OfferState.SENT);
    assertThat(crm.offers().send(once, command("Oferta", "Bună ziua"))).isEqualTo(first);
    assertThat(deliver()).isEqualTo(DeliverMail.Result.NOTHING);
    assertThat(server.arrived()).hasSize(1);
    assertThat(sending(first.sending()).key()).isEqualTo("formular");
  }

  @Test
  void a_key_that_was_forgotten_is_still_known_to_the_outbox() {
    Caller once = by().once("formular");
    SendOffer.Result first = crm.offers().send(once, command("Oferta", "Bună ziua"));
    clock.advance(Duration.ofDays(20));
    port(UnitOfWork.class)
        .inTransaction(() -> port(CommandResults.class).forget(Duration.ofNanos(1), 100));
    assertThatThrownBy(() -> crm.offers().send(once, command("Oferta", "Bună ziua")))
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> assertThat(refusal.existing()).isEqualTo(first.sending().toString()));
  }

  @Test
  void a_subject_of_two_lines_a_person_without_an_address_and_too_large_a_document_are_refused() {
    assertThat(faults(() -> send("Oferta\r\nBcc: altcineva@exemplu.ro", "Bună ziua")))
        .containsExactly("subject several-lines");
    assertThat(faults(() -> send(" ", "Bună ziua"))).containsExactly("subject required");
    assertThat(faults(() -> send("x".repeat(MailSubject.MAX_LENGTH + 1), " ")))
        .containsExactly("subject too-long", "text required");
    assertThatThrownBy(
            () ->
                crm.offers()
                    .send(
                        by(),
                        new SendOffer.Command(
                            offer.id(),
                            offer.version(),
                            List.of(new ContactPersonId(new UUID(1, 1))),
                            RO,
                            "Oferta",
                            "Text",
                            false)))
        .isInstanceOf(NotFound.class);
    server.limit(9_000);
    assertThatThrownBy(() -> send("Oferta", "x".repeat(300)))
        .isInstanceOfSatisfying(
            MailTooLarge.class,
            refusal ->
                assertThat(crm.messages().of((CrmException) refusal, RO))
                    .isEqualTo(
                        "Mesajul are 0,1 MB, cu tot cu documentul; se pot trimite cel mult 0,0 MB."));
    assertThat(crm.mail().list(ANA, new ListSendings.Query(offer.id()))).isEmpty();
  }

  @Test
  void an_offer_that_is_expired_or_not_finalised_or_somebody_else_s_is_not_queued() {
    assertThatThrownBy(() -> crm.offers().send(Caller.of(ION), command("Oferta", "Bună ziua")))
        .isInstanceOf(NotPermitted.class);
    clock.set(Instant.parse("2026-12-25T10:00:00Z"));
    assertThatThrownBy(() -> send("Oferta", "Bună ziua")).isInstanceOf(OfferExpired.class);
    clock.set(Instant.parse("2026-12-24T10:00:00Z"));
    crm.offers()
        .revise(
            by(), new ReviseOffer.Command(offer.id(), offer.version(), LocalDate.of(2027, 1, 24)));
    Offer draft = port(Offers.class).findNewest(pursuit()).orElseThrow();
    assertThatThrownBy(
            () ->
                crm.offers()
                    .send(
                        by(),
                        new SendOffer.Command(
                            draft.id(),
                            draft.version(),
                            List.of(person()),
                            RO,
                            "Oferta",
                            "Text",
                            false)))
        .isInstanceOf(NoSuchTransition.class);
  }

  // ---- servers that don't take it ----

  @Test
  void a_mail_that_was_put_off_is_tried_again_after_growing_waits_and_each_attempt_is_told() {
    SendingId id = send("Oferta", "Bună ziua");
    server.answer(busy(), busy(), busy());
    List<Duration> waits = new ArrayList<>();
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(deliver()).isEqualTo(DeliverMail.Result.MORE);
      Sending waiting = sending(id);
      assertThat(waiting.state()).isEqualTo(SendingState.QUEUED);
      assertThat(waiting.attempts()).isEqualTo(attempt);
      assertThat(waiting.trouble()).contains(Trouble.BUSY);
      assertThat(waiting.answer()).contains("451 mai târziu");
      assertThat(deliver()).isEqualTo(DeliverMail.Result.NOTHING);
      waits.add(Duration.between(clock.instant(), waiting.due()));
      clock.set(waiting.due());
    }
    assertThat(waits.get(0)).isBetween(WAIT.dividedBy(2), WAIT);
    assertThat(waits.get(1)).isBetween(WAIT, WAIT.multipliedBy(2));
    assertThat(waits.get(2)).isBetween(WAIT.multipliedBy(2), WAIT.multipliedBy(4));
    assertThat(deliver()).isEqualTo(DeliverMail.Result.MORE);
    assertThat(sending(id).state()).isEqualTo(SendingState.SENT);
    assertThat(server.arrived()).hasSize(1);
    assertThat(timeline().get(0)).endsWith("la încercarea 4.");
    assertThat(timeline().get(1))
        .contains("la încercarea 3: serverul de e-mail cere să se revină", "(răspuns: 451)");
    assertThat(timeline()).noneMatch(line -> line.contains("mai târziu)"));
  }

  @Test
  void what_was_tried_for_long_enough_is_given_up() {
    SendingId id = send("Oferta", "Bună ziua");
    int attempts = 0;
    while (sending(id).state() == SendingState.QUEUED) {
      clock.set(sending(id).due());
      server.answer(new Delivery.Deferred(Trouble.CONNECTION, Optional.empty()));
      assertThat(deliver()).isEqualTo(DeliverMail.Result.LATER);
      attempts++;
    }
    assertThat(attempts).isBetween(6, 12);
    assertThat(
            Duration.between(
                OfferFixture.TODAY.atStartOfDay(clock.getZone()).toInstant(), clock.instant()))
        .isLessThan(Duration.ofHours(16));
    assertThat(sending(id).state()).isEqualTo(SendingState.FAILED);
    assertThat(state()).isEqualTo(OfferState.FINALISED);
    assertThat(timeline().get(0))
        .contains("nu se mai încearcă, după " + attempts, "nu poate fi găsit", "niciunul");
  }

  @Test
  void what_a_server_refuses_for_good_is_given_up_at_once() {
    SendingId id = send("Oferta", "Bună ziua");
    server.answer(
        new Delivery.Rejected(
            Trouble.ADDRESS, Optional.of(new Answer(550, "550 nu e <stefan@exemplu.ro>"))));
    assertThat(deliver()).isEqualTo(DeliverMail.Result.MORE);
    assertThat(deliver()).isEqualTo(DeliverMail.Result.NOTHING);
    assertThat(sending(id).state()).isEqualTo(SendingState.FAILED);
    assertThat(sending(id).answer()).contains("550 nu e <stefan@exemplu.ro>");
    assertThat(timeline().get(0)).contains("o adresă", "550").doesNotContain("stefan@");
    assertThat(state()).isEqualTo(OfferState.FINALISED);
  }

  // ---- perhaps ----

  @Test
  void a_lost_answer_is_perhaps_sent_and_nobody_but_a_person_goes_on() {
    SendingId id = send("Oferta", "Bună ziua");
    perhaps(id);
    clock.advance(Duration.ofDays(7));
    assertThat(deliver()).isEqualTo(DeliverMail.Result.NOTHING);
    assertThat(server.arrived()).hasSize(1);
    assertThat(state()).isEqualTo(OfferState.FINALISED);
    assertThat(timeline().get(0)).startsWith("Poate că oferta");
    SendingView shown = shown();
    assertThat(shown.awaitsDecision()).isTrue();
    assertThat(shown.envelope()).isPresent();
    assertThatThrownBy(() -> settle(id, SettleSending.Decision.ARRIVED, Caller.of(ION)))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void who_says_that_it_arrived_makes_the_offer_sent() {
    SendingId id = send("Oferta", "Bună ziua");
    perhaps(id);
    settle(id, SettleSending.Decision.ARRIVED, by());
    assertThat(sending(id).state()).isEqualTo(SendingState.SENT);
    assertThat(state()).isEqualTo(OfferState.SENT);
    assertThat(timeline().get(0)).startsWith("S-a confirmat");
    assertThatThrownBy(() -> settle(id, SettleSending.Decision.SEND_AGAIN, by()))
        .isInstanceOf(NoSuchTransition.class);
  }

  @Test
  void who_sends_it_again_sends_the_same_message() {
    SendingId id = send("Oferta", "Bună ziua");
    perhaps(id);
    settle(id, SettleSending.Decision.SEND_AGAIN, by());
    assertThat(deliver()).isEqualTo(DeliverMail.Result.MORE);
    assertThat(server.arrived()).hasSize(2);
    assertThat(server.arrived().get(0)).isEqualTo(server.arrived().get(1));
    assertThat(sending(id).state()).isEqualTo(SendingState.SENT);
    assertThat(sending(id).attempts()).isEqualTo(2);
    assertThat(state()).isEqualTo(OfferState.SENT);
  }

  @Test
  void who_drops_it_leaves_the_offer_as_it_was_also_before_it_was_tried() {
    SendingId id = send("Oferta", "Bună ziua");
    perhaps(id);
    settle(id, SettleSending.Decision.DROP, by());
    assertThat(sending(id).state()).isEqualTo(SendingState.FAILED);
    SendingId waiting = send("Oferta încă o dată", "Bună ziua");
    Version seen = sending(waiting).version();
    settle(waiting, SettleSending.Decision.DROP, by());
    assertThatThrownBy(
            () ->
                crm.mail()
                    .settle(
                        by(),
                        new SettleSending.Command(waiting, seen, SettleSending.Decision.DROP)))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(deliver()).isEqualTo(DeliverMail.Result.NOTHING);
    assertThat(state()).isEqualTo(OfferState.FINALISED);
    assertThat(timeline().get(0)).endsWith("nu se mai trimite.");
  }

  @Test
  void what_was_perhaps_sent_is_not_sent_again_once_the_offer_is_expired() {
    SendingId id = send("Oferta", "Bună ziua");
    perhaps(id);
    clock.set(Instant.parse("2026-12-25T10:00:00Z"));
    assertThatThrownBy(() -> settle(id, SettleSending.Decision.SEND_AGAIN, by()))
        .isInstanceOf(OfferExpired.class);
    settle(id, SettleSending.Decision.ARRIVED, by());
    assertThat(sending(id).state()).isEqualTo(SendingState.SENT);
    assertThat(state()).isEqualTo(OfferState.FINALISED);
  }

  // ---- those who break off ----

  @Test
  void who_dies_before_the_end_of_the_message_is_followed_by_another() {
    SendingId id = send("Oferta", "Bună ziua");
    dieAfter(sending -> sending.take(clock.instant().plus(LEASE)), id);
    assertThat(deliver()).isEqualTo(DeliverMail.Result.NOTHING);
    clock.advance(LEASE);
    assertThat(deliver()).isEqualTo(DeliverMail.Result.MORE);
    assertThat(sending(id).state()).isEqualTo(SendingState.QUEUED);
    assertThat(timeline().get(0)).contains("încercarea s-a întrerupt");
    clock.set(sending(id).due());
    deliver();
    assertThat(sending(id).state()).isEqualTo(SendingState.SENT);
    assertThat(server.arrived()).hasSize(1);
  }

  @Test
  void who_dies_after_the_end_of_the_message_leaves_it_perhaps_sent() {
    SendingId id = send("Oferta", "Bună ziua");
    Instant until = clock.instant().plus(LEASE);
    dieAfter(sending -> sending.take(until), id);
    dieAfter(sending -> sending.handOver(until), id);
    clock.advance(LEASE.multipliedBy(2));
    assertThat(deliver()).isEqualTo(DeliverMail.Result.MORE);
    assertThat(sending(id).state()).isEqualTo(SendingState.PERHAPS_SENT);
    assertThat(deliver()).isEqualTo(DeliverMail.Result.NOTHING);
    assertThat(server.arrived()).isEmpty();
  }

  @Test
  void who_comes_back_after_their_time_hands_nothing_over() {
    SendingId id = send("Oferta", "Bună ziua");
    DeliverMail slow =
        delivering(
            before -> {
              clock.advance(LEASE);
              deliver();
              clock.set(sending(id).due());
              deliver();
              before.run();
            });
    slow.handle();
    assertThat(server.arrived()).hasSize(1);
    assertThat(sending(id).state()).isEqualTo(SendingState.SENT);
    assertThat(sending(id).attempts()).isEqualTo(2);
  }

  @Test
  void who_was_believed_dead_and_knows_that_it_was_taken_is_believed() {
    SendingId id = send("Oferta", "Bună ziua");
    DeliverMail slow =
        delivering(
            before -> {
              before.run();
              clock.advance(LEASE);
              deliver();
              assertThat(sending(id).state()).isEqualTo(SendingState.PERHAPS_SENT);
            });
    slow.handle();
    assertThat(sending(id).state()).isEqualTo(SendingState.SENT);
    assertThat(state()).isEqualTo(OfferState.SENT);
    assertThat(server.arrived()).hasSize(1);
  }

  @Test
  void what_could_not_be_stored_is_stored_the_next_time() {
    SendingId id = send("Oferta", "Bună ziua");
    AtomicBoolean broken = new AtomicBoolean();
    UnitOfWork flaky = breaking(broken);
    DeliverMail worker = delivering(flaky, Runnable::run, () -> broken.set(true));
    assertThat(worker.handle()).isEqualTo(DeliverMail.Result.LATER);
    assertThat(sending(id).state()).isEqualTo(SendingState.HANDING_OVER);
    assertThat(worker.handle()).isEqualTo(DeliverMail.Result.LATER);
    broken.set(false);
    assertThat(worker.handle()).isEqualTo(DeliverMail.Result.NOTHING);
    assertThat(sending(id).state()).isEqualTo(SendingState.SENT);
    assertThat(server.arrived()).hasSize(1);
    assertThat(state()).isEqualTo(OfferState.SENT);
  }

  @Test
  void a_store_that_fails_before_the_end_of_the_message_stops_it() {
    SendingId id = send("Oferta", "Bună ziua");
    AtomicBoolean broken = new AtomicBoolean();
    UnitOfWork flaky = breaking(broken);
    DeliverMail worker =
        delivering(
            flaky,
            before -> {
              broken.set(true);
              try {
                before.run();
              } finally {
                broken.set(false);
              }
            },
            () -> {});
    assertThat(worker.handle()).isEqualTo(DeliverMail.Result.MORE);
    assertThat(server.arrived()).isEmpty();
    assertThat(sending(id).state()).isEqualTo(SendingState.QUEUED);
    assertThat(sending(id).trouble()).contains(Trouble.INTERRUPTED);
  }

  // ---- what may not be sent any more ----

  @Test
  void a_mail_whose_offer_was_revised_or_is_expired_is_not_sent() {
    SendingId id = send("Oferta", "Bună ziua");
    revise();
    assertThat(deliver()).isEqualTo(DeliverMail.Result.MORE);
    assertThat(sending(id).state()).isEqualTo(SendingState.FAILED);
    assertThat(sending(id).trouble()).contains(Trouble.WITHDRAWN);
    assertThat(server.arrived()).isEmpty();
    assertThat(timeline().get(0)).contains("după 0 încercări", "nu mai poate fi trimisă");
  }

  @Test
  void an_offer_that_is_revised_while_its_mail_is_under_way_stops_it_at_the_last_moment() {
    SendingId id = send("Oferta", "Bună ziua");
    delivering(
            before -> {
              revise();
              before.run();
            })
        .handle();
    assertThat(server.arrived()).isEmpty();
    assertThat(sending(id).state()).isEqualTo(SendingState.FAILED);
    assertThat(sending(id).trouble()).contains(Trouble.WITHDRAWN);
  }

  @Test
  void an_offer_that_is_revised_while_the_server_answers_stays_revised() {
    SendingId id = send("Oferta", "Bună ziua");
    delivering(
            before -> {
              before.run();
              revise();
            })
        .handle();
    assertThat(sending(id).state()).isEqualTo(SendingState.SENT);
    assertThat(state()).isEqualTo(OfferState.SUPERSEDED);
  }

  @Test
  void a_mail_to_an_erased_person_is_not_sent_and_nothing_of_it_is_left() {
    SendingId id = send("Oferta", "Bună ziua, domnule Țuțea");
    crm.leads()
        .people()
        .erase(
            Caller.of(MARIA),
            new EraseContactPerson.Command(
                lead.id(),
                crm.leads().show(MARIA, new ShowLead.Query(lead.id())).version(),
                person()));
    assertThat(deliver()).isEqualTo(DeliverMail.Result.NOTHING);
    assertThat(sending(id).state()).isEqualTo(SendingState.FAILED);
    assertThat(sending(id).trouble()).contains(Trouble.ERASED);
    assertThat(shown().envelope()).isEmpty();
    assertThatThrownBy(() -> port(Outbox.class).messageOf(id)).isInstanceOf(NotFound.class);
  }

  // ---- templates ----

  @Test
  void a_mail_begins_as_the_template_says_in_the_language() {
    OfferMailDraft romanian =
        crm.offers().prepareMail(ANA, new PrepareOfferMail.Query(offer.id(), RO));
    assertThat(romanian.subject().value())
        .isEqualTo("Oferta " + offer.number() + " pentru " + lead.company().name());
    assertThat(romanian.text())
        .contains("în valoare de 242,00 RON cu TVA", "până la 24.12.2026", "Ana Pop")
        .doesNotContain("{");
    assertThat(romanian.to()).extracting(to -> to.mailbox().name()).containsExactly("Ștefan Țuțea");
    assertThat(romanian.owner()).isPresent();
    OfferMailDraft english =
        crm.offers().prepareMail(ANA, new PrepareOfferMail.Query(offer.id(), Locale.ENGLISH));
    assertThat(english.subject().value()).startsWith("Offer ");
    assertThat(english.text()).contains("242.00 RON");
  }

  @Test
  void templates_are_changed_by_managers_and_checked() {
    Version seen = crm.mail().templates(MARIA, new ShowMailTemplates.Query()).templates().version();
    assertThat(crm.mail().templates(ANA, new ShowMailTemplates.Query()).mayChange()).isFalse();
    SaveMailTemplates.TemplateData sound = data("Oferta {number}", "{client}: {total}");
    assertThatThrownBy(() -> save(ANA, seen, sound, sound)).isInstanceOf(NotPermitted.class);
    assertThat(
            faults(
                () ->
                    save(
                        MARIA,
                        seen,
                        data("Oferta {numar}", "Text"),
                        data("Offer\nBcc: x", "Text"))))
        .containsExactly("english.subject several-lines", "romanian.subject unknown-placeholder");
    assertThat(faults(() -> save(MARIA, seen, data("Oferta {number", "Text"), sound)))
        .containsExactly("romanian.subject stray-brace");
    assertThat(faults(() -> save(MARIA, seen, data(" ", "x".repeat(10_001)), sound)))
        .containsExactly("romanian.subject required", "romanian.text too-long");

    EventLog log = port(EventLog.class);
    int before = log.after(EventLog.Position.BEGINNING, 1000).size();
    save(MARIA, seen, sound, data("Offer {number}", "Dear {client}"));
    assertThat(log.after(EventLog.Position.BEGINNING, 1000).subList(before, before + 1))
        .extracting(logged -> logged.event().event())
        .containsExactly(new MailTemplatesChanged());
    assertThat(crm.offers().prepareMail(ANA, new PrepareOfferMail.Query(offer.id(), RO)).text())
        .isEqualTo(lead.company().name() + ": 242,00 RON");
    assertThatThrownBy(() -> save(MARIA, seen, sound, sound)).isInstanceOf(ConcurrentChange.class);
  }

  // ---- how it is asked and done ----

  private SendingId send(String subject, String text) {
    return crm.offers().send(by(), command(subject, text)).sending();
  }

  private SendOffer.Command command(String subject, String text) {
    return new SendOffer.Command(
        offer.id(), offer.version(), List.of(person()), RO, subject, text, false);
  }

  private DeliverMail.Result deliver() {
    return crm.mail().deliver();
  }

  private void perhaps(SendingId id) {
    server.answer(new Delivery.Unknown(Trouble.TIMEOUT));
    assertThat(deliver()).isEqualTo(DeliverMail.Result.MORE);
    assertThat(sending(id).state()).isEqualTo(SendingState.PERHAPS_SENT);
  }

  private void settle(SendingId id, SettleSending.Decision decision, Caller caller) {
    crm.mail().settle(caller, new SettleSending.Command(id, sending(id).version(), decision));
  }

  private void revise() {
    Offer now = port(Offers.class).get(offer.id());
    crm.offers()
        .revise(by(), new ReviseOffer.Command(now.id(), now.version(), LocalDate.of(2027, 1, 24)));
  }

  /** What somebody does with a sending before they are gone. */
  private void dieAfter(UnaryOperator<Sending> step, SendingId id) {
    inTransaction(() -> port(Outbox.class).save(step.apply(sending(id))));
  }

  /** Another worker, to which something happens when it comes to the end of the message. */
  private DeliverMail delivering(Consumer<Runnable> atTheEnd) {
    return delivering(port(UnitOfWork.class), atTheEnd, () -> {});
  }

  private DeliverMail delivering(
      UnitOfWork unitOfWork, Consumer<Runnable> atTheEnd, Runnable afterwards) {
    MailTransport around =
        new MailTransport() {
          @Override
          public Mailbox sender() {
            return server.sender();
          }

          @Override
          public long maxBytes() {
            return server.maxBytes();
          }

          @Override
          public Delivery deliver(MailMessage message, Runnable beforeItsEnd) {
            Delivery delivery = server.deliver(message, () -> atTheEnd.accept(beforeItsEnd));
            afterwards.run();
            return delivery;
          }
        };
    return new DeliverMail(
        unitOfWork,
        port(Outbox.class),
        Optional.of(around),
        port(MailPatience.class),
        port(SendingEnds.class),
        clock);
  }

  private UnitOfWork breaking(AtomicBoolean broken) {
    UnitOfWork real = port(UnitOfWork.class);
    return new UnitOfWork() {
      @Override
      public <T> T inTransaction(Supplier<T> body) {
        if (broken.get()) {
          throw new StoreUnavailable("broken", new IllegalStateException());
        }
        return real.inTransaction(body);
      }

      @Override
      public <T> T reading(Supplier<T> body) {
        return real.reading(body);
      }

      @Override
      public boolean isUnderWay() {
        return real.isUnderWay();
      }

      @Override
      public void whenEnded(Consumer<Ending> action) {
        real.whenEnded(action);
      }
    };
  }

  private static Delivery busy() {
    return new Delivery.Deferred(Trouble.BUSY, Optional.of(new Answer(451, "451 mai târziu")));
  }

  private static SaveMailTemplates.TemplateData data(String subject, String text) {
    return new SaveMailTemplates.TemplateData(subject, text);
  }

  private void save(
      Actor actor,
      Version seen,
      SaveMailTemplates.TemplateData romanian,
      SaveMailTemplates.TemplateData english) {
    crm.mail()
        .saveTemplates(Caller.of(actor), new SaveMailTemplates.Command(seen, romanian, english));
  }

  private static List<String> faults(Runnable action) {
    return catchThrowableOfType(InvalidInput.class, action::run).violations().stream()
        .map(violation -> violation.field() + " " + violation.code())
        .toList();
  }

  private SendingView shown() {
    return crm.mail().list(ANA, new ListSendings.Query(offer.id())).get(0);
  }

  private Sending sending(SendingId id) {
    return port(Outbox.class).get(id);
  }

  private OfferState state() {
    return port(Offers.class).get(offer.id()).state();
  }

  private List<String> timeline() {
    return port(Timeline.class).of(lead.id(), Optional.empty(), 50).stream()
        .map(entry -> crm.messages().of(entry.event(), RO))
        .toList();
  }

  private ContactPersonId person() {
    return lead.contactPersons().all().get(0).id();
  }

  private PursuitId pursuit() {
    return port(Responsibilities.class).findOpen(lead.id()).orElseThrow().pursuit();
  }

  private Lead negotiated() {
    Lead fresh =
        LeadFixture.aLead()
            .activatedFor(ANA.id())
            .withContact("Ștefan Țuțea", "0722 123 456", "stefan@exemplu.ro")
            .build();
    Pursuit pursuit = PursuitFixture.aPursuit(fresh.id());
    inTransaction(
        () -> {
          port(Leads.class).add(fresh);
          port(Pursuits.class).add(pursuit);
          port(Responsibilities.class).add(PursuitFixture.anOpen(Step.OFFER_NEGOTIATION, pursuit));
          port(Offers.class).add(OfferFixture.finalised(OfferFixture.aDraft(pursuit)));
        });
    return fresh;
  }

  private static Caller by() {
    return Caller.of(ANA);
  }

  private <P> P port(Class<P> port) {
    return injector.getInstance(port);
  }

  private void inTransaction(Runnable body) {
    port(UnitOfWork.class)
        .inTransaction(
            () -> {
              body.run();
              return true;
            });
  }
}
