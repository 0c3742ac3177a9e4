package ro.parcurs.crm.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;

/**
 * The people known at the lead's company. As soon as there is anybody, exactly one of them is the
 * primary one.
 *
 * @param all in the order in which they were added; at most {@value #MAX}
 * @param primary one of them; empty when there is nobody
 */
public record ContactPersons(List<ContactPerson> all, Optional<ContactPersonId> primary) {

  public static final int MAX = 50;

  /** Nobody is known yet. */
  public static final ContactPersons NOBODY = new ContactPersons(List.of(), Optional.empty());

  public ContactPersons {
    all = List.copyOf(all);
    List<ContactPersonId> ids = all.stream().map(ContactPerson::id).toList();
    if (primary.isPresent() ? !ids.contains(primary.get()) : !ids.isEmpty()) {
      throw new IllegalArgumentException("the primary person is not one of them");
    }
  }

  /**
   * @throws NotFound when there is no such person
   */
  public ContactPerson get(ContactPersonId id) {
    return all.stream()
        .filter(person -> person.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.CONTACT_PERSON, id));
  }

  /** The primary person, when anybody is known. */
  public Optional<ContactPerson> primaryPerson() {
    return primary.map(this::get);
  }

  public boolean isPrimary(ContactPersonId id) {
    return primary.filter(id::equals).isPresent();
  }

  /**
   * One more.
   *
   * @param asPrimary whether they become the primary person; the first one does anyway
   * @throws TooMany at {@value #MAX}
   */
  ContactPersons with(ContactPerson person, boolean asPrimary) {
    if (all.size() >= MAX) {
      throw new TooMany(Subject.CONTACT_PERSON, MAX);
    }
    List<ContactPerson> people = new ArrayList<>(all);
    people.add(person);
    return of(people, asPrimary ? Optional.of(person.id()) : primary);
  }

  /** The same people, with this one as given. */
  ContactPersons withChanged(ContactPerson person, boolean asPrimary) {
    get(person.id());
    List<ContactPerson> people =
        all.stream().map(other -> other.id().equals(person.id()) ? person : other).toList();
    return of(people, asPrimary ? Optional.of(person.id()) : primary);
  }

  /** The others; when the primary person leaves, the first of the others becomes it. */
  ContactPersons without(ContactPersonId id) {
    get(id);
    List<ContactPerson> people = all.stream().filter(person -> !person.id().equals(id)).toList();
    return of(people, primary.filter(current -> !current.equals(id)));
  }

  private static ContactPersons of(List<ContactPerson> people, Optional<ContactPersonId> primary) {
    return new ContactPersons(
        people, primary.or(() -> people.stream().map(ContactPerson::id).findFirst()));
  }
}
