package ro.parcurs.example.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.SameSite;
import io.javalin.util.JavalinBindException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.StoreFailure;

/**
 * Serves the pages. What holds for all of them is decided here and nowhere else: who is signed in,
 * that a form came from these pages, what browsers may do with an answer, how failures are told.
 */
public final class WebServer implements AutoCloseable {

  /** Some other program listens on the port. */
  public static final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTaken(int port, Throwable cause) {
      super("port " + port + " is taken", cause);
    }
  }

  /** No form is larger, but for the files sent with one. */
  private static final long LARGEST_FORM = 512 * 1024;

  /** No file sent with a form is larger. */
  private static final long LARGEST_FILE_MB = 20;

  private static final String SESSION_COOKIE = "parcurs";
  private static final String LANGUAGE_COOKIE = "limba";
  private static final int YEAR_IN_SECONDS = 365 * 24 * 3600;
  private static final String SIGN_IN = "/sign-in";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Cache-Control",
          "no-store");

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final Texts texts = new Texts();
  private final Assets assets = new Assets();
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, WebServer.class.getClassLoader());
  private final Messages messages;
  private final CommandValidator validator;
  private final AccessPolicy policy;
  private final Clock clock;
  private final Sessions sessions;
  private final Routes routes = new Routes();
  private final List<Section> sections;
  private final Javalin javalin;
  private final int port;

  private WebServer(
      String host,
      int port,
      Clock clock,
      Messages messages,
      CommandValidator validator,
      AccessPolicy policy,
      List<Section> sections,
      List<Pages> pages) {
    this.port = port;
    this.messages = messages;
    this.validator = validator;
    this.policy = policy;
    this.clock = clock;
    this.sessions = new Sessions(clock);
    new Browsers(sessions).register(routes);
    pages.forEach(area -> area.register(routes));
    this.sections = sections.stream().filter(section -> routes.answers(section.path())).toList();
    this.javalin = Javalin.create(config -> configure(config, host, port));
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any that is free
   * @throws PortTaken when another program listens there
   */
  public static WebServer start(
      String host,
      int port,
      Clock clock,
      Messages messages,
      CommandValidator validator,
      AccessPolicy policy,
      List<Section> sections,
      List<Pages> pages) {
    WebServer server =
        new WebServer(host, port, clock, messages, validator, policy, sections, pages);
    server.listen();
    return server;
  }

  /** The port on which it listens. */
  public int port() {
    return javalin.port();
  }

  /** Every address that is answered. */
  public List<Routes.Route> routes() {
    return routes.all();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private void listen() {
    try {
      javalin.start();
    } catch (JavalinBindException e) {
      throw new PortTaken(port, e);
    }
  }

  private void configure(JavalinConfig config, String host, int listeningPort) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.host = host;
    config.jetty.port = listeningPort;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.multipartConfig.maxFileSize(LARGEST_FILE_MB, SizeUnit.MB);
    config.jetty.multipartConfig.maxTotalRequestSize(LARGEST_FILE_MB + 1, SizeUnit.MB);
    config.http.maxRequestSize = LARGEST_FORM;
    config.http.defaultContentType = "text/html; charset=utf-8";
    config.routes.before(this::guard);
    config.routes.get(Assets.ROOT + "{name}", assets::serve);
    routes
        .all()
        .forEach(
            route ->
                config.routes.addHttpHandler(
                    HandlerType.findOrCreate(route.method()), route.path(), answering(route)));
    config.routes.exception(NoSuchPage.class, (e, context) -> fail(context, 404, null));
    config.routes.exception(NotFound.class, (e, context) -> fail(context, 404, e));
    config.routes.exception(NotPermitted.class, (e, context) -> fail(context, 403, e));
    config.routes.exception(InvalidInput.class, (e, context) -> fail(context, 400, e));
    config.routes.exception(CrmException.class, (e, context) -> fail(context, 409, e));
    config.routes.exception(StoreFailure.class, this::failStore);
    config.routes.exception(
        HttpResponseException.class, (e, context) -> fail(context, e.getStatus(), null));
    config.routes.exception(Exception.class, this::failUnforeseen);
  }

  /** Runs before everything, files and unknown addresses included. */
  private void guard(Context context) {
    HEADERS.forEach(context::header);
    if (context.path().startsWith(Assets.ROOT)) {
      return;
    }
    Session session = sessionOf(context);
    if (!READING.contains(context.method().name())) {
      insistOnOwnForm(context, session);
    }
  }

  private void insistOnOwnForm(Context context, Session session) {
    String site = context.header("Sec-Fetch-Site");
    boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
    String sent = context.formParam(Form.CSRF);
    if (foreign || sent == null || !sameSecret(sent, session.csrf())) {
      throw new HttpResponseException(403, "not from a form of this session");
    }
  }

  private static boolean sameSecret(String one, String other) {
    return java.security.MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private Handler answering(Routes.Route route) {
    return context -> {
      Request request = request(context);
      if (route.door() == Routes.Door.SIGNED_IN && request.session().user().isEmpty()) {
        String back = request.isPost() ? "/" : request.address();
        redirect(request, SIGN_IN + "?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        return;
      }
      give(request, route.handler().handle(request));
    };
  }

  private void give(Request request, Answer answer) {
    Context context = request.context();
    if (answer instanceof Answer.View view) {
      context.status(view.status());
      show(request, view);
    } else if (answer instanceof Answer.Redirect redirect) {
      redirect(request, redirect.path());
    } else if (answer instanceof Answer.Download file) {
      // Otherwise the pages' charset would be said of what is no text.
      context.res().setCharacterEncoding((String) null);
      context.contentType(file.contentType());
      context.header(
          "Content-Disposition",
          "attachment; filename*=UTF-8''"
              + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"));
      context.result(file.content());
    }
  }

  private void show(Request request, Answer.View view) {
    Map<String, Object> values = new HashMap<>(view.values());
    List<Flash> flashes = request.dialog() ? List.of() : request.session().takeFlashes();
    values.put("page", new Page(request, sections, flashes, assets, routes, clock));
    StringOutput html = new StringOutput();
    templates.render(view.template(), values, html);
    request.context().contentType("text/html; charset=utf-8").result(html.toString());
  }

  /** To scripts that asked for a part of a page, the way on is said in a header. */
  private static void redirect(Request request, String path) {
    Context context = request.context();
    if (context.header("HX-Request") != null) {
      context.header("HX-Redirect", path).status(204);
    } else {
      context.status(303).header("Location", path);
    }
  }

  private void fail(Context context, int status, @Nullable CrmException error) {
    Request request = request(context);
    String reason = error == null ? "" : request.wording().of(error);
    showFailure(request, status, reason, "");
  }

  private void failStore(StoreFailure failure, Context context) {
    LOG.warn("{} {}", context.method(), context.path(), failure);
    Request request = request(context);
    showFailure(request, 503, request.wording().of(failure), "");
  }

  private void failUnforeseen(Exception failure, Context context) {
    String reference = Secrets.reference();
    LOG.error("{} {} failed, reference {}", context.method(), context.path(), reference, failure);
    showFailure(request(context), 500, "", reference);
  }

  private void showFailure(Request request, int status, String reason, String reference) {
    request.context().status(status);
    show(
        request,
        Answer.view(
            "shell/failure.jte",
            Map.of("status", status, "reason", reason, "reference", reference)));
  }

  private Request request(Context context) {
    Request known = context.attribute("request");
    if (known != null) {
      return known;
    }
    Wording wording = new Wording(texts, messages, validator, language(context));
    Request request = new Request(context, sessionOf(context), wording, policy);
    context.attribute("request", request);
    return request;
  }

  private Session sessionOf(Context context) {
    Session known = context.attribute("session");
    if (known != null) {
      return known;
    }
    Session session =
        sessions
            .find(context.cookie(SESSION_COOKIE))
            .orElseGet(
                () -> {
                  Session fresh = sessions.open();
                  remember(context, fresh);
                  return fresh;
                });
    context.attribute("session", session);
    return session;
  }

  static void remember(Context context, Session session) {
    context.attribute("session", session);
    context.cookie(cookie(context, SESSION_COOKIE, session.id(), -1));
  }

  static void rememberLanguage(Context context, String language) {
    context.cookie(cookie(context, LANGUAGE_COOKIE, language, YEAR_IN_SECONDS));
  }

  private static Cookie cookie(Context context, String name, String value, int seconds) {
    boolean secure = "https".equals(context.scheme());
    Cookie cookie = new Cookie(name, value, "/", seconds, secure, true);
    cookie.setSameSite(SameSite.LAX);
    return cookie;
  }

  private static Locale language(Context context) {
    String chosen = context.cookie(LANGUAGE_COOKIE);
    return Locale.forLanguageTag(
        chosen != null && Texts.LANGUAGES.contains(chosen) ? chosen : Texts.LANGUAGES.get(0));
  }
}
