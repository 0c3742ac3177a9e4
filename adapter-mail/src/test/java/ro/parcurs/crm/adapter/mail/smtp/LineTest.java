package ro.parcurs.crm.adapter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Configuration;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Security;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.testkit.MailFixture;

/** Promise P11: mail leaves only over a closed line to the right server, unless told otherwise. */
class LineTest {

  static final String USER = "vanzari";
  static final String PASSWORD = "parolă";

  private static final Certificates OWN = Certificates.of("localhost");
  private static final Certificates OF_ANOTHER = Certificates.of("altul.exemplu.ro");

  @Test
  void a_server_that_offers_no_starttls_gets_nothing() {
    try (RealServer server = new RealServer(builder -> builder.enableTLS(false))) {
      assertThat(deferred(starttls(server))).isEqualTo(Trouble.SECURITY);
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void a_server_whose_certificate_nobody_vouches_for_gets_nothing() {
    try (RealServer server = secured(OWN)) {
      Configuration believingJava =
          Configuration.of("localhost", MailFixture.SENDER).at(server.port(), Security.STARTTLS);
      assertThat(deferred(believingJava)).isEqualTo(Trouble.SECURITY);
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void a_server_with_the_certificate_of_another_gets_nothing() {
    try (RealServer server = secured(OF_ANOTHER)) {
      assertThat(deferred(starttls(server).trusting(OF_ANOTHER.client())))
          .isEqualTo(Trouble.SECURITY);
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void a_line_that_is_closed_from_the_beginning_is_checked_in_the_same_way() {
    try (RealServer own = tls(OWN);
        RealServer another = tls(OF_ANOTHER)) {
      Configuration right =
          Configuration.of("localhost", MailFixture.SENDER)
              .at(own.port(), Security.TLS)
              .trusting(OWN.client());
      assertThat(deliver(right)).isInstanceOf(Delivery.Accepted.class);
      assertThat(own.received()).hasSize(1);
      Configuration wrong = right.at(another.port(), Security.TLS).trusting(OF_ANOTHER.client());
      assertThat(deferred(wrong)).isEqualTo(Trouble.SECURITY);
      assertThat(another.received()).isEmpty();
    }
  }

  @Test
  void a_wrong_password_is_not_tried_in_another_way() {
    try (RealServer server = secured(OWN)) {
      assertThat(deferred(starttls(server).withLogin(USER, "alta"))).isEqualTo(Trouble.LOGIN);
      assertThat(deliver(starttls(server).withLogin(USER, PASSWORD)))
          .isInstanceOf(Delivery.Accepted.class);
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void greenmail_takes_a_login_and_knows_a_wrong_one() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    server.setUser("vanzari@exemplu.ro", USER, PASSWORD);
    server.start();
    try {
      Configuration configuration =
          Configuration.of("127.0.0.1", MailFixture.SENDER)
              .at(server.getSmtps().getPort(), Security.TLS);
      assertThat(deferred(configuration.withLogin(USER, PASSWORD)))
          .as("its certificate is its own")
          .isEqualTo(Trouble.SECURITY);
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
    GreenMail open = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    open.start();
    try {
      Configuration configuration =
          Configuration.of("127.0.0.1", MailFixture.SENDER)
              .at(open.getSmtp().getPort(), Security.NONE);
      assertThat(deliver(configuration)).isInstanceOf(Delivery.Accepted.class);
      assertThat(open.getReceivedMessages()).hasSize(2);
    } finally {
      open.stop();
    }
  }

  @Test
  void the_return_path_is_where_bounces_go() {
    try (RealServer server = new RealServer(builder -> builder.enableTLS(false))) {
      Configuration open =
          Configuration.of("localhost", MailFixture.SENDER).at(server.port(), Security.NONE);
      deliver(open);
      deliver(open.withReturnPath(EmailAddress.of("intoarse@exemplu.ro")));
      assertThat(server.received())
          .extracting(RealServer.Received::sender)
          .containsExactly("vanzari@exemplu.ro", "intoarse@exemplu.ro");
    }
  }

  @Test
  void one_unknown_address_stops_the_mail_to_all() {
    try (RealServer server = new RealServer(builder -> builder.enableTLS(false))) {
      MailMessage message =
          MailFixture.aMessage(
              new SendingId(UUID.randomUUID()),
              new ContactPersonId(UUID.randomUUID()),
              RealServer.UNKNOWN + "@exemplu.ro",
              "text",
              new byte[] {1});
      AtomicBoolean told = new AtomicBoolean();
      Delivery delivery =
          SmtpAdapter.open(
                  Configuration.of("localhost", MailFixture.SENDER)
                      .at(server.port(), Security.NONE))
              .transport()
              .deliver(message, () -> told.set(true));
      assertThat(delivery)
          .isInstanceOfSatisfying(
              Delivery.Rejected.class,
              rejected -> {
                assertThat(rejected.trouble()).isEqualTo(Trouble.ADDRESS);
                assertThat(rejected.answer().orElseThrow().code()).isEqualTo(550);
              });
      assertThat(told).isFalse();
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void what_makes_no_sense_is_refused_when_it_is_configured() {
    Configuration sound = Configuration.of("localhost", MailFixture.SENDER);
    assertThatThrownBy(() -> sound.withLogin(USER, PASSWORD).at(25, Security.NONE))
        .hasMessageContaining("open line");
    assertThatThrownBy(() -> Configuration.of("local host", MailFixture.SENDER))
        .hasMessageContaining("host");
    assertThatThrownBy(() -> sound.at(0, Security.TLS)).hasMessageContaining("port");
    assertThatThrownBy(() -> sound.upTo(1)).hasMessageContaining("bytes");
    assertThat(sound.withLogin(USER, PASSWORD).toString()).doesNotContain(PASSWORD);
    assertThat(sound.security()).isEqualTo(Security.STARTTLS);
    assertThat(List.of(sound.login(), sound.trust())).containsOnly(Optional.empty());
  }

  static AuthenticationHandlerFactory logins() {
    return new EasyAuthenticationHandlerFactory(
        (user, password, context) -> {
          if (!user.equals(USER) || !password.equals(PASSWORD)) {
            throw new LoginFailedException();
          }
        });
  }

  private static RealServer secured(Certificates certificates) {
    return new RealServer(
        server ->
            server
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(certificates.server())
                .authenticationHandlerFactory(logins()));
  }

  private static RealServer tls(Certificates certificates) {
    return new RealServer(server -> server.serverSocketFactory(certificates.server()));
  }

  private static Configuration starttls(RealServer server) {
    return Configuration.of("localhost", MailFixture.SENDER)
        .at(server.port(), Security.STARTTLS)
        .trusting(OWN.client());
  }

  private static Trouble deferred(Configuration configuration) {
    Delivery delivery = deliver(configuration);
    assertThat(delivery).isInstanceOf(Delivery.Deferred.class);
    return ((Delivery.Deferred) delivery).trouble();
  }

  private static Delivery deliver(Configuration configuration) {
    MailMessage message =
        MailFixture.aMessage(
            new SendingId(UUID.randomUUID()), new ContactPersonId(UUID.randomUUID()), "text");
    return SmtpAdapter.open(configuration).transport().deliver(message, () -> {});
  }
}
