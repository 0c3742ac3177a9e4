package ro.parcurs.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.testkit.InMemoryUsers.ANA;

import com.google.inject.Injector;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter;
import ro.parcurs.crm.journey.usecase.DeliverMail;
import ro.parcurs.crm.journey.usecase.ListSendings;
import ro.parcurs.crm.journey.usecase.SendingView;
import ro.parcurs.crm.journey.usecase.SettleSending;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.testkit.ChildJvm;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.mail.FaultyMailServer.Fault;
import ro.parcurs.mail.FaultyMailServer.Kind;
import ro.parcurs.mail.FaultyMailServer.Letter;
import ro.parcurs.mail.FaultyMailServer.Stage;

/**
 * Promise P7, with P8 and P9 on the way: while connections to the database are cut, workers are
 * killed and the mail server does whatever a mail server may do wrong, no mail that was accepted is
 * missing: it arrived once, or it is known that it was refused, or a person is asked.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class MailFaultsTest {

  private static final int IN_AN_OFFER = 25;
  private static final int SENDERS = 4;
  private static final int THREADS = 4;
  private static final Duration BETWEEN_CUTS = Duration.ofMillis(120);

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** Longer than workers wait for an answer. */
  private static final Duration SILENCE = Duration.ofSeconds(4);

  private static final String WAITING =
      "select count(*) from mail_sending where state in ('QUEUED', 'SENDING', 'HANDING_OVER')";

  private final long seed = Proof.seed();
  private final AtomicBoolean faulty = new AtomicBoolean(true);
  private final AtomicInteger cuts = new AtomicInteger();

  private EmbeddedPostgres database;
  private PostgresAdapter postgres;
  private FaultyMailServer server;
  private Injector injector;
  private Crm crm;

  @BeforeEach
  void open() throws IOException {
    Random random = new Random(seed);
    server =
        new FaultyMailServer(SILENCE, () -> faulty.get() ? next(random) : FaultyMailServer.NONE);
    database = EmbeddedPostgres.builder().setServerConfig("max_connections", "60").start();
    postgres = PostgresAdapter.open(PostgresAdapter.Configuration.of(url(), "postgres", ""));
    injector = MailWorker.injector(postgres, server.port());
    crm = injector.getInstance(Crm.class);
  }

  @AfterEach
  void close() throws IOException {
    postgres.close();
    database.close();
    server.close();
  }

  static IntStream rounds() {
    return IntStream.rangeClosed(1, Proof.tries(1, 3));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void no_accepted_mail_is_missing(int round) throws Exception {
    round(round, Proof.tries(200, 10_000), Proof.tries(2, 10));
  }

  @Test
  void control_a_mail_that_is_written_after_the_commit_that_accepts_it_is_lost() throws Exception {
    OffersToMail made = new OffersToMail(injector);
    Offer offer = made.add();
    int accepted = 0;
    int lost = 0;
    try (Cutting cutting = new Cutting()) {
      Instant end = Instant.now().plus(Duration.ofMinutes(3));
      while (lost == 0 && Instant.now().isBefore(end)) {
        if (made.isAccepted(offer)) {
          accepted++;
          // What follows the commit is done as well as it can be; nobody hears of it.
          lost += made.isQueued(offer, "late " + accepted) ? 0 : 1;
        }
      }
    }
    System.out.printf(
        "control | accept, then write the mail | %d of %d accepted mails lost%n", lost, accepted);
    assertThat(lost).isPositive();
  }

  private void round(int round, int mails, int kills) throws Exception {
    Instant start = Instant.now();
    List<Offer> offers = offers(mails);
    Set<String> accepted;
    try (Cutting cutting = new Cutting()) {
      accepted = queue(offers, mails);
      send(kills);
    }
    int twiceByItself = twice();
    int perhaps = settleAll(offers);

    Map<String, Sending> byKey = new ConcurrentHashMap<>();
    sendings(offers).forEach(view -> byKey.put(view.sending().key(), view.sending()));
    long missing = accepted.stream().filter(key -> isMissing(byKey.get(key))).count();
    long refused =
        byKey.values().stream().filter(one -> one.state() == SendingState.FAILED).count();
    long compared = server.letters().values().stream().filter(letter -> letter.whole() > 1).count();
    long different =
        server.letters().values().stream().filter(letter -> letter.contents() > 1).count();
    Proof.report(
        "P7 accepted mails, round " + round,
        seed,
        Duration.between(start, Instant.now()),
        ("%d mails accepted, %d missing; %d arrived twice by the system's own doing; %d refused by the"
                + " server, %d decided by a person; %d came whole more than once, %d of them different;"
                + " %d connections to the database cut, %d workers killed; server: %s")
            .formatted(
                accepted.size(),
                missing,
                twiceByItself,
                refused,
                perhaps,
                compared,
                different,
                cuts.get(),
                kills,
                happened()));
    assertThat(accepted).hasSize(mails);
    assertThat(number("select count(*) from mail_sending")).isEqualTo(mails);
    assertThat(missing).isZero();
    assertThat(twiceByItself).isZero();
    assertThat(different).isZero();
  }

  // ---- what happens ----

  /** Something goes wrong in every fourth dialogue; what is refused for good is rare. */
  private static Fault next(Random random) {
    synchronized (random) {
      if (random.nextInt(4) > 0) {
        return FaultyMailServer.NONE;
      }
      Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
      int dice = random.nextInt(100);
      Kind kind =
          dice < 40
              ? Kind.BUSY
              : dice < 75
                  ? Kind.HANGS_UP
                  : dice < 82
                      ? Kind.STAMMERS
                      : dice < 89 ? Kind.GARBLES : dice < 97 ? Kind.REFUSES : Kind.SILENT;
      boolean unsaid = stage == Stage.CONTENT && kind != Kind.SILENT;
      return new Fault(stage, unsaid ? Kind.HANGS_UP : kind, random.nextBoolean());
    }
  }

  private List<Offer> offers(int mails) {
    OffersToMail made = new OffersToMail(injector);
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < mails; i += IN_AN_OFFER) {
      offers.add(made.add());
    }
    return offers;
  }

  /** Whoever presses the button presses it until it is said that the mail was accepted. */
  private Set<String> queue(List<Offer> offers, int mails) throws Exception {
    OffersToMail made = new OffersToMail(injector);
    Set<String> accepted = ConcurrentHashMap.newKeySet();
    AtomicInteger next = new AtomicInteger();
    Callable<Boolean> sender =
        () -> {
          for (int i = next.getAndIncrement(); i < mails; i = next.getAndIncrement()) {
            Offer offer = offers.get(i % offers.size());
            while (!made.isQueued(offer, "mail " + i)) {
              pause(Duration.ofMillis(5));
            }
            accepted.add("mail " + i);
          }
          return true;
        };
    together(SENDERS, sender);
    return accepted;
  }

  /** Two processes, one of which is killed and replaced again and again. */
  private void send(int kills) {
    Deque<ChildJvm> workers = new ArrayDeque<>(List.of(worker(), worker()));
    try {
      for (int i = 0; i < kills; i++) {
        MailCrashTest.awaitBegun(workers.getFirst());
        pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(200, 6_000)));
        workers.removeFirst().kill();
        workers.addLast(worker());
      }
      Instant end = Instant.now().plus(PATIENCE);
      while (number(WAITING) > 0) {
        assertThat(workers).allMatch(ChildJvm::isAlive);
        assertThat(Instant.now()).isBefore(end);
        pause(Duration.ofMillis(200));
      }
    } finally {
      workers.forEach(ChildJvm::kill);
    }
  }

  /** A person looks at each, and sends again what hasn't arrived; nothing goes wrong any more. */
  private int settleAll(List<Offer> offers) {
    faulty.set(false);
    int decided = 0;
    for (SendingView view : sendings(offers)) {
      if (view.awaitsDecision()) {
        Sending sending = view.sending();
        boolean there = letter(sending).kept() > 0;
        crm.mail()
            .settle(
                Caller.of(ANA),
                new SettleSending.Command(
                    sending.id(),
                    sending.version(),
                    there ? SettleSending.Decision.ARRIVED : SettleSending.Decision.SEND_AGAIN));
        decided++;
      }
    }
    while (number(WAITING) > 0) {
      if (crm.mail().deliver() == DeliverMail.Result.NOTHING) {
        pause(Duration.ofMillis(20));
      }
    }
    return decided;
  }

  /** Neither with the client nor known to be refused. */
  private boolean isMissing(Sending sending) {
    if (sending == null) {
      return true;
    }
    boolean known =
        sending.state() == SendingState.FAILED
            && sending.trouble().filter(MailFaultsTest::isOfTheServersWill).isPresent();
    return letter(sending).kept() == 0 && !known;
  }

  private static boolean isOfTheServersWill(Trouble trouble) {
    return trouble == Trouble.REFUSED || trouble == Trouble.ADDRESS;
  }

  private Letter letter(Sending sending) {
    return server.letter(sending.messageId().value());
  }

  private int twice() {
    return Math.toIntExact(
        server.letters().values().stream().filter(letter -> letter.kept() > 1).count());
  }

  private List<SendingView> sendings(List<Offer> offers) {
    return offers.stream()
        .flatMap(offer -> crm.mail().list(ANA, new ListSendings.Query(offer.id())).stream())
        .toList();
  }

  private String happened() {
    StringBuilder all = new StringBuilder();
    for (Kind kind : Kind.values()) {
      all.append(all.isEmpty() ? "" : ", ").append(kind).append(' ').append(server.happened(kind));
    }
    return all.toString();
  }

  // ---- the database, the workers ----

  /** Cuts a connection of the program to its database now and then. */
  private final class Cutting implements AutoCloseable {

    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final Thread thread = new Thread(this::cut, "cutting");

    Cutting() {
      thread.start();
    }

    private void cut() {
      while (goesOn.get()) {
        pause(BETWEEN_CUTS);
        cuts.addAndGet(
            number(
                "select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()"
                    + " order by random() limit 1) one"));
      }
    }

    @Override
    public void close() throws InterruptedException {
      goesOn.set(false);
      thread.join();
    }
  }

  private ChildJvm worker() {
    return ChildJvm.running(MailWorker.class, url(), server.port(), true, THREADS);
  }

  private String url() {
    return database.getJdbcUrl("postgres", "postgres");
  }

  /** Asked again when its own connection is cut. */
  private int number(String sql) {
    SQLException last = new SQLException(sql);
    for (int i = 0; i < 20; i++) {
      try (Connection connection = database.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        rows.next();
        return rows.getInt(1);
      } catch (SQLException cut) {
        last = cut;
      }
    }
    throw new IllegalStateException(sql, last);
  }

  private static void together(int threads, Callable<Boolean> what) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(executor.submit(what));
      }
      for (Future<Boolean> end : all) {
        end.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static void pause(Duration time) {
    MailCrashTest.pause(time);
  }
}
