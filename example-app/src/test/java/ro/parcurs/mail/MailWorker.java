package ro.parcurs.mail;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.OptionalBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.CrmModule;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter;
import ro.parcurs.crm.adapter.postgres.PostgresAdapter;
import ro.parcurs.crm.journey.usecase.DeliverMail;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.usecase.MailPatience;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.testkit.InMemoryOfferDocuments;
import ro.parcurs.crm.testkit.InMemoryUsers;
import ro.parcurs.crm.testkit.MailFixture;
import ro.parcurs.crm.work.TimeOrderedIds;
import ro.parcurs.crm.work.UnitOfWork;

/** A program that does nothing but send what waits in the outbox, until it is killed. */
final class MailWorker {

  static final String BEGUN = "begun";

  /** Longer than any attempt takes here. */
  static final Duration LEASE = Duration.ofSeconds(4);

  private static final Duration IDLE = Duration.ofMillis(20);

  private MailWorker() {}

  /**
   * @param arguments the address of the database, the port of the mail server, whether the worker
   *     is careful, and how many threads it has
   */
  public static void main(String[] arguments) {
    boolean careful = Boolean.parseBoolean(arguments[2]);
    int threads = Integer.parseInt(arguments[3]);
    try (PostgresAdapter postgres = open(arguments[0], threads + 1)) {
      Injector injector = injector(postgres, Integer.parseInt(arguments[1]));
      for (int i = 1; i < threads; i++) {
        new Thread(() -> work(injector, careful), "worker " + i).start();
      }
      System.out.println(BEGUN);
      System.out.flush();
      work(injector, careful);
    }
  }

  /** Its connection may be cut while it begins, too. */
  private static PostgresAdapter open(String database, int connections) {
    while (true) {
      try {
        return PostgresAdapter.open(
            PostgresAdapter.Configuration.of(database, "postgres", "").withPoolSize(connections));
      } catch (RuntimeException cut) {
        System.out.println(cut);
        MailCrashTest.pause(IDLE);
      }
    }
  }

  private static void work(Injector injector, boolean careful) {
    Crm crm = injector.getInstance(Crm.class);
    while (true) {
      boolean more = false;
      try {
        more = careful ? crm.mail().deliver() == DeliverMail.Result.MORE : sendThenTell(injector);
      } catch (RuntimeException failure) {
        System.out.println(failure);
      }
      if (!more) {
        MailCrashTest.pause(IDLE);
      }
    }
  }

  static Injector injector(PostgresAdapter postgres, int port) {
    SmtpAdapter mail =
        SmtpAdapter.open(
            SmtpAdapter.Configuration.of("127.0.0.1", MailFixture.SENDER)
                .at(port, SmtpAdapter.Security.NONE)
                .waiting(Duration.ofSeconds(2), Duration.ofSeconds(2))
                .within(Duration.ofSeconds(3)));
    return Guice.createInjector(
        new CrmModule(
            Clock.system(CrmModule.ZONE), new TimeOrderedIds(), new DefaultAccessPolicy()),
        postgres.module(),
        mail.module(),
        binder -> {
          binder.bind(Users.class).toInstance(new InMemoryUsers());
          OptionalBinder.newOptionalBinder(binder, OfferDocuments.class)
              .setBinding()
              .toInstance(new InMemoryOfferDocuments());
          OptionalBinder.newOptionalBinder(binder, MailPatience.class)
              .setBinding()
              .toInstance(
                  new MailPatience(
                      Duration.ofMillis(50),
                      Duration.ofMillis(400),
                      Duration.ofHours(1),
                      LEASE,
                      new Random()));
        });
  }

  /** What one would do who thinks of no accident: send, and write down that it was sent. */
  private static boolean sendThenTell(Injector injector) {
    Outbox outbox = injector.getInstance(Outbox.class);
    MailTransport transport =
        injector.getInstance(Key.get(new TypeLiteral<Optional<MailTransport>>() {})).orElseThrow();
    return injector
        .getInstance(UnitOfWork.class)
        .inTransaction(
            () -> {
              Instant now = Instant.now();
              Optional<Sending> due = outbox.lockDue(now);
              due.ifPresent(
                  sending -> {
                    transport.deliver(outbox.messageOf(sending.id()), () -> {});
                    Sending taken = sending.take(now);
                    outbox.save(taken);
                    Sending handed = taken.stored().handOver(now);
                    outbox.save(handed);
                    outbox.save(handed.stored().deliver(Optional.empty(), now));
                  });
              return due.isPresent();
            });
  }
}
