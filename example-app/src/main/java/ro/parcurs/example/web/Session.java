package ro.parcurs.example.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is remembered of a browser between two requests. Thread-safe. */
final class Session {

  private final String id;
  private final String csrf;
  private final Optional<User> user;
  private final ConcurrentLinkedQueue<Flash> flashes = new ConcurrentLinkedQueue<>();
  private volatile Instant lastSeen;

  Session(String id, String csrf, Optional<User> user, Instant now) {
    this.id = id;
    this.csrf = csrf;
    this.user = user;
    this.lastSeen = now;
  }

  String id() {
    return id;
  }

  /** What every form must send back. */
  String csrf() {
    return csrf;
  }

  /** Who is signed in, if anybody. */
  Optional<User> user() {
    return user;
  }

  Instant lastSeen() {
    return lastSeen;
  }

  void seen(Instant now) {
    lastSeen = now;
  }

  void say(Flash flash) {
    flashes.add(flash);
  }

  /** The messages for the next page; each is given once. */
  List<Flash> takeFlashes() {
    List<Flash> taken = new ArrayList<>();
    for (Flash flash = flashes.poll(); flash != null; flash = flashes.poll()) {
      taken.add(flash);
    }
    return taken;
  }
}
