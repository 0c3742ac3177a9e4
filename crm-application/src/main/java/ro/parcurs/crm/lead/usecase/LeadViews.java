package ro.parcurs.crm.lead.usecase;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.ContactPersons;
import ro.parcurs.crm.lead.Lead;

/** From leads to what is shown of them. */
@Mapper(componentModel = "default", implementationName = "Generated<CLASS_NAME>")
interface LeadViews {

  @Mapping(target = "company", source = "company")
  @Mapping(target = "ownerName", source = "ownerName")
  @Mapping(target = "registry", source = "registry")
  @Mapping(target = "permissions", source = "permissions")
  @Mapping(target = "checkDigitFails", expression = "java(fails(lead))")
  LeadView view(
      Lead.Snapshot lead,
      CompanyProfile company,
      Optional<String> ownerName,
      Optional<RegistrySnapshot> registry,
      Set<Permission> permissions);

  @Mapping(target = "primary", source = "isPrimary")
  ContactPersonView view(ContactPerson person, boolean isPrimary);

  default List<ContactPersonView> views(ContactPersons persons) {
    return persons.all().stream()
        .map(person -> view(person, persons.isPrimary(person.id())))
        .sorted(Comparator.comparing(ContactPersonView::primary).reversed())
        .toList();
  }

  default boolean fails(Lead.Snapshot lead) {
    return !lead.company().cui().hasValidCheckDigit();
  }
}
