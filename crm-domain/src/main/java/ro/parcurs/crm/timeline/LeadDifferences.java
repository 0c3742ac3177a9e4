package ro.parcurs.crm.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadDetails;
import ro.parcurs.crm.lead.Tag;

/** Tells two versions of a lead apart, field by field. */
public final class LeadDifferences {

  private LeadDifferences() {}

  /**
   * What changed between two versions of a lead in what its company is and what is noted of it; its
   * owner, people, sites and state are told by the use cases that change them.
   */
  public static List<LeadChanged> between(Lead before, Lead after) {
    List<LeadChanged> changes = new ArrayList<>();
    for (LeadField field : LeadField.values()) {
      Optional<String> from = text(field, before);
      Optional<String> to = text(field, after);
      if (!from.equals(to)) {
        changes.add(new LeadChanged.LeadFieldChanged(field, from, to));
      }
    }
    if (before.details().priority() != after.details().priority()) {
      changes.add(
          new LeadChanged.LeadPriorityChanged(
              before.details().priority(), after.details().priority()));
    }
    var formerStatus = before.company().registryStatus().map(RegistryStatus::state);
    var status = after.company().registryStatus().map(RegistryStatus::state);
    if (!formerStatus.equals(status)) {
      changes.add(new LeadChanged.RegistryStatusChanged(formerStatus, status));
    }
    var formerVat = before.company().vat().map(VatStatus::state);
    var vat = after.company().vat().map(VatStatus::state);
    if (!formerVat.equals(vat)) {
      changes.add(new LeadChanged.VatStatusChanged(formerVat, vat));
    }
    return List.copyOf(changes);
  }

  /** Which fields of a person differ; {@link PersonField#PRIMARY} is not looked at. */
  public static List<PersonField> between(ContactPerson before, ContactPerson after) {
    List<PersonField> fields = new ArrayList<>();
    if (!before.name().equals(after.name())) {
      fields.add(PersonField.NAME);
    }
    if (!before.role().equals(after.role())) {
      fields.add(PersonField.ROLE);
    }
    if (!before.phones().equals(after.phones())) {
      fields.add(PersonField.PHONES);
    }
    if (!before.emails().equals(after.emails())) {
      fields.add(PersonField.EMAILS);
    }
    return List.copyOf(fields);
  }

  private static Optional<String> text(LeadField field, Lead lead) {
    CompanyProfile company = lead.company();
    LeadDetails details = lead.details();
    return switch (field) {
      case NAME -> Optional.of(company.name());
      case COUNTY -> Optional.of(company.address().county().displayName());
      case LOCALITY -> Optional.of(company.address().locality());
      case STREET -> company.address().street();
      case POSTAL_CODE -> shown(company.address().postalCode());
      case TRADE_REGISTER_NUMBER -> shown(company.tradeRegisterNumber());
      case CAEN -> shown(company.caen());
      case IBAN -> shown(company.iban());
      case PHONE -> shown(company.phone());
      case EMAIL -> shown(company.email());
      case WEBSITE -> shown(company.website());
      case SOURCE -> shown(details.source());
      case NOTES -> details.notes();
      case TAGS -> tags(details.tags());
    };
  }

  private static Optional<String> shown(Optional<?> value) {
    return value.map(Object::toString);
  }

  private static Optional<String> tags(List<Tag> tags) {
    return tags.isEmpty()
        ? Optional.empty()
        : Optional.of(tags.stream().map(Tag::value).collect(Collectors.joining(", ")));
  }
}
