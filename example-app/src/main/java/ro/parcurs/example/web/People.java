package ro.parcurs.example.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.EmailAddress;

/** The people of the demo company: three salespeople, a manager and an administrator. */
public final class People {

  private static final List<User> ALL =
      List.of(
          user("ana.ionescu", "Ana Ionescu", Role.AGENT),
          user("mihai.radu", "Mihai Radu", Role.AGENT),
          user("ioana.stanciu", "Ioana Stanciu", Role.AGENT),
          user("dan.munteanu", "Dan Munteanu", Role.MANAGER),
          user("elena.vasile", "Elena Vasile", Role.ADMIN));

  private People() {}

  public static List<User> all() {
    return ALL;
  }

  /** Those who can own a lead or be given a responsibility, by name. */
  public static List<User> sales() {
    return ALL.stream()
        .filter(user -> user.role() != Role.ADMIN)
        .sorted(Comparator.comparing(User::name))
        .toList();
  }

  public static Optional<User> find(String id) {
    return ALL.stream().filter(user -> user.id().value().equals(id)).findFirst();
  }

  /** The name of a user; the bare id of one who isn't known here. */
  public static String name(UserId id) {
    return find(id.value()).map(User::name).orElse(id.value());
  }

  /** Where a user gets mail: nowhere in the world; empty for one who isn't known here. */
  public static Optional<EmailAddress> email(UserId id) {
    return find(id.value()).map(user -> EmailAddress.of(user.id() + "@soare-demo.example"));
  }

  /** The same people as the use cases ask for them. */
  public static Users asUsers() {
    return new Users() {
      @Override
      public Optional<Actor> find(UserId id) {
        return People.find(id.value()).map(User::actor);
      }

      @Override
      public List<Actor> list() {
        return sales().stream().map(User::actor).toList();
      }

      @Override
      public Optional<EmailAddress> emailOf(UserId id) {
        return email(id);
      }
    };
  }

  private static User user(String id, String name, Role role) {
    return new User(new UserId(id), name, role);
  }
}
