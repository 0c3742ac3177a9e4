package ro.parcurs.crm.adapter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ro.parcurs.crm.adapter.mail.smtp.ScriptedServer.Deed;
import ro.parcurs.crm.adapter.mail.smtp.ScriptedServer.Stage;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Configuration;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Security;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.testkit.MailFixture;

/** What becomes of a message when its server hangs up, waits or refuses, at every stage. */
class DialogueTest {

  private static final Duration PATIENCE = Duration.ofMillis(600);

  private final AtomicInteger told = new AtomicInteger();

  @ParameterizedTest
  @EnumSource(Stage.class)
  void a_line_that_is_cut_leaves_nothing_in_doubt_but_at_the_end(Stage stage) {
    try (ScriptedServer server = new ScriptedServer(stage, new Deed.HangUp())) {
      Delivery delivery = deliver(server);
      if (stage == Stage.END) {
        assertThat(delivery).isEqualTo(new Delivery.Unknown(Trouble.CONNECTION));
        assertThat(server.taken()).hasSize(1);
        assertThat(told).hasValue(1);
      } else {
        assertThat(delivery)
            .isInstanceOfSatisfying(
                Delivery.Deferred.class,
                deferred -> assertThat(deferred.trouble()).isEqualTo(Trouble.CONNECTION));
        assertThat(server.taken()).isEmpty();
        assertThat(told).hasValue(0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void a_server_slower_than_the_patience_leaves_nothing_in_doubt_but_at_the_end(Stage stage) {
    try (ScriptedServer server =
        new ScriptedServer(stage, new Deed.Wait(PATIENCE.multipliedBy(6)))) {
      Instant start = Instant.now();
      Delivery delivery = deliver(server);
      assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE.multipliedBy(5));
      if (stage == Stage.END) {
        assertThat(delivery).isEqualTo(new Delivery.Unknown(Trouble.TIMEOUT));
      } else if (stage == Stage.CONTENT) {
        // What can't be written in time is cut off by the writing side.
        assertThat(delivery).isInstanceOf(Delivery.Deferred.class);
        assertThat(server.taken()).isEmpty();
      } else {
        assertThat(delivery)
            .isInstanceOfSatisfying(
                Delivery.Deferred.class,
                deferred -> assertThat(deferred.trouble()).isEqualTo(Trouble.TIMEOUT));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 451, BUSY",
    "RCPT, 450, BUSY",
    "RCPT, 421, BUSY",
    "DATA, 452, BUSY",
    "END, 451, BUSY",
    "MAIL, 530, LOGIN",
    "GREETING, 421, CONNECTION",
    "GREETING, 554, CONNECTION"
  })
  void what_a_server_puts_off_is_put_off(Stage stage, int code, Trouble trouble) {
    try (ScriptedServer server =
        new ScriptedServer(stage, new Deed.Say(code + " 4.7.1 mai tarziu"))) {
      assertThat(deliver(server))
          .isInstanceOfSatisfying(
              Delivery.Deferred.class,
              deferred -> {
                assertThat(deferred.trouble()).isEqualTo(trouble);
                if (stage != Stage.GREETING) {
                  assertThat(deferred.answer().orElseThrow().code()).isEqualTo(code);
                  assertThat(deferred.answer().orElseThrow().text()).contains("mai tarziu");
                }
              });
      assertThat(told).hasValue(stage == Stage.END ? 1 : 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 550, REFUSED",
    "RCPT, 550, ADDRESS",
    "RCPT, 553, ADDRESS",
    "DATA, 554, REFUSED",
    "END, 552, REFUSED"
  })
  void what_a_server_refuses_is_refused(Stage stage, int code, Trouble trouble) {
    try (ScriptedServer server = new ScriptedServer(stage, new Deed.Say(code + " 5.1.1 nu"))) {
      assertThat(deliver(server))
          .isInstanceOfSatisfying(
              Delivery.Rejected.class,
              rejected -> {
                assertThat(rejected.trouble()).isEqualTo(trouble);
                assertThat(rejected.answer().orElseThrow().code()).isEqualTo(code);
              });
    }
  }

  @Test
  void where_nobody_listens_the_connection_is_the_trouble() {
    int port;
    try (ScriptedServer server = new ScriptedServer(Stage.END, new Deed.HangUp())) {
      port = server.port();
    }
    assertThat(deliver(port))
        .isInstanceOfSatisfying(
            Delivery.Deferred.class,
            deferred -> assertThat(deferred.trouble()).isEqualTo(Trouble.CONNECTION));
  }

  private Delivery deliver(ScriptedServer server) {
    return deliver(server.port());
  }

  private Delivery deliver(int port) {
    // Larger than what the system takes for a server that doesn't read.
    byte[] file = new byte[6 << 20];
    MailMessage message =
        MailFixture.aMessage(
            new SendingId(UUID.randomUUID()),
            new ContactPersonId(UUID.randomUUID()),
            "stefan@exemplu.ro",
            "text",
            file);
    return SmtpAdapter.open(
            Configuration.of("127.0.0.1", MailFixture.SENDER)
                .at(port, Security.NONE)
                .waiting(PATIENCE, PATIENCE))
        .transport()
        .deliver(message, told::incrementAndGet);
  }
}
