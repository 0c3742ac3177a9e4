package ro.parcurs.crm.adapter.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Anaf;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;

/** One request to the service, and what is made of its answer. Thread-safe. */
final class AnafService {

  private static final Logger LOG = LoggerFactory.getLogger(AnafService.class);

  /** The registers are asked as of today there. */
  private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final int SERVICE_UNAVAILABLE = 503;

  private static final Pattern SUPPORT_ID =
      Pattern.compile("support id\\s*(?:is)?\\s*:?\\s*([0-9a-z-]{1,64})", Pattern.CASE_INSENSITIVE);
  private static final Pattern REJECTED =
      Pattern.compile("request rejected|requested url was rejected", Pattern.CASE_INSENSITIVE);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private final Anaf configuration;
  private final Clock clock;
  private final HttpClient http;
  private final AnafAnswers answers;

  AnafService(Anaf configuration, Clock clock) {
    this.configuration = configuration;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(configuration.patience().connecting())
            .build();
    this.answers = new AnafAnswers();
  }

  /** Asks once; never throws but when the thread is interrupted. */
  Reply ask(Collection<Cui> codes) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http.sendAsync(request(codes), head -> new BoundedBody(configuration.patience().bytes()));
    try {
      // The client's own timeout ends with the head of the answer; this one spans the body too.
      return read(
          exchange.get(configuration.patience().call().toNanos(), TimeUnit.NANOSECONDS), codes);
    } catch (TimeoutException e) {
      LOG.info("The company registry didn't answer within {}", configuration.patience().call());
      return Reply.Trouble.passing(new RegistryAnswer.Unavailable());
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } finally {
      exchange.cancel(true);
    }
  }

  private HttpRequest request(Collection<Cui> codes) {
    LocalDate today = LocalDate.now(clock.withZone(BUCHAREST));
    String body =
        codes.stream()
            .map(code -> "{\"cui\":" + code.digits() + ",\"data\":\"" + today + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    return HttpRequest.newBuilder(configuration.service())
        .timeout(configuration.patience().call())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("User-Agent", configuration.userAgent())
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static Reply failed(@Nullable Throwable cause) {
    if (cause instanceof BoundedBody.TooLong tooLong) {
      LOG.warn("The company registry's answer is too long: {}", tooLong.getMessage());
      return Reply.Trouble.lasting(new RegistryAnswer.UnexpectedAnswer());
    }
    LOG.info("The company registry can't be reached: {}", String.valueOf(cause));
    return Reply.Trouble.passing(new RegistryAnswer.Unavailable());
  }

  private Reply read(HttpResponse<byte[]> response, Collection<Cui> codes) {
    int status = response.statusCode();
    if (status == TOO_MANY_REQUESTS) {
      return new Reply.Trouble(new RegistryAnswer.RateLimited(), true, pause(response));
    }
    if (status >= SERVER_ERROR) {
      LOG.info("The company registry answered {}", status);
      return new Reply.Trouble(
          new RegistryAnswer.Unavailable(),
          true,
          status == SERVICE_UNAVAILABLE ? pause(response) : Optional.empty());
    }
    Optional<String> body = text(response);
    if (body.filter(AnafService::isPage).isPresent()) {
      return page(status, body.get());
    }
    if (body.isEmpty() || (status != OK && status != NOT_FOUND)) {
      LOG.warn("The company registry answered {} in an unexpected form", status);
      return Reply.Trouble.lasting(new RegistryAnswer.UnexpectedAnswer());
    }
    Reply reply = answers.read(body.get(), codes, clock.instant());
    if (status == NOT_FOUND && !saysNotFound(reply)) {
      LOG.warn("The company registry isn't where it was: 404");
      return Reply.Trouble.lasting(new RegistryAnswer.Unavailable());
    }
    return reply;
  }

  /** Whether the service itself says that there are no such companies. */
  private static boolean saysNotFound(Reply reply) {
    return reply instanceof Reply.Answered answered
        && answered.byCode().containsValue(new RegistryAnswer.NotFound())
        && answered.byCode().values().stream().noneMatch(RegistryAnswer.Found.class::isInstance);
  }

  /** A page instead of data: the firewall's, or that of a service under repair. */
  private static Reply page(int status, String page) {
    Matcher support = SUPPORT_ID.matcher(page);
    boolean quoted = support.find();
    if (quoted || REJECTED.matcher(page).find()) {
      String id = quoted ? support.group(1) : "";
      LOG.warn("The company registry's firewall refused; its support ID is '{}'", id);
      return Reply.Trouble.passing(new RegistryAnswer.Blocked(id));
    }
    return Reply.Trouble.lasting(
        status == OK || status == NOT_FOUND
            ? new RegistryAnswer.Unavailable()
            : new RegistryAnswer.UnexpectedAnswer());
  }

  private static boolean isPage(String body) {
    return body.stripLeading().startsWith("<");
  }

  /** The body as text; empty when it isn't UTF-8, whatever its header calls it. */
  private Optional<String> text(HttpResponse<byte[]> response) {
    try {
      byte[] bytes = response.body();
      if (response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent()) {
        bytes = unpacked(bytes);
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("The company registry's answer can't be unpacked: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private byte[] unpacked(byte[] packed) throws IOException {
    int limit = configuration.patience().bytes();
    try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = stream.readNBytes(limit);
      if (stream.read() >= 0) {
        throw new BoundedBody.TooLong(limit);
      }
      return bytes;
    }
  }

  /** Retry-After, in seconds or as a date; nonsense is as if it weren't there. */
  private Optional<Duration> pause(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .map(String::strip)
        .flatMap(
            text -> {
              if (SECONDS.matcher(text).matches()) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
              }
              try {
                Duration until =
                    Duration.between(
                        clock.instant(),
                        ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
                return Optional.of(until.isNegative() ? Duration.ZERO : until);
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            });
  }
}
