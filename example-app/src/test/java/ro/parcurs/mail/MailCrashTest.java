package ro.parcurs.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;

import com.google.inject.Injector;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter;
import ro.parcurs.crm.journey.usecase.DeliverMail;
import ro.parcurs.crm.journey.usecase.ListSendings;
import ro.parcurs.crm.journey.usecase.SendingView;
import ro.parcurs.crm.journey.usecase.SettleSending;
import ro.parcurs.crm.mail.MessageId;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.testkit.ChildJvm;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.work.Caller;

/**
 * Promises P7 and P8: two workers send what waits in the outbox and are killed at any moment. No
 * mail is lost, none is sent twice, and those of which nobody knows are told to a person.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class MailCrashTest {

  private static final Duration PATIENCE_WITH_A_WORKER = Duration.ofMinutes(2);

  private static final int OFFERS = 10;

  private final Map<String, AtomicInteger> arrived = new ConcurrentHashMap<>();
  private final AtomicInteger greylisted = new AtomicInteger();
  private final long seed = Proof.seed();
  private final Random random = new Random(seed);
  private final SMTPServer server =
      new SMTPServer.Builder()
          .port(0)
          .insertReceivedHeaders(false)
          .messageHandlerFactory(context -> new Slow())
          .build();

  private EmbeddedPostgres database;
  private PostgresAdapter postgres;
  private Injector injector;
  private Crm crm;

  @BeforeEach
  void open() throws IOException {
    server.start();
    database = EmbeddedPostgres.builder().start();
    postgres = PostgresAdapter.open(PostgresAdapter.Configuration.of(url(), "postgres", ""));
    injector = MailWorker.injector(postgres, server.getPortAllocated());
    crm = injector.getInstance(Crm.class);
  }

  @AfterEach
  void close() throws IOException {
    postgres.close();
    database.close();
    server.stop();
  }

  @Test
  void of_two_workers_that_are_killed_again_and_again_none_loses_or_doubles_a_mail() {
    Instant start = Instant.now();
    int mails = Proof.tries(60, 1_000);
    int kills = Proof.tries(4, 10);
    List<Offer> offers = queue(mails);
    ChildJvm first = worker(true);
    ChildJvm second = worker(true);
    for (int i = 0; i < kills; i++) {
      awaitBegun(first);
      pause(Duration.ofMillis(random.nextInt(mails * 8)));
      first.kill();
      ChildJvm next = worker(true);
      first = second;
      second = next;
    }
    await("nothing is waiting", () -> number(WAITING) == 0);
    first.kill();
    second.kill();

    int perhaps = number("select count(*) from mail_sending where state = 'PERHAPS_SENT'");
    int sent = number("select count(*) from mail_sending where state = 'SENT'");
    int twice = twice();
    assertThat(sent + perhaps).isEqualTo(mails);
    assertThat(perhaps).isLessThanOrEqualTo(kills);
    for (SendingView view : sendings(offers)) {
      if (view.sending().state() == SendingState.SENT) {
        assertThat(arrivalsOf(view.sending().messageId())).isEqualTo(1);
      }
    }
    int arrivedOfPerhaps = settle(offers);
    long lost = sendings(offers).stream().filter(this::isLost).count();
    int interrupted =
        number(
            "select count(*) from timeline where type = 'OfferMailDelayed' and payload ->> 'trouble' = 'INTERRUPTED'");
    Proof.report(
        "P7 and P8 killed mail workers",
        seed,
        Duration.between(start, Instant.now()),
        ("%d mails, %d kills of 2 workers: %d lost, %d arrived twice;"
                + " %d perhaps sent (%d of them had arrived), %d attempts broke off before the end, %d greylisted")
            .formatted(
                mails,
                kills,
                lost,
                twice(),
                perhaps,
                arrivedOfPerhaps,
                interrupted,
                greylisted.get()));
    assertThat(twice).as("arrived twice before anybody decided").isZero();
    assertThat(twice()).isZero();
    assertThat(lost).isZero();
    assertThat(arrived).hasSize(mails);
    assertThat(
            number(
                "select count(*) from timeline where type in ('OfferMailSent', 'OfferMailConfirmed')"))
        .isEqualTo(mails);
    assertThat(number("select count(*) from offer where state = 'SENT'")).isEqualTo(OFFERS);
  }

  @Test
  void control_a_worker_that_sends_and_then_writes_it_down_doubles_mails() {
    queue(100);
    int kills = 0;
    while (twice() == 0 && kills < 20) {
      int before = arrivals();
      ChildJvm careless = worker(false);
      awaitArrivals(before + 1);
      careless.kill();
      kills++;
      try (ChildJvm again = worker(false)) {
        awaitArrivals(before + 3);
      }
    }
    System.out.printf(
        "control | send, then write it down | %d twice after %d kills%n", twice(), kills);
    assertThat(twice()).isPositive();
  }

  // ---- what happens ----

  private List<Offer> queue(int mails) {
    List<Offer> offers = new ArrayList<>();
    OffersToMail made = new OffersToMail(injector);
    for (int i = 0; i < OFFERS; i++) {
      Offer offer = made.add();
      offers.add(offer);
      for (int n = i; n < mails; n += OFFERS) {
        made.queue(offer, "mail " + n);
      }
    }
    return offers;
  }

  /** A person looks whether it arrived; what did not is sent again. */
  private int settle(List<Offer> offers) {
    int found = 0;
    for (SendingView view : sendings(offers)) {
      if (view.awaitsDecision()) {
        boolean there = arrivalsOf(view.sending().messageId()) > 0;
        found += there ? 1 : 0;
        crm.mail()
            .settle(
                Caller.of(ANA),
                new SettleSending.Command(
                    view.sending().id(),
                    view.sending().version(),
                    there ? SettleSending.Decision.ARRIVED : SettleSending.Decision.SEND_AGAIN));
      }
    }
    while (number(WAITING) > 0) {
      if (crm.mail().deliver() == DeliverMail.Result.NOTHING) {
        pause(Duration.ofMillis(20));
      }
    }
    return found;
  }

  private List<SendingView> sendings(List<Offer> offers) {
    return offers.stream()
        .flatMap(offer -> crm.mail().list(ANA, new ListSendings.Query(offer.id())).stream())
        .toList();
  }

  private boolean isLost(SendingView view) {
    return arrivalsOf(view.sending().messageId()) == 0;
  }

  private int arrivalsOf(MessageId id) {
    return Optional.ofNullable(arrived.get(id.value())).map(AtomicInteger::get).orElse(0);
  }

  private int twice() {
    return Math.toIntExact(arrived.values().stream().filter(times -> times.get() > 1).count());
  }

  // ---- the server, the database, the workers ----

  /** Takes its time before and after it has the message, and puts some off at first. */
  private final class Slow implements MessageHandler {

    @Override
    public void from(String from) {}

    @Override
    public void recipient(String recipient) throws RejectException {
      if (ThreadLocalRandom.current().nextInt(20) == 0) {
        greylisted.incrementAndGet();
        throw new RejectException(451, "4.7.1 reveniti");
      }
    }

    @Override
    public String data(InputStream data) throws IOException {
      String message = new String(data.readAllBytes(), StandardCharsets.US_ASCII);
      int at = message.indexOf("Message-ID: <") + "Message-ID: <".length();
      String id = message.substring(at, message.indexOf('>', at));
      arrived.computeIfAbsent(id, first -> new AtomicInteger()).incrementAndGet();
      pause(Duration.ofMillis(10));
      return "luat";
    }

    @Override
    public void done() {}
  }

  private static final String WAITING =
      "select count(*) from mail_sending where state in ('QUEUED', 'SENDING', 'HANDING_OVER')";

  private int arrivals() {
    return arrived.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  private void awaitArrivals(int enough) {
    Instant end = Instant.now().plus(PATIENCE_WITH_A_WORKER);
    while (arrivals() < enough) {
      assertThat(Instant.now()).as("mails arrive").isBefore(end);
      pause(Duration.ofMillis(1));
    }
  }

  static void awaitBegun(ChildJvm worker) {
    Instant end = Instant.now().plus(PATIENCE_WITH_A_WORKER);
    while (!worker.lines().contains(MailWorker.BEGUN)) {
      assertThat(worker.isAlive()).as(() -> worker.lines().toString()).isTrue();
      assertThat(Instant.now()).as(() -> worker.lines().toString()).isBefore(end);
      pause(Duration.ofMillis(10));
    }
  }

  private ChildJvm worker(boolean careful) {
    return ChildJvm.running(MailWorker.class, url(), server.getPortAllocated(), careful, 1);
  }

  private String url() {
    return database.getJdbcUrl("postgres", "postgres");
  }

  private int number(String sql) {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static void await(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofMinutes(10));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      pause(Duration.ofMillis(50));
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
