package ro.parcurs.crm.lead.usecase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.validation.Given;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.validation.ValueOf;

/**
 * A contact person as they are filled in; the name is required.
 *
 * @param primary whether they are the first to turn to
 */
public record PersonData(
    @NotNull @PlainText(max = ContactPerson.MAX_NAME, required = true) @Nullable String name,
    @PlainText(max = ContactPerson.MAX_ROLE) @Nullable String role,
    @NotNull @Size(max = ContactPerson.MAX_PHONES)
        List<@NotNull @ValueOf(PhoneNumber.class) String> phones,
    @NotNull @Size(max = ContactPerson.MAX_EMAILS)
        List<@NotNull @ValueOf(EmailAddress.class) String> emails,
    boolean primary) {

  /** The person, once the faults are told. */
  ContactPerson person(ContactPersonId id) {
    return new ContactPerson(
        id,
        Objects.requireNonNull(name),
        Given.text(role),
        values(phones, PhoneNumber::of),
        values(emails, EmailAddress::of));
  }

  private static <T> List<T> values(List<String> texts, Function<String, T> of) {
    return texts.stream().flatMap(text -> Given.value(text, of).stream()).toList();
  }
}
