package ro.parcurs.crm.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.text.SearchText;

/** A fixed set of users. */
public final class InMemoryUsers implements Users {

  /** A salesperson. */
  public static final Actor ANA = user("ana", "Ana Pop", Role.AGENT);

  /** Another salesperson. */
  public static final Actor ION = user("ion", "Ion Țuțea", Role.AGENT);

  /** Leads the sales. */
  public static final Actor MARIA = user("maria", "Maria Ștefan", Role.MANAGER);

  /** Keeps the catalogue. */
  public static final Actor DAN = user("dan", "Dan Ene", Role.ADMIN);

  private final List<Actor> users;

  /** {@link #ANA}, {@link #ION}, {@link #MARIA} and {@link #DAN}. */
  public InMemoryUsers() {
    this(List.of(ANA, ION, MARIA, DAN));
  }

  public InMemoryUsers(List<Actor> users) {
    this.users =
        users.stream()
            .sorted(Comparator.comparing((Actor user) -> SearchText.fold(user.name())))
            .toList();
  }

  @Override
  public Optional<Actor> find(UserId id) {
    return users.stream().filter(user -> user.id().equals(id)).findFirst();
  }

  @Override
  public List<Actor> list() {
    return users;
  }

  /** Everybody here has one, made of the identity. */
  @Override
  public Optional<EmailAddress> emailOf(UserId id) {
    return find(id).map(user -> EmailAddress.of(user.id().value() + "@vanzari.exemplu.ro"));
  }

  private static Actor user(String id, String name, Role role) {
    return new Actor(new UserId(id), name, Set.of(role));
  }
}
