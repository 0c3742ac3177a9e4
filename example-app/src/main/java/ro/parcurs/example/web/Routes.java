package ro.parcurs.example.web;

import java.util.ArrayList;
import java.util.List;

/** Which addresses there are. Paths are written as in {@code /leads/{id}}. */
public final class Routes {

  /** Answers a request. */
  @FunctionalInterface
  public interface Handler {
    Answer handle(Request request);
  }

  /** Who may come in; what they may do there is up to the use cases. */
  public enum Door {
    /** Everybody. */
    OPEN,
    /** Whoever is signed in. */
    SIGNED_IN
  }

  /** One address. */
  public record Route(String method, String path, Door door, Handler handler) {}

  private final List<Route> routes = new ArrayList<>();

  /** A page for whoever is signed in; reading it changes nothing. */
  public Routes get(String path, Handler handler) {
    return add("GET", path, Door.SIGNED_IN, handler);
  }

  /** What a form of somebody signed in is sent to. */
  public Routes post(String path, Handler handler) {
    return add("POST", path, Door.SIGNED_IN, handler);
  }

  /** A page for everybody. */
  public Routes openGet(String path, Handler handler) {
    return add("GET", path, Door.OPEN, handler);
  }

  /** What a form of everybody is sent to. */
  public Routes openPost(String path, Handler handler) {
    return add("POST", path, Door.OPEN, handler);
  }

  /** All of them, in the order in which they were added. */
  public List<Route> all() {
    return List.copyOf(routes);
  }

  /** Whether there is a page at the address, written as in {@code /leads/{id}}. */
  public boolean answers(String path) {
    return routes.stream().anyMatch(r -> r.method().equals("GET") && r.path().equals(path));
  }

  private Routes add(String method, String path, Door door, Handler handler) {
    if (routes.stream().anyMatch(r -> r.method().equals(method) && r.path().equals(path))) {
      throw new IllegalArgumentException("two answers to " + method + " " + path);
    }
    routes.add(new Route(method, path, door, handler));
    return this;
  }
}
