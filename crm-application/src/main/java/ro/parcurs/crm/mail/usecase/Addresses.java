package ro.parcurs.crm.mail.usecase;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.mail.Mailbox;

/** Where people at a company, and users, get mail. Thread-safe. */
public final class Addresses {

  private final Users users;

  @Inject
  public Addresses(Users users) {
    this.users = users;
  }

  /** Everybody at the lead's company who has an address. */
  public List<Addressee> all(Lead lead) {
    return lead.contactPersons().all().stream()
        .filter(person -> !person.emails().isEmpty())
        .map(
            person ->
                new Addressee(
                    person.id(),
                    new Mailbox(person.name(), person.emails().get(0)),
                    lead.contactPersons().isPrimary(person.id())))
        .toList();
  }

  /**
   * The chosen persons, each once.
   *
   * @throws NotFound when one is not at the lead's company
   * @throws InvalidInput {@code no-email} for {@code to[i]}, who has no address
   */
  public List<Envelope.Recipient> chosen(Lead lead, List<ContactPersonId> persons) {
    List<Envelope.Recipient> to = new ArrayList<>();
    for (int i = 0; i < persons.size(); i++) {
      Envelope.Recipient recipient = recipient(lead, persons.get(i), i);
      if (!to.contains(recipient)) {
        to.add(recipient);
      }
    }
    return to;
  }

  /** Where the lead's owner gets mail; empty when nobody owns it, or nobody knows where. */
  public Optional<Mailbox> ofOwner(Lead lead) {
    return lead.owner().flatMap(this::of);
  }

  /** Where a user gets mail; empty where nobody knows. */
  public Optional<Mailbox> of(UserId user) {
    return users.emailOf(user).map(address -> new Mailbox(users.nameOf(user), address));
  }

  private static Envelope.Recipient recipient(Lead lead, ContactPersonId id, int index) {
    ContactPerson person = lead.contactPersons().get(id);
    return person.emails().stream()
        .findFirst()
        .map(address -> new Envelope.Recipient(id, new Mailbox(person.name(), address)))
        .orElseThrow(() -> InvalidInput.of("to[" + index + "]", "no-email"));
  }
}
