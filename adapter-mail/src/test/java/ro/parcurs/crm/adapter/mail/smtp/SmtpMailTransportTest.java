package ro.parcurs.crm.adapter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Configuration;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.testkit.MailFixture;
import ro.parcurs.crm.testkit.MailTransportContract;
import ro.parcurs.crm.testkit.Ports;

/** Over STARTTLS, with a login. */
class SmtpMailTransportTest extends MailTransportContract {

  private static final Certificates CERTIFICATES = Certificates.of("localhost");
  private static final RealServer SERVER =
      new RealServer(
          server ->
              server
                  .enableTLS()
                  .requireTLS()
                  .startTlsSocketFactory(CERTIFICATES.server())
                  .requireAuth()
                  .authenticationHandlerFactory(LineTest.logins()));

  SmtpMailTransportTest() {
    super(
        Ports.only(
            MailTransport.class,
            SmtpAdapter.open(
                    Configuration.of("localhost", MailFixture.SENDER)
                        .at(SERVER.port(), SmtpAdapter.Security.STARTTLS)
                        .withLogin(LineTest.USER, LineTest.PASSWORD)
                        .trusting(CERTIFICATES.client()))
                .transport()));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Override
  protected List<Arrived> arrived(MailMessage message) {
    List<RealServer.Received> all =
        SERVER.received().stream()
            .filter(one -> one.messageId().equals(message.id().value()))
            .toList();
    assertThat(all)
        .as("byte for byte the same each time")
        .allSatisfy(one -> assertThat(one.bytes()).isEqualTo(all.get(0).bytes()));
    return all.stream().map(RealServer.Received::arrived).toList();
  }
}
