package ro.parcurs.crm.adapter.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
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

/**
 * What becomes of a message when its server hangs up, waits or refuses, at every stage. Each has a
 * server of its own and mostly waits for it, so they wait side by side.
 */
@Execution(ExecutionMode.CONCURRENT)
class DialogueTest {

  private static final Duration PATIENCE = Duration.ofMillis(600);

  /** For the whole dialogue, which nobody breaks who answers within the patience. */
  private static final Duration WITHIN = Duration.ofMillis(1500);

  private static final Duration AGES = Duration.ofMinutes(1);

  private static final Deed DRIBBLES = new Deed.Dribble(Duration.ofMillis(40));

  /** A record of TLS that should have 16,384 bytes. */
  private static final String BEGUN_HANDSHAKE = "\u0016\u0003\u0003\u0040\u0000\u0002";

  private final AtomicInteger told = new AtomicInteger();

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STARTTLS")
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
  @EnumSource(mode = Mode.EXCLUDE, names = "STARTTLS")
  void a_server_slower_than_the_patience_leaves_nothing_in_doubt_but_at_the_end(Stage stage) {
    try (ScriptedServer server =
        new ScriptedServer(stage, new Deed.Wait(PATIENCE.multipliedBy(6)))) {
      Instant start = Instant.now();
      Delivery delivery = deliver(server);
      assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE.multipliedBy(6));
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
  @EnumSource(mode = Mode.EXCLUDE, names = "STARTTLS")
  void a_server_that_never_comes_to_an_end_is_left_when_its_time_is_over(Stage stage) {
    try (ScriptedServer server = new ScriptedServer(stage, DRIBBLES)) {
      // What is taken in slowly is seldom taken in for so long that a single write fails.
      Duration forAWrite = stage == Stage.CONTENT ? AGES : PATIENCE;
      Instant start = Instant.now();
      Delivery delivery =
          deliver(bounded(server.port(), Security.NONE).waiting(PATIENCE, forAWrite));
      assertThat(Duration.between(start, Instant.now()))
          .isBetween(WITHIN, WITHIN.multipliedBy(stage == Stage.END ? 4 : 3));
      if (stage == Stage.END) {
        assertThat(delivery).isEqualTo(new Delivery.Unknown(Trouble.TIMEOUT));
        assertThat(server.taken()).hasSize(1);
      } else {
        assertThat(delivery).isEqualTo(new Delivery.Deferred(Trouble.TIMEOUT, Optional.empty()));
        assertThat(server.taken()).isEmpty();
      }
      assertThat(told).hasValue(stage == Stage.END ? 1 : 0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EHLO", "STARTTLS"})
  void nor_is_it_waited_for_before_the_line_is_closed_to_others(Stage stage) {
    try (ScriptedServer server = new ScriptedServer(stage, DRIBBLES, "250-STARTTLS\r\n")) {
      Delivery delivery = deliver(bounded(server.port(), Security.STARTTLS));
      assertThat(delivery).isEqualTo(new Delivery.Deferred(Trouble.TIMEOUT, Optional.empty()));
    }
  }

  @Test
  void nor_while_the_line_is_being_closed_to_others() {
    Deed begins = new Deed.Dribble(Duration.ofMillis(40), BEGUN_HANDSHAKE);
    try (ScriptedServer server = new ScriptedServer(Stage.GREETING, begins)) {
      Delivery delivery = deliver(bounded(server.port(), Security.TLS));
      assertThat(delivery).isEqualTo(new Delivery.Deferred(Trouble.TIMEOUT, Optional.empty()));
    }
  }

  @Test
  void control_with_patience_for_each_byte_alone_nobody_ever_leaves() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Stage.EHLO, DRIBBLES)) {
      Configuration forEver = bounded(server.port(), Security.NONE).within(Duration.ofHours(1));
      FutureTask<Delivery> delivery = new FutureTask<>(() -> deliver(forEver));
      Thread worker = new Thread(delivery, "worker");
      worker.setDaemon(true);
      worker.start();
      assertThatThrownBy(() -> delivery.get(2 * WITHIN.toMillis(), TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void the_last_answer_is_waited_for_longer_than_the_others() {
    Deed late = new Deed.Late(PATIENCE.multipliedBy(2));
    try (ScriptedServer server = new ScriptedServer(Stage.END, late)) {
      assertThat(deliver(server)).isInstanceOf(Delivery.Accepted.class);
    }
    try (ScriptedServer server = new ScriptedServer(Stage.MAIL, late)) {
      assertThat(deliver(server))
          .isEqualTo(new Delivery.Deferred(Trouble.TIMEOUT, Optional.empty()));
    }
  }

  @Test
  void when_time_is_over_while_the_end_is_announced_the_end_is_not_given() {
    try (ScriptedServer server = new ScriptedServer(Stage.END, new Deed.Late(Duration.ZERO))) {
      Delivery delivery =
          SmtpAdapter.open(bounded(server.port(), Security.NONE))
              .transport()
              .deliver(message(), () -> pause(WITHIN.multipliedBy(2)));
      assertThat(delivery).isEqualTo(new Delivery.Deferred(Trouble.TIMEOUT, Optional.empty()));
      assertThat(server.taken()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"STARTTLS", "CONTENT"})
  void not_more_than_a_mebibyte_is_heard_from_a_server(Stage stage) {
    try (ScriptedServer server = new ScriptedServer(stage, new Deed.Flood())) {
      Delivery delivery = deliver(bounded(server.port(), Security.NONE).within(AGES));
      if (stage == Stage.END) {
        assertThat(delivery).isEqualTo(new Delivery.Unknown(Trouble.CONNECTION));
      } else {
        assertThat(delivery).isEqualTo(new Delivery.Deferred(Trouble.CONNECTION, Optional.empty()));
      }
      // What the system keeps under way comes on top.
      assertThat(server.flooded()).isBetween(Line.MOST_HEARD / 2L, 16L * Line.MOST_HEARD);
    }
  }

  @Test
  void one_thread_watches_all_the_lines() {
    for (int i = 0; i < 5; i++) {
      try (ScriptedServer server = new ScriptedServer(Stage.END, new Deed.Late(Duration.ZERO))) {
        assertThat(deliver(server)).isInstanceOf(Delivery.Accepted.class);
      }
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().equals("parcurs-mail-lines"))
        .singleElement()
        .satisfies(thread -> assertThat(thread.isDaemon()).isTrue());
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
    return deliver(bounded(port, Security.NONE));
  }

  private static Configuration bounded(int port, Security security) {
    return Configuration.of("127.0.0.1", MailFixture.SENDER)
        .at(port, security)
        .waiting(PATIENCE, PATIENCE)
        .within(WITHIN);
  }

  private Delivery deliver(Configuration configuration) {
    return SmtpAdapter.open(configuration).transport().deliver(message(), told::incrementAndGet);
  }

  private static MailMessage message() {
    // Larger than what the system takes for a server that doesn't read.
    byte[] file = new byte[6 << 20];
    return MailFixture.aMessage(
        new SendingId(UUID.randomUUID()),
        new ContactPersonId(UUID.randomUUID()),
        "stefan@exemplu.ro",
        "text",
        file);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
