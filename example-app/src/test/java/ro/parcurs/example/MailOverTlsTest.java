package ro.parcurs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;
import ro.parcurs.crm.testkit.Proof;

/**
 * Promise P11: the program as it is started, with {@code --smtp} and a mail server that has TLS.
 */
class MailOverTlsTest {

  private static final String PASSWORD = "changeit";

  @TempDir private static Path directory;

  private static Path keys;

  @BeforeAll
  static void makeACertificate() throws Exception {
    keys = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }

  /** Each way once, and in the proof also with the other belief. */
  static Stream<Arguments> ways() {
    return Stream.of(
            Arguments.of("smtp", false),
            Arguments.of("smtps", true),
            Arguments.of("smtp", true),
            Arguments.of("smtps", false))
        .limit(Proof.tries(2, 4));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void mail_leaves_for_a_server_that_is_believed_and_for_no_other(String scheme, boolean believed)
      throws Exception {
    AtomicInteger arrived = new AtomicInteger();
    SMTPServer server = server(scheme, arrived);
    server.start();
    Path data = Files.createTempDirectory("parcurs");
    try (ChildProgram program =
        ChildProgram.start(
            believed ? believing() : List.of(),
            "--port",
            "0",
            "--empty",
            "--data-dir",
            data.toString(),
            "--smtp",
            scheme + "://localhost:" + server.getPortAllocated(),
            "--mail-from",
            "vanzari@exemplu.ro")) {
      OfferToSend offer = OfferToSend.finalised(program.address(), "Sigură SRL");
      offer.send();
      if (believed) {
        offer.pageThatSays("La client");
        assertThat(arrived).hasValue(1);
      } else {
        assertThat(offer.pageThatSays("Se încearcă din nou la"))
            .contains("legătura cu serverul de e-mail nu este sigură")
            .doesNotContain("La client");
        assertThat(arrived).hasValue(0);
      }
    } finally {
      server.stop();
      RunningApp.delete(data);
    }
  }

  /** Java is told whom to believe, as an administrator would. */
  private static List<String> believing() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + keys,
        "-Djavax.net.ssl.trustStoreType=PKCS12",
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  private static SMTPServer server(String scheme, AtomicInteger arrived)
      throws IOException, GeneralSecurityException {
    SMTPServer.Builder server =
        new SMTPServer.Builder()
            .port(0)
            .messageHandler(
                (BasicMessageListener) (context, from, to, data) -> arrived.incrementAndGet());
    return scheme.equals("smtps")
        ? server.serverSocketFactory(proving()).build()
        : server.enableTLS().requireTLS().startTlsSocketFactory(proving()).build();
  }

  private static SSLContext proving() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(keys)) {
      store.load(stream, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
