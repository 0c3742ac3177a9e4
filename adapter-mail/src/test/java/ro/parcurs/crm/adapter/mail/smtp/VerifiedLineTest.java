package ro.parcurs.crm.adapter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.server.SMTPServer;
import ro.parcurs.crm.adapter.mail.smtp.ScriptedServer.Deed;
import ro.parcurs.crm.adapter.mail.smtp.ScriptedServer.Stage;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Configuration;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Security;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.testkit.MailFixture;
import ro.parcurs.crm.testkit.Proof;

/**
 * Promise P11, put to the test: whatever is wrong with the line or with the certificate, nothing of
 * a message and no password leaves.
 */
class VerifiedLineTest {

  private static final Certificates OWN = Certificates.of("localhost");
  private static final Certificates OF_ANOTHER = Certificates.of("altul.exemplu.ro");
  private static final Certificates ISSUED = Certificates.issued("localhost");
  private static final Certificates EXPIRED = Certificates.expired("localhost");
  private static final Certificates EARLY = Certificates.early("localhost");
  private static final String OFFERED = "250-STARTTLS\r\n250-AUTH PLAIN LOGIN\r\n";

  /**
   * Something that is wrong.
   *
   * @param attempt what came of a delivery, how it was configured being varied
   */
  private record Way(String name, Function<UnaryOperator<Configuration>, Outcome> attempt) {}

  /**
   * @param got whole messages
   * @param heard what was said on an open line
   */
  private record Outcome(Delivery delivery, int told, int got, List<String> heard) {}

  private static final List<Way> WAYS =
      List.of(
          scripted("not offered", Security.STARTTLS, Stage.END, late(), ""),
          scripted("stripped", Security.STARTTLS, Stage.END, late(), "250-AUTH PLAIN LOGIN\r\n"),
          scripted("refused for now", Security.STARTTLS, Stage.STARTTLS, say("454 no"), OFFERED),
          scripted("refused", Security.STARTTLS, Stage.STARTTLS, say("502 no"), OFFERED),
          scripted("promised", Security.STARTTLS, Stage.END, late(), OFFERED),
          scripted(
              "with answers slipped in",
              Security.STARTTLS,
              Stage.STARTTLS,
              say("220 go on\r\n250-localhost\r\n250 AUTH PLAIN LOGIN"),
              OFFERED),
          scripted("open where it is to be closed", Security.TLS, Stage.END, late(), ""),
          real("of nobody known", Security.STARTTLS, OWN, believesJava()),
          real("of nobody known", Security.TLS, OWN, believesJava()),
          real("of another host", Security.STARTTLS, OF_ANOTHER, believes(OF_ANOTHER)),
          real("of another host", Security.TLS, OF_ANOTHER, believes(OF_ANOTHER)),
          real("expired", Security.STARTTLS, EXPIRED, believes(EXPIRED)),
          real("expired", Security.TLS, EXPIRED, believes(EXPIRED)),
          real("not valid yet", Security.STARTTLS, EARLY, believes(EARLY)),
          real("not valid yet", Security.TLS, EARLY, believes(EARLY)),
          believedByJavaOnly(Security.STARTTLS),
          believedByJavaOnly(Security.TLS));

  @Test
  void nothing_leaves_over_a_line_that_is_not_the_servers_own_and_closed() {
    Instant start = Instant.now();
    int tries = Proof.tries(WAYS.size(), 60);
    int sent = 0;
    for (int i = 0; i < tries; i++) {
      Way way = WAYS.get(i % WAYS.size());
      boolean login = i / WAYS.size() % 2 == 0;
      Outcome outcome =
          way.attempt()
              .apply(
                  login
                      ? server -> server.withLogin(LineTest.USER, LineTest.PASSWORD)
                      : UnaryOperator.identity());
      sent += outcome.got() + (outcome.delivery() instanceof Delivery.Accepted ? 1 : 0);
      assertThat(outcome.delivery())
          .as(way.name())
          .isInstanceOfSatisfying(
              Delivery.Deferred.class,
              deferred -> assertThat(deferred.trouble()).isEqualTo(Trouble.SECURITY));
      assertThat(outcome.told()).as(way.name()).isZero();
      assertThat(outcome.heard())
          .as(way.name())
          .noneMatch(said -> said.matches("(?is)(auth|mail|rcpt|data)\\b.*"));
    }
    Proof.report(
        "P11 lines that are not verified",
        0,
        Duration.between(start, Instant.now()),
        "%d tries in %d ways, %d sent".formatted(tries, WAYS.size(), sent));
    assertThat(sent).isZero();
  }

