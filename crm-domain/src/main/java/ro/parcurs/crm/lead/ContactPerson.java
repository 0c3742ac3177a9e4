package ro.parcurs.crm.lead;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.text.Text;

/**
 * A person at the lead's company. Everything here is personal data: nothing that is kept for good,
 * such as the timeline, may repeat it.
 *
 * @param name at most {@value #MAX_NAME} characters
 * @param role what they do there; at most {@value #MAX_ROLE} characters
 * @param phones the first is the one to call; at most {@value #MAX_PHONES}
 * @param emails the first is the one to write to; at most {@value #MAX_EMAILS}
 */
public record ContactPerson(
    ContactPersonId id,
    String name,
    Optional<String> role,
    List<PhoneNumber> phones,
    List<EmailAddress> emails) {

  public static final int MAX_NAME = 150;
  public static final int MAX_ROLE = 100;
  public static final int MAX_PHONES = 5;
  public static final int MAX_EMAILS = 5;

  public ContactPerson {
    Objects.requireNonNull(id, "id");
    name = Text.required("name", name, MAX_NAME);
    role = role.flatMap(text -> Text.optional("role", text, MAX_ROLE));
    phones = phones.stream().distinct().toList();
    emails = emails.stream().distinct().toList();
    if (phones.size() > MAX_PHONES) {
      throw InvalidInput.of("phones", "too-many", Map.of("max", MAX_PHONES));
    }
    if (emails.size() > MAX_EMAILS) {
      throw InvalidInput.of("emails", "too-many", Map.of("max", MAX_EMAILS));
    }
  }
}
