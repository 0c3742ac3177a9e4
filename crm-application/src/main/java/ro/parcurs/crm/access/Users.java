package ro.parcurs.crm.access;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;

/** The users of the embedding application, as those who may act and be put in charge. */
public interface Users {

  Optional<Actor> find(UserId id);

  /** Everybody who can be put in charge of something, by name. */
  List<Actor> list();

  /**
   * @throws NotFound when there is no such user
   */
  default Actor get(UserId id) {
    return find(id).orElseThrow(() -> new NotFound(Subject.USER, id));
  }

  /**
   * Where the user gets mail; empty where the embedding application doesn't know, which is what it
   * says unless it says otherwise.
   */
  default Optional<EmailAddress> emailOf(UserId id) {
    return Optional.empty();
  }

  /** The user's name; for a user who is no more, the identity. */
  default String nameOf(UserId id) {
    return find(id).map(Actor::name).orElse(id.value());
  }
}