  @Test
  void over_a_line_that_is_verified_it_leaves() {
    for (Security security : List.of(Security.STARTTLS, Security.TLS)) {
      for (Certificates right : List.of(OWN, ISSUED)) {
        Outcome outcome =
            real("right", security, right, believes(right))
                .attempt()
                .apply(server -> server.withLogin(LineTest.USER, LineTest.PASSWORD));
        assertThat(outcome.delivery()).isInstanceOf(Delivery.Accepted.class);
        assertThat(outcome.got()).isEqualTo(1);
      }
    }
  }

  @Test
  void control_where_starttls_is_only_used_if_offered_mail_leaves_in_the_open() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Stage.END, late(), "")) {
      Properties naive = new Properties();
      naive.setProperty("mail.smtp.starttls.enable", "true");
      Session session = Session.getInstance(naive);
      MimeMessage message = new MimeMessage(session);
      message.setFrom(new InternetAddress("vanzari@exemplu.ro"));
      message.setText("text");
      try (SMTPTransport transport = new SMTPTransport(session, null)) {
        transport.connect("localhost", server.port(), null, null);
        transport.sendMessage(
            message, new InternetAddress[] {new InternetAddress("stefan@exemplu.ro")});
      }
      assertThat(server.taken()).hasSize(1);
    }
  }

  // ---- ways ----

  private static Way scripted(
      String name, Security security, Stage stage, Deed deed, String extensions) {
    return new Way(
        name,
        as -> {
          try (ScriptedServer server = new ScriptedServer(stage, deed, extensions)) {
            AtomicInteger told = new AtomicInteger();
            Delivery delivery = deliver(as.apply(configuration(server.port(), security)), told);
            return new Outcome(delivery, told.get(), server.taken().size(), server.heard());
          }
        });
  }

  private static Way real(
      String name,
      Security security,
      Certificates certificates,
      UnaryOperator<Configuration> believing) {
    return new Way(
        "a certificate " + name + ", " + security,
        as -> {
          try (RealServer server = new RealServer(proving(certificates, security))) {
            AtomicInteger told = new AtomicInteger();
            Configuration configuration = believing.apply(configuration(server.port(), security));
            Delivery delivery = deliver(as.apply(configuration), told);
            return new Outcome(delivery, told.get(), server.received().size(), List.of());
          }
        });
  }

  /** The company believes its own authority and no other, whomever Java believes. */
  private static Way believedByJavaOnly(Security security) {
    Way way = real("that only Java believes", security, OWN, believes(OF_ANOTHER));
    return new Way(
        way.name(),
        as -> {
          SSLContext usual = javas();
          SSLContext.setDefault(OWN.client());
          try {
            return way.attempt().apply(as);
          } finally {
            SSLContext.setDefault(usual);
          }
        });
  }

  private static SSLContext javas() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static UnaryOperator<SMTPServer.Builder> proving(
      Certificates certificates, Security security) {
    return server -> {
      server.authenticationHandlerFactory(LineTest.logins());
      return security == Security.TLS
          ? server.serverSocketFactory(certificates.server())
          : server.enableTLS().requireTLS().startTlsSocketFactory(certificates.server());
    };
  }

  private static UnaryOperator<Configuration> believesJava() {
    return UnaryOperator.identity();
  }

  private static UnaryOperator<Configuration> believes(Certificates certificates) {
    return server -> server.trusting(certificates.client());
  }

  private static Configuration configuration(int port, Security security) {
    return Configuration.of("localhost", MailFixture.SENDER)
        .at(port, security)
        .waiting(Duration.ofSeconds(5), Duration.ofSeconds(5))
        .within(Duration.ofSeconds(20));
  }

  private static Deed say(String answer) {
    return new Deed.Say(answer);
  }

  /** Nothing but what is right for the script itself. */
  private static Deed late() {
    return new Deed.Late(Duration.ZERO);
  }

  private static Delivery deliver(Configuration configuration, AtomicInteger told) {
    return SmtpAdapter.open(configuration)
        .transport()
        .deliver(
            MailFixture.aMessage(
                new SendingId(UUID.randomUUID()), new ContactPersonId(UUID.randomUUID()), "text"),
            told::incrementAndGet);
  }
}
