package ro.parcurs.example.web;

import java.util.Set;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;

/** Somebody who may sign in. */
public record User(UserId id, String name, Role role) {

  /** The user as the use cases know them. */
  public Actor actor() {
    return new Actor(id, name, Set.of(role));
  }

  /** Up to two letters that stand for the name in a small circle. */
  public String initials() {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split(" ")) {
      if (!word.isEmpty() && initials.length() < 2) {
        initials.appendCodePoint(word.codePointAt(0));
      }
    }
    return initials.toString();
  }
}
