package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.access.DefaultAccessPolicy;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.pursuit.usecase.RefusalReasons;
import ro.parcurs.crm.testkit.SettableClock;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.WebServer;

/** A workbook to save, given by a server of its own. */
class WorkbookAnswerTest {

  private static final int SIZE = 20 << 20;

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private Path directory;
  private Path file;
  private WebServer server;

  /** How much was in the file once all was written. */
  private volatile long inFile;

  private final AtomicInteger closed = new AtomicInteger();

  @BeforeEach
  void start() {
    file = directory.resolve("export.xlsx");
    Clock clock = new SettableClock();
    server =
        WebServer.start(
            "localhost",
            0,
            clock,
            new Messages(RefusalReasons.USUAL),
            new CommandValidator(clock),
            new DefaultAccessPolicy(),
            List.of(),
            List.of(
                routes ->
                    routes
                        .openGet("/large", request -> large())
                        .openGet("/watched", request -> watched())
                        .openGet("/broken", request -> broken())
                        .openGet("/refused", request -> refused())));
  }

  private Answer large() {
    return WorkbookAnswer.of(
        "leaduri",
        to -> {
          byte[] part = new byte[1 << 20];
          for (int written = 0; written < SIZE; written += part.length) {
            to.write(part);
          }
          to.flush();
          inFile = file.toFile().length();
        },
        file);
  }

  private Answer watched() {
    return new Answer.Download(
        "leaduri",
        "application/octet-stream",
        new ByteArrayInputStream(new byte[SIZE]) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        });
  }

  private Answer broken() {
    return WorkbookAnswer.of(
        "leaduri",
        to -> {
          to.write(new byte[SIZE]);
          throw new IOException("no room");
        },
        file);
  }

  private Answer refused() {
    return WorkbookAnswer.of(
        "leaduri",
        to -> {
          to.write(1);
          throw new NotFound(Subject.OFFER, "x");
        },
        file);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void it_is_sent_whole_from_a_file_that_is_gone_after_that() throws Exception {
    HttpResponse<byte[]> answer = ask("GET", "/large", BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).hasSize(SIZE);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .endsWith("leaduri.xlsx");
    assertThat(inFile).isEqualTo(SIZE);
    awaitNoFile();
  }

  @Test
  void whoever_goes_away_in_the_middle_leaves_no_file() throws Exception {
    try (InputStream body = ask("GET", "/large", BodyHandlers.ofInputStream()).body()) {
      assertThat(body.readNBytes(9)).hasSize(9);
      assertThat(inFile).isEqualTo(SIZE);
    }
    awaitNoFile();
  }

  @Test
  void what_is_sent_is_closed_after_that_and_when_it_cannot_be_sent() throws Exception {
    assertThat(ask("GET", "/watched", BodyHandlers.ofByteArray()).body()).hasSize(SIZE);
    awaitClosed(1);
    try (InputStream body = ask("GET", "/watched", BodyHandlers.ofInputStream()).body()) {
      assertThat(body.readNBytes(9)).hasSize(9);
    }
    awaitClosed(2);
  }

  private void awaitClosed(int times) throws InterruptedException {
    for (int i = 0; i < 300 && closed.get() < times; i++) {
      Thread.sleep(50);
    }
    assertThat(closed).hasValue(times);
  }

  @Test
  void what_goes_wrong_while_it_is_written_is_told_on_a_page() throws Exception {
    for (String path : Arrays.asList("/broken", "/refused")) {
      HttpResponse<String> answer = ask("GET", path, BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).isEqualTo(path.equals("/broken") ? 500 : 404);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
      assertThat(answer.body()).contains("<html");
      assertThat(file).doesNotExist();
    }
  }

  private <T> HttpResponse<T> ask(String method, String path, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(30))
            .build(),
        handler);
  }

  private void awaitNoFile() throws InterruptedException {
    for (int i = 0; i < 300 && Files.exists(file); i++) {
      Thread.sleep(50);
    }
    assertThat(directory).isEmptyDirectory();
  }
}
