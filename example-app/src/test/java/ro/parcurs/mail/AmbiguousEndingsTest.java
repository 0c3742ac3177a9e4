package ro.parcurs.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.OptionalBinder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter;
import ro.parcurs.crm.journey.usecase.DeliverMail;
import ro.parcurs.crm.journey.usecase.ListSendings;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.testkit.InMemoryOfferDocuments;
import ro.parcurs.crm.testkit.InMemoryUsers;
import ro.parcurs.crm.testkit.MailFixture;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.mail.FaultyMailServer.Fault;
import ro.parcurs.mail.FaultyMailServer.Kind;
import ro.parcurs.mail.FaultyMailServer.Letter;
import ro.parcurs.mail.FaultyMailServer.Stage;

/**
 * Promises P8 and P9, over days: a mail of which nobody knows whether it was sent doesn't go a
 * second time by itself, and one that goes again is the same to the byte.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class AmbiguousEndingsTest {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration LONGER_THAN_IT_IS_TRIED = Duration.ofDays(3);
  private static final int IN_AN_OFFER = 25;
  private static final int WORKERS = 4;

  /** After the end of the message; that of a worker that is gone is done by the worker. */
  private static final List<Fault> ENDINGS =
      List.of(
          new Fault(Stage.END, Kind.HANGS_UP, true),
          new Fault(Stage.END, Kind.SILENT, true),
          new Fault(Stage.END, Kind.STAMMERS, true),
          new Fault(Stage.END, Kind.GARBLES, true));

  private EmbeddedPostgres database;
  private PostgresAdapter postgres;

  private final SettableClock clock = new SettableClock();
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  @BeforeEach
  void open() throws IOException {
    database = EmbeddedPostgres.builder().start();
    postgres =
        PostgresAdapter.open(
            PostgresAdapter.Configuration.of(
                database.getJdbcUrl("postgres", "postgres"), "postgres", ""));
  }

  @AfterEach
  void close() throws IOException {
    workers.shutdownNow();
    postgres.close();
    database.close();
  }

  @Test
  void what_was_perhaps_sent_never_goes_again_by_itself() throws Exception {
    Instant start = Instant.now();
    int mails = Proof.tries(50, 500);
    AtomicInteger dialogues = new AtomicInteger();
    AtomicInteger gone = new AtomicInteger();
    try (FaultyMailServer server =
        new FaultyMailServer(PATIENCE.multipliedBy(4), each(dialogues))) {
      // Every fifth time the worker itself is gone after the end, and stores nothing.
      UnaryOperator<MailTransport> dying =
          mail -> instead(mail, delivery -> dies(dialogues, gone, delivery));
      List<Offer> offers = queue(injector(server, dying), mails);
      for (int hours = 0; hours <= LONGER_THAN_IT_IS_TRIED.toHours(); hours++) {
        // Somebody else each hour, as after a restart.
        deliverAll(injector(server, dying));
        clock.advance(Duration.ofHours(1));
      }
      int perhaps = count(offers, injector(server, dying), SendingState.PERHAPS_SENT);
      long copies = server.letters().values().stream().mapToLong(Letter::kept).sum();
      long twice = server.letters().values().stream().filter(one -> one.kept() > 1).count();
      Proof.report(
          "P8 ambiguous endings",
          0,
          Duration.between(start, Instant.now()),
          ("%d mails that ended so (%d of them with the end of the worker), tried by others for %d"
                  + " days: %d copies, %d second copies, %d await a person")
              .formatted(
                  mails, gone.get(), LONGER_THAN_IT_IS_TRIED.toDays(), copies, twice, perhaps));
      assertThat(twice).isZero();
      assertThat(copies).isEqualTo(mails);
      assertThat(perhaps).isEqualTo(mails);
    }
  }

  @Test
  void control_who_tries_again_what_ended_unknown_sends_second_copies() throws Exception {
    AtomicInteger dialogues = new AtomicInteger();
    try (FaultyMailServer server =
        new FaultyMailServer(PATIENCE.multipliedBy(4), each(dialogues))) {
      Injector naive =
          injector(
              server,
              mail ->
                  instead(
                      mail,
                      delivery ->
                          delivery instanceof Delivery.Unknown unknown
                              ? new Delivery.Deferred(unknown.trouble(), Optional.empty())
                              : delivery));
      queue(naive, 8);
      deliverAll(naive);
      clock.advance(Duration.ofHours(1));
      deliverAll(naive);
      assertThat(server.letters().values()).anyMatch(letter -> letter.kept() > 1);
    }
  }

  @Test
  void each_attempt_at_a_mail_has_the_same_identity_and_the_same_bytes() throws Exception {
    Instant start = Instant.now();
    int mails = Proof.tries(60, 1_000);
    // Two attempts end with "later" after all of it has come, the third is taken.
    int attempts = 3;
    AtomicInteger taken = new AtomicInteger();
    try (FaultyMailServer server =
        new FaultyMailServer(
            PATIENCE,
            () ->
                taken.getAndIncrement() < mails * (attempts - 1)
                    ? new Fault(Stage.END, Kind.BUSY, false)
                    : FaultyMailServer.NONE)) {
      List<Offer> offers = queue(injector(server, UnaryOperator.identity()), mails);
      for (int i = 0; i < attempts; i++) {
        deliverAll(injector(server, UnaryOperator.identity()));
        clock.advance(Duration.ofHours(2));
      }
      long whole = server.letters().values().stream().mapToLong(Letter::whole).sum();
      long different =
          server.letters().values().stream().filter(letter -> letter.contents() != 1).count();
      Proof.report(
          "P9 same identity, same bytes",
          0,
          Duration.between(start, Instant.now()),
          "%d mails, %d times compared at the server, %d differences"
              .formatted(mails, whole, different));
      assertThat(server.letters()).hasSize(mails);
      assertThat(server.letters().values()).allMatch(letter -> letter.whole() == attempts);
      assertThat(different).isZero();
      assertThat(count(offers, injector(server, UnaryOperator.identity()), SendingState.SENT))
          .isEqualTo(mails);
    }
  }

  // ---- what happens ----

  private static Supplier<Fault> each(AtomicInteger dialogues) {
    return () -> ENDINGS.get(dialogues.getAndIncrement() % ENDINGS.size());
  }

  private static Delivery dies(AtomicInteger dialogues, AtomicInteger gone, Delivery delivery) {
    if (dialogues.get() % 5 == 0) {
      gone.incrementAndGet();
      throw new Gone();
    }
    return delivery;
  }

  /** What a process is to its mails when it is killed: nothing follows. */
  private static final class Gone extends Error {
    private static final long serialVersionUID = 1L;
  }

  private List<Offer> queue(Injector injector, int mails) {
    OffersToMail made = new OffersToMail(injector);
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < mails; i++) {
      if (i % IN_AN_OFFER == 0) {
        offers.add(made.add());
      }
      made.queue(offers.get(offers.size() - 1), "mail " + new TimeOrderedIds().next());
    }
    return offers;
  }

  /** Several workers, until nothing is due. */
  private void deliverAll(Injector injector) throws Exception {
    Crm crm = injector.getInstance(Crm.class);
    Callable<Boolean> worker =
        () -> {
          boolean more = true;
          while (more) {
            try {
              more = crm.mail().deliver() != DeliverMail.Result.NOTHING;
            } catch (Gone killed) {
              // Another takes its place.
              more = true;
            }
          }
          return true;
        };
    List<Callable<Boolean>> all = new ArrayList<>(Collections.nCopies(WORKERS, worker));
    for (Future<Boolean> end : workers.invokeAll(all)) {
      end.get();
    }
  }

  private static int count(List<Offer> offers, Injector injector, SendingState... states) {
    List<SendingState> wanted = Arrays.asList(states);
    Crm crm = injector.getInstance(Crm.class);
    return Math.toIntExact(
        offers.stream()
            .flatMap(offer -> crm.mail().list(ANA, new ListSendings.Query(offer.id())).stream())
            .filter(view -> wanted.contains(view.sending().state()))
            .count());
  }

  private static MailTransport transport(FaultyMailServer server) {
    return SmtpAdapter.open(
            SmtpAdapter.Configuration.of("127.0.0.1", MailFixture.SENDER)
                .at(server.port(), SmtpAdapter.Security.NONE)
                .waiting(PATIENCE, PATIENCE)
                .within(PATIENCE.multipliedBy(2)))
        .transport();
  }

  private Injector injector(FaultyMailServer server, UnaryOperator<MailTransport> decorated) {
    return Guice.createInjector(
        new CrmModule(clock, new TimeOrderedIds(), new DefaultAccessPolicy()),
        postgres.module(),
        binder -> {
          binder.bind(Users.class).toInstance(new InMemoryUsers());
          OptionalBinder.newOptionalBinder(binder, OfferDocuments.class)
              .setBinding()
              .toInstance(new InMemoryOfferDocuments());
          OptionalBinder.newOptionalBinder(binder, MailTransport.class)
              .setBinding()
              .toInstance(decorated.apply(transport(server)));
        });
  }

  private static MailTransport instead(MailTransport mail, UnaryOperator<Delivery> then) {
    return new MailTransport() {
      @Override
      public Mailbox sender() {
        return mail.sender();
      }

      @Override
      public long maxBytes() {
        return mail.maxBytes();
      }

      @Override
      public Delivery deliver(MailMessage message, Runnable beforeItsEnd) {
        return then.apply(mail.deliver(message, beforeItsEnd));
      }
    };
  }
}
