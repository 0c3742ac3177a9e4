package ro.parcurs.example.web;

import java.util.List;
import java.util.Map;
import ro.parcurs.crm.actor.Role;

/** Signing in and out, and choosing the language. */
final class Browsers implements Pages {

  private final Sessions sessions;

  Browsers(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void register(Routes routes) {
    routes.openGet("/sign-in", this::form);
    routes.openPost("/sign-in", this::signIn);
    routes.openPost("/sign-out", this::signOut);
    routes.openPost("/language", this::chooseLanguage);
  }

  private Answer form(Request request) {
    return Answer.view(
        "shell/sign-in.jte", Map.of("users", byRole(), "to", local(request.query("to"))));
  }

  private Answer signIn(Request request) {
    String to = local(request.form().text("to"));
    return People.find(request.form().text("user"))
        .<Answer>map(
            user -> {
              WebServer.remember(request.context(), sessions.signIn(request.session(), user));
              return Answer.to(to);
            })
        .orElseGet(() -> Answer.to("/sign-in"));
  }

  private Answer signOut(Request request) {
    sessions.signOut(request.session());
    WebServer.remember(request.context(), sessions.open());
    return Answer.to("/sign-in");
  }

  private Answer chooseLanguage(Request request) {
    String language = request.form().text("language");
    if (Texts.LANGUAGES.contains(language)) {
      WebServer.rememberLanguage(request.context(), language);
    }
    return Answer.to(local(request.form().text("to")));
  }

  private static Map<Role, List<User>> byRole() {
    Map<Role, List<User>> users = new java.util.EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      users.put(role, People.all().stream().filter(user -> user.role() == role).toList());
    }
    return users;
  }

  /** Only addresses of this application are gone to. */
  static String local(String address) {
    boolean local =
        address.startsWith("/")
            && !address.startsWith("//")
            && address.indexOf('\\') < 0
            && address.chars().noneMatch(Character::isISOControl);
    return local ? address : "/";
  }
}
