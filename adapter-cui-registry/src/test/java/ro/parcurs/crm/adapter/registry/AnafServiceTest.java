package ro.parcurs.crm.adapter.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.adapter.registry.ScriptedService.answer;
import static ro.parcurs.crm.adapter.registry.ScriptedService.head;
import static ro.parcurs.crm.adapter.registry.ScriptedService.html;
import static ro.parcurs.crm.adapter.registry.ScriptedService.inTurn;
import static ro.parcurs.crm.adapter.registry.ScriptedService.json;
import static ro.parcurs.crm.adapter.registry.ScriptedService.knowsAll;
import static ro.parcurs.crm.adapter.registry.ScriptedService.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Anaf;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Breaker;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Keeping;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Pace;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.Patience;
import ro.parcurs.crm.adapter.registry.ScriptedService.Script;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;
import ro.parcurs.crm.lead.usecase.RegistryAnswer;
import ro.parcurs.crm.testkit.Cuis;

/** The ways in which the other side misbehaves, on a real server, and what is made of each. */
class AnafServiceTest {

  private static final Instant NOW = Instant.parse("2026-11-24T22:30:00Z");
  private static final RegistryAnswer UNAVAILABLE = new RegistryAnswer.Unavailable();
  private static final RegistryAnswer UNEXPECTED = new RegistryAnswer.UnexpectedAnswer();
  private static final RegistryAnswer LIMITED = new RegistryAnswer.RateLimited();

  private final Cui code = Cuis.next();
  private final ScriptedService service = ScriptedService.start(knowsAll());
  private final Anaf settings =
      Anaf.defaults("Exemplu ERP/4.2 (+https://exemplu.ro)")
          .at(service.address())
          .with(new Pace(Duration.ofMillis(10), 100, 2, Duration.ofMillis(500)))
          .with(
              new Patience(
                  Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(3), 1_000_000))
          .with(new Breaker(100, 100, Duration.ofSeconds(30)));
  private Optional<RegistryAdapter> adapter = Optional.empty();

  @AfterEach
  void stop() {
    adapter.ifPresent(RegistryAdapter::close);
    service.close();
  }

  // ---- the request ----

