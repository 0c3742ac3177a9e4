package ro.parcurs.crm.lead.usecase;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.text.SearchText;

/**
 * What a search for leads looks into, and how names are ordered; stores keep both beside the lead.
 */
public final class LeadSearch {

  private LeadSearch() {}

  /**
   * The folded name, fiscal code with and without RO, contact persons' names, and phone numbers in
   * national and international digits.
   */
  public static String textOf(Lead lead) {
    Stream<PhoneNumber> phones =
        Stream.concat(
            lead.company().phone().stream(),
            lead.contactPersons().all().stream().flatMap(person -> person.phones().stream()));
    return Stream.of(
            Stream.of(lead.company().name(), "RO" + lead.cui()),
            lead.contactPersons().all().stream().map(person -> person.name()),
            phones.flatMap(phone -> digits(phone).stream()))
        .flatMap(part -> part)
        .map(SearchText::fold)
        .collect(Collectors.joining(" "));
  }

  /** What names are ordered by: case and diacritics don't count. */
  public static String nameKey(Lead lead) {
    return SearchText.fold(lead.company().name());
  }

  private static List<String> digits(PhoneNumber phone) {
    return List.of(phone.value().substring(1), phone.shown().replace(" ", ""));
  }
}