  @Test
  void the_request_is_what_the_service_asks_for() {
    lookUp(settings);
    ScriptedService.Request request = service.requests().get(0);
    assertThat(request.line()).isEqualTo("POST /api/PlatitorTvaRest/v9/tva HTTP/1.1");
    assertThat(request.body())
        .as("as of today in Bucharest, where it is half past midnight")
        .isEqualTo("[{\"cui\":" + code + ",\"data\":\"2026-11-25\"}]");
    assertThat(request.headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Accept", "application/json")
        .containsEntry("User-Agent", "Exemplu ERP/4.2 (+https://exemplu.ro)")
        .doesNotContainKeys("Upgrade", "Accept-Encoding", "Expect");
  }

  @Test
  void an_answer_of_the_service_is_the_answer() {
    assertThat(lookUp(settings))
        .isEqualTo(new RegistryAnswer.Found(AnafAnswersTest.full(code, NOW)));
  }

  // ---- what is answered, and how often it is asked ----

  static Stream<Arguments> misbehaviours() throws IOException {
    String block =
        "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected."
            + " Please consult with your administrator.<br><br>Your support ID is:"
            + " 8096782510241224773</body></html>";
    String page = "<!DOCTYPE html><html><title>Mentenanta sistem</title></html>";
    String envelope = "{\"found\":[],\"notFound\":[%s]}";
    String problem = "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404}";
    Script reset =
        (request, out, socket) -> {
          socket.setSoLinger(true, 0);
          socket.close();
        };
    Script silence = (request, out, socket) -> Thread.sleep(1500);
    Script hangUp = (request, out, socket) -> {};
    return Stream.of(
        of("not found with 404 and its envelope", envelope(404, envelope), notFound(), 1),
        of("not found with 200", envelope(200, envelope), notFound(), 1),
        of("another 404", json(404, problem), UNAVAILABLE, 1),
        of("404 without anything", json(404, ""), UNAVAILABLE, 1),
        of("404 with a found company", whole(404), UNAVAILABLE, 1),
        of("400", json(400, "{\"eroare\":\"prea multe\"}"), UNEXPECTED, 1),
        of("403", json(403, "{}"), UNEXPECTED, 1),
        of("401 as a page", html(401, "<html>login</html>"), UNEXPECTED, 1),
        of("204", json(204, ""), UNEXPECTED, 1),
        of("200 without anything", json(200, ""), UNEXPECTED, 1),
        of(
            "200 with nothing found and nothing not",
            json(200, "{\"found\":[],\"notFound\":[]}"),
            UNEXPECTED,
            1),
        of("a redirect", json(302, "", "Location: http://127.0.0.1:1/"), UNEXPECTED, 1),
        of("a page of repairs with 200", html(200, page), UNAVAILABLE, 1),
        of("a page of repairs with 404", html(404, page), UNAVAILABLE, 1),
        of(
            "the firewall with 200",
            html(200, block),
            new RegistryAnswer.Blocked("8096782510241224773"),
            3),
        of(
            "the firewall with 403",
            html(403, block),
            new RegistryAnswer.Blocked("8096782510241224773"),
            3),
        of(
            "the firewall without its number",
            html(200, "\n <b>Request Rejected</b>"),
            new RegistryAnswer.Blocked(""),
            3),
        of("500", json(500, "{}"), UNAVAILABLE, 3),
        of("502 as a page", html(502, "<html>Bad gateway</html>"), UNAVAILABLE, 3),
        of("503", json(503, ""), UNAVAILABLE, 3),
        of("429", json(429, ""), LIMITED, 3),
        of("429 with a pause that is nonsense", json(429, "", "Retry-After: mâine"), LIMITED, 3),
        of("429 with a pause that is too long", json(429, "", "Retry-After: 3600"), LIMITED, 1),
        of("429 with no pause", json(429, "", "Retry-After: 0"), LIMITED, 3),
        of("503 with a pause that is too long", json(503, "", "Retry-After: 3600"), UNAVAILABLE, 1),
        of("a reset", reset, UNAVAILABLE, 3),
        of("hanging up", hangUp, UNAVAILABLE, 3),
        of("silence", silence, UNAVAILABLE, 3),
        of(
            "no HTTP",
            (request, out, socket) -> out.write(utf8("220 smtp ready\r\n\r\n")),
            UNAVAILABLE,
            3),
        of("an answer cut by its length", cut(), UNAVAILABLE, 3),
        of(
            "JSON cut in the middle",
            text("{\"found\":[{\"date_generale\":{\"cui\":"),
            UNEXPECTED,
            1),
        of("a slow head", drip(head(200, "application/json", 10)), UNAVAILABLE, 3),
        of("a slow body", slowBody(), UNAVAILABLE, 3),
        of("an endless body", endless(), UNEXPECTED, 1),
        of("a huge number", text("{\"cod\":" + "9".repeat(90_000) + "}"), UNEXPECTED, 1),
        of("a deep nest", text("[".repeat(50_000)), UNEXPECTED, 1),
        of("another charset", bytes(Charset.forName("ISO-8859-2")), UNEXPECTED, 1),
        of("UTF-16", bytes(Charset.forName("UTF-16LE")), UNEXPECTED, 1),
        of(
            "packed nonsense",
            answer(200, "application/json", utf8("{}"), "Content-Encoding: gzip"),
            UNEXPECTED,
            1),
        of(
            "a packed bomb",
            answer(200, "application/json", packed(new byte[50_000_000]), "Content-Encoding: gzip"),
            UNEXPECTED,
            1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misbehaviours")
  void whatever_happens_is_an_answer_and_asked_again_only_where_that_may_help(
      String name, Script script, RegistryAnswer answer, int requests) {
    service.follow(script);
    assertThat(lookUp(settings)).isEqualTo(answer);
    assertThat(service.requests()).hasSize(requests);
    assertThat(service.requests())
        .extracting(ScriptedService.Request::body)
        .as("the same question each time")
        .containsOnly(service.requests().get(0).body());
  }

  static Stream<Arguments> passing() {
    return Stream.of(
        Arguments.of("500", json(500, "")),
        Arguments.of("429", json(429, "", "Retry-After: 0")),
        Arguments.of("a broken answer", cut()),
        Arguments.of("the firewall", html(200, "<p>Support ID: 1</p>")),
        Arguments.of("hanging up", (Script) (request, out, socket) -> {}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passing")
  void a_trouble_that_passes_is_not_noticed(String name, Script trouble) {
    service.follow(inTurn(trouble, trouble, knowsAll()));
    assertThat(lookUp(settings)).isInstanceOf(RegistryAnswer.Found.class);
    assertThat(service.requests()).hasSize(3);
  }

  @Test
  void what_is_odd_but_right_is_taken() throws IOException {
    byte[] body = utf8(AnafJson.found(List.of(code)));
    byte[] marked = utf8("\uFEFF" + AnafJson.found(List.of(code)));
    for (Script odd :
        List.of(
            answer(200, "text/plain; charset=iso-8859-2", body),
            answer(200, "text/html", body),
            answer(200, "application/json", marked),
            answer(200, "application/json", packed(body), "Content-Encoding: gzip"),
            inTurn(chunked(body)))) {
      service.follow(odd);
      assertThat(registry(settings).lookUpAnew(code)).isInstanceOf(RegistryAnswer.Found.class);
    }
  }

  static Stream<Arguments> dropped() {
    Script whileIdle =
        (request, out, socket) -> {
          keepAlive(request, out);
          Thread.sleep(100);
          socket.setSoLinger(true, 0);
        };
    Script whenUsedAgain =
        (request, out, socket) -> {
          keepAlive(request, out);
          assertThat(socket.getInputStream().read()).isNotNegative();
          socket.setSoLinger(true, 0);
        };
    return Stream.of(
        Arguments.of("while idle", whileIdle), Arguments.of("when used again", whenUsedAgain));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dropped")
  void a_connection_that_the_service_drops_between_two_requests_is_not_noticed(
      String name, Script drop) {
    service.follow(inTurn(drop, knowsAll()));
    CompanyRegistry registry = registry(settings);
    assertThat(registry.lookUp(code)).isInstanceOf(RegistryAnswer.Found.class);
    sleep(300);
    assertThat(registry.lookUp(Cuis.next())).isInstanceOf(RegistryAnswer.Found.class);
    assertThat(service.requests()).hasSize(2);
  }

  private static void keepAlive(ScriptedService.Request request, OutputStream out)
      throws IOException {
    byte[] body = utf8(AnafJson.found(request.codes()));
    out.write(
        utf8(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n"));
    out.write(body);
    out.flush();
  }

  @Test
  void of_an_endless_answer_little_more_is_taken_than_may_be() {
    AtomicLong written = new AtomicLong();
    service.follow(
        (request, out, socket) -> {
          out.write(utf8("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"));
          byte[] blanks = new byte[8192];
          Arrays.fill(blanks, (byte) ' ');
          while (true) {
            out.write(blanks);
            written.addAndGet(blanks.length);
          }
        });
    Anaf patient =
        settings.with(
            new Patience(
                Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(3), 1_000_000));
    assertThat(lookUp(patient)).isEqualTo(UNEXPECTED);
    sleep(200);
    assertThat(written.get())
        .as("what may be, and what the network holds")
        .isBetween(1_000_000L, 32_000_000L);
  }

  @Test
  void a_swarm_of_little_things_takes_no_memory() throws Exception {
    String swarm = "{\"found\":[" + "{},".repeat(1_300_000) + "{}],\"notFound\":[" + code + "]}";
    assertThat(swarm.length()).as("as much as may be").isLessThan(Patience.DEFAULT.bytes());
    AnafAnswers answers = new AnafAnswers();
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Reply reply = answers.read(swarm, List.of(code), NOW);
    long taken = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(((Reply.Trouble) reply).answer()).isEqualTo(UNEXPECTED);
    assertThat(taken).as("bytes taken to read it").isLessThan(40L << 20);
  }

  @Test
  void the_pause_that_the_service_asks_for_is_kept_within_bounds() {
    Anaf patient = settings.with(new Pace(Duration.ofMillis(10), 100, 2, Duration.ofMillis(1500)));
    String date =
        ZonedDateTime.ofInstant(NOW.plusSeconds(1), ZoneOffset.UTC)
            .format(DateTimeFormatter.RFC_1123_DATE_TIME);
    for (String pause : List.of("1", date)) {
      int before = service.requests().size();
      service.follow(inTurn(json(429, "", "Retry-After: " + pause), knowsAll()));
      assertThat(registry(patient).lookUpAnew(code)).isInstanceOf(RegistryAnswer.Found.class);
      List<ScriptedService.Request> requests = service.requests();
      Duration kept =
          Duration.ofNanos(requests.get(before + 1).atNanos() - requests.get(before).atNanos());
      assertThat(kept).isCloseTo(Duration.ofMillis(1000), Duration.ofMillis(400));
    }
  }

  // ---- waiting ----

  @Test
  void whoever_asks_waits_three_seconds_at_most_and_the_answer_comes_behind_them() {
    Anaf slow =
        settings.with(
            new Patience(
                Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMillis(300), 100_000));
    service.follow(
        (request, out, socket) -> {
          Thread.sleep(1000);
          knowsAll().answer(request, out, socket);
        });
    CompanyRegistry registry = registry(slow);
    long begin = System.nanoTime();
    assertThat(registry.lookUp(code)).isEqualTo(UNAVAILABLE);
    assertThat(System.nanoTime() - begin).isLessThan(Duration.ofMillis(900).toNanos());
    assertThat(registry.recall(code)).isEmpty();

    awaitRecall(registry, code);
    assertThat(registry.lookUp(code)).isInstanceOf(RegistryAnswer.Found.class);
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void who_can_wait_no_longer_is_told_what_the_trouble_was() {
    Anaf impatient =
        settings
            .with(new Pace(Duration.ofSeconds(2), 100, 2, Duration.ofSeconds(30)))
            .with(
                new Patience(
                    Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500), 9_999));
    service.follow(json(429, "", "Retry-After: 20"));
    assertThat(lookUp(impatient)).isEqualTo(LIMITED);
  }

  @Test
  void who_comes_while_the_service_wants_to_be_left_alone_is_told_so_at_once() {
    for (String pause : List.of("20", "3600")) {
      Anaf impatient =
          settings
              .with(new Pace(Duration.ofMillis(10), 100, 2, Duration.ofSeconds(30)))
              .with(
                  new Patience(
                      Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500), 9_999));
      // Each service has its own pace.
      try (ScriptedService limited =
          ScriptedService.start(json(429, "", "Retry-After: " + pause))) {
        CompanyRegistry registry = registry(impatient.at(limited.address()));
        assertThat(registry.lookUp(code)).isEqualTo(LIMITED);
        long begin = System.nanoTime();
        for (int i = 0; i < 20; i++) {
          assertThat(registry.lookUp(Cuis.next())).isEqualTo(LIMITED);
          assertThat(registry.lookUpAll(Set.of(Cuis.next())).values()).containsExactly(LIMITED);
        }
        assertThat(System.nanoTime() - begin).isLessThan(Duration.ofMillis(400).toNanos());
        assertThat(limited.requests()).hasSize(1);
      }
    }
  }

  @Test
  void who_stands_too_far_behind_is_told_that_there_are_too_many_and_not_that_nobody_answers()
      throws Exception {
    CompanyRegistry registry =
        registry(
            settings
                .with(new Pace(Duration.ofMillis(400), 1, 0, Duration.ZERO))
                .with(
                    new Patience(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(600),
                        99_999)));
    Set<RegistryAnswer> answers = ConcurrentHashMap.newKeySet();
    AtomicInteger found = new AtomicInteger();
    List<Thread> askers =
        Stream.generate(Cuis::next)
            .limit(10)
            .map(
                cui ->
                    new Thread(
                        () -> {
                          RegistryAnswer answer = registry.lookUp(cui);
                          if (answer instanceof RegistryAnswer.Found) {
                            found.incrementAndGet();
                          } else {
                            answers.add(answer);
                          }
                        }))
            .toList();
    askers.forEach(Thread::start);
    for (Thread asker : askers) {
      asker.join();
    }
    assertThat(found.get()).isBetween(1, 4);
    assertThat(answers).containsExactly(LIMITED);
  }

  @Test
  void an_outage_costs_nobody_anything_once_it_is_known_and_its_end_is_noticed() {
    Anaf breaking = settings.with(new Breaker(3, 100, Duration.ofMillis(600)));
    CompanyRegistry registry = registry(breaking);
    service.follow(json(500, ""));
    assertThat(registry.lookUp(code)).isEqualTo(UNAVAILABLE);
    assertThat(service.requests()).hasSize(3);

    long begin = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      assertThat(registry.lookUp(Cuis.next())).isEqualTo(UNAVAILABLE);
    }
    assertThat(System.nanoTime() - begin)
        .as("fifty questions")
        .isLessThan(Duration.ofMillis(500).toNanos());
    assertThat(service.requests()).as("nobody was asked").hasSize(3);

    service.follow(knowsAll());
    awaitAnswer(registry);
    assertThat(service.requests()).hasSize(4);
    assertThat(registry.lookUp(Cuis.next())).isInstanceOf(RegistryAnswer.Found.class);
  }

  @Test
  void while_one_question_tries_a_service_that_was_out_of_order_the_others_don_t_wait() {
    Anaf breaking =
        settings
            .with(new Breaker(1, 100, Duration.ofMillis(300)))
            .with(
                new Patience(
                    Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), 9_999));
    CompanyRegistry registry = registry(breaking);
    service.follow(html(200, "<b>Request Rejected</b>"));
    assertThat(registry.lookUp(code)).isEqualTo(new RegistryAnswer.Blocked(""));
    service.follow((request, out, socket) -> Thread.sleep(5000));
    sleep(400);
    Thread trial = new Thread(() -> registry.lookUp(Cuis.next()));
    trial.start();
    sleep(200);
    long begin = System.nanoTime();
    assertThat(registry.lookUp(Cuis.next())).isEqualTo(new RegistryAnswer.Blocked(""));
    assertThat(System.nanoTime() - begin).isLessThan(Duration.ofMillis(500).toNanos());
  }

  @Test
  void who_comes_while_a_request_hangs_is_told_at_once() {
    CompanyRegistry registry =
        registry(
            settings.with(
                new Patience(
                    Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMillis(300), 9_999)));
    service.follow((request, out, socket) -> Thread.sleep(6000));
    assertThat(registry.lookUp(code)).isEqualTo(UNAVAILABLE);
    sleep(100);
    long begin = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      assertThat(registry.lookUp(Cuis.next())).isEqualTo(UNAVAILABLE);
    }
    assertThat(System.nanoTime() - begin).isLessThan(Duration.ofMillis(300).toNanos());
  }

  @Test
  void nobody_answers_where_nothing_listens() {
    service.close();
    assertThat(lookUp(settings)).isEqualTo(UNAVAILABLE);
  }

  @Test
  void who_waits_while_it_closes_is_told_and_so_is_who_comes_later() throws Exception {
    service.follow((request, out, socket) -> Thread.sleep(5000));
    RegistryAdapter closing = RegistryAdapter.anaf(settings, clock());
    RegistryAnswer[] answer = new RegistryAnswer[1];
    Thread waiting = new Thread(() -> answer[0] = closing.registry().lookUp(code));
    waiting.start();
    sleep(150);
    closing.close();
    waiting.join(1000);
    assertThat(answer[0]).isEqualTo(UNAVAILABLE);
    assertThat(closing.registry().lookUp(code)).isEqualTo(UNAVAILABLE);
  }

  @Test
  void an_interrupted_thread_gets_an_answer_and_stays_interrupted() {
    service.follow((request, out, socket) -> Thread.sleep(5000));
    Thread.currentThread().interrupt();
    assertThat(lookUp(settings)).isEqualTo(UNAVAILABLE);
    assertThat(Thread.interrupted()).isTrue();
  }

  // ---- keeping ----

  @Test
  void what_was_answered_is_not_asked_again_while_it_is_kept() {
    Cui nobody = Cuis.next();
    service.follow(
        (request, out, socket) -> {
          boolean known = request.codes().contains(code);
          json(
                  known ? 200 : 404,
                  known
                      ? AnafJson.found(request.codes())
                      : "{\"found\":[],\"notFound\":[" + nobody + "]}")
              .answer(request, out, socket);
        });
    CompanyRegistry registry =
        registry(settings.with(new Keeping(Duration.ofHours(24), Duration.ofMillis(300), 10)));
    for (int i = 0; i < 3; i++) {
      assertThat(registry.lookUp(code)).isInstanceOf(RegistryAnswer.Found.class);
      assertThat(registry.lookUp(nobody)).isEqualTo(notFound());
    }
    assertThat(service.requests()).hasSize(2);
    assertThat(registry.recall(code)).contains(AnafAnswersTest.full(code, NOW));
    assertThat(registry.recall(nobody)).isEmpty();

    sleep(400);
    registry.lookUp(code);
    registry.lookUp(nobody);
    assertThat(service.requests()).as("not found is kept for a shorter time").hasSize(3);

    registry.lookUpAnew(code);
    assertThat(service.requests()).as("anew means anew").hasSize(4);
  }

  @Test
  void what_is_kept_is_bounded() {
    CompanyRegistry registry =
        registry(settings.with(new Keeping(Duration.ofHours(1), Duration.ofMinutes(1), 10)));
    Set<Cui> many = Stream.generate(Cuis::next).limit(100).collect(Collectors.toSet());
    registry.lookUpAll(many);
    assertThat(many.stream().filter(cui -> registry.recall(cui).isPresent()).count())
        .isLessThanOrEqualTo(10);
  }

  @Test
  void trouble_is_not_kept() {
    service.follow(json(400, ""));
    CompanyRegistry registry = registry(settings);
    assertThat(registry.lookUp(code)).isEqualTo(UNEXPECTED);
    service.follow(knowsAll());
    assertThat(registry.lookUp(code)).isInstanceOf(RegistryAnswer.Found.class);
  }

  // ---- many at once ----

  @Test
  void many_codes_go_in_full_batches_and_each_gets_its_answer() {
    Set<Cui> many = Stream.generate(Cuis::next).limit(250).collect(Collectors.toSet());
    Map<Cui, RegistryAnswer> answers = registry(settings).lookUpAll(many);
    assertThat(answers.keySet()).isEqualTo(many);
    answers.forEach(
        (cui, answer) ->
            assertThat(answer).isEqualTo(new RegistryAnswer.Found(AnafAnswersTest.full(cui, NOW))));
    assertThat(service.requests().stream().mapToInt(request -> request.codes().size()).sum())
        .isEqualTo(250);
    assertThat(service.requests())
        .hasSizeBetween(3, 4)
        .allSatisfy(request -> assertThat(request.codes()).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void who_sits_before_a_form_comes_before_those_that_can_wait() {
    Anaf slowly = settings.with(new Pace(Duration.ofMillis(150), 10, 0, Duration.ZERO));
    CompanyRegistry registry = registry(slowly);
    Set<Cui> many = Stream.generate(Cuis::next).limit(60).collect(Collectors.toSet());
    Thread background = new Thread(() -> registry.lookUpAll(many));
    background.start();
    sleep(50);
    assertThat(registry.lookUp(code)).isInstanceOf(RegistryAnswer.Found.class);
    int place =
        IntStream.range(0, service.requests().size())
            .filter(i -> service.requests().get(i).codes().contains(code))
            .findFirst()
            .orElseThrow();
    assertThat(place).as("the request that asked for it").isLessThanOrEqualTo(2);
  }

  // ---- scripts ----

  private static Script envelope(int status, String body) {
    return (request, out, socket) ->
        json(status, body.formatted(request.codes().get(0))).answer(request, out, socket);
  }

  private static Script whole(int status) {
    return (request, out, socket) ->
        json(status, AnafJson.found(request.codes())).answer(request, out, socket);
  }

  private static Script text(String body) {
    return json(200, body);
  }

  private static Script bytes(Charset charset) {
    return (request, out, socket) ->
        answer(200, "application/json", AnafJson.found(request.codes()).getBytes(charset))
            .answer(request, out, socket);
  }

  /** Says that more is coming, and hangs up. */
  private static Script cut() {
    return (request, out, socket) -> {
      byte[] body = utf8(AnafJson.found(request.codes()));
      out.write(head(200, "application/json", body.length));
      out.write(body, 0, body.length - 7);
    };
  }

  private static Script drip(byte[] bytes) {
    return (request, out, socket) -> {
      for (byte one : bytes) {
        out.write(one);
        out.flush();
        Thread.sleep(50);
      }
    };
  }

  private static Script slowBody() {
    return (request, out, socket) -> {
      byte[] body = utf8(AnafJson.found(request.codes()));
      out.write(head(200, "application/json", body.length));
      drip(body).answer(request, out, socket);
    };
  }

  private static Script endless() {
    return (request, out, socket) -> {
      out.write(utf8("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"));
      byte[] blanks = " ".repeat(8192).getBytes(Charset.defaultCharset());
      while (true) {
        out.write(blanks);
      }
    };
  }

  private static Script chunked(byte[] body) {
    return (request, out, socket) -> {
      out.write(
          utf8(
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                  + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"));
      int at = 0;
      Random random = new Random(7);
      while (at < body.length) {
        int length = Math.min(1 + random.nextInt(200), body.length - at);
        out.write(utf8(Integer.toHexString(length) + "\r\n"));
        out.write(body, at, length);
        out.write(utf8("\r\n"));
        at += length;
      }
      out.write(utf8("0\r\n\r\n"));
    };
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  // ---- the tale's words ----

  private static Arguments of(String name, Script script, RegistryAnswer answer, int requests) {
    return Arguments.of(name, script, answer, requests);
  }

  private static RegistryAnswer notFound() {
    return new RegistryAnswer.NotFound();
  }

  private RegistryAnswer lookUp(Anaf anaf) {
    return registry(anaf).lookUp(code);
  }

  private CompanyRegistry registry(Anaf anaf) {
    adapter.ifPresent(RegistryAdapter::close);
    adapter = Optional.of(RegistryAdapter.anaf(anaf, clock()));
    return adapter.get().registry();
  }

  /** The user sits on the Line Islands, where it is already the day after. */
  private static Clock clock() {
    return Clock.fixed(NOW, ZoneId.of("Pacific/Kiritimati"));
  }

  private static void awaitRecall(CompanyRegistry registry, Cui cui) {
    for (int i = 0; i < 100 && registry.recall(cui).isEmpty(); i++) {
      sleep(50);
    }
  }

  private static void awaitAnswer(CompanyRegistry registry) {
    RegistryAnswer answer = UNAVAILABLE;
    for (int i = 0; i < 100 && !(answer instanceof RegistryAnswer.Found); i++) {
      sleep(50);
      answer = registry.lookUp(Cuis.next());
    }
    assertThat(answer).isInstanceOf(RegistryAnswer.Found.class);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
