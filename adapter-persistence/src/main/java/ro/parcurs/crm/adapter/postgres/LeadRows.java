package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import ro.parcurs.crm.access.LeadAccess;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.ContactPersons;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadDetails;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Tag;
import ro.parcurs.crm.lead.WorkPoint;
import ro.parcurs.crm.lead.usecase.LeadListItem;
import ro.parcurs.crm.lead.usecase.OpenTask;
import ro.parcurs.crm.pursuit.Deadline;

/** Between leads and their rows. */
@Mapper(config = RowMapping.class)
interface LeadRows {

  // ---- to rows ----

  @Mapping(target = "cui", source = "company.cui")
  @Mapping(target = "name", source = "company.name")
  @Mapping(target = "county", source = "company.address.county")
  @Mapping(target = "locality", source = "company.address.locality")
  @Mapping(target = "street", source = "company.address.street")
  @Mapping(target = "postalCode", source = "company.address.postalCode")
  @Mapping(target = "tradeRegisterNumber", source = "company.tradeRegisterNumber")
  @Mapping(target = "vatState", source = "company.vat")
  @Mapping(target = "vatCheckedAt", source = "company.vat", qualifiedByName = "checkedAt")
  @Mapping(target = "registryState", source = "company.registryStatus")
  @Mapping(target = "registrySince", source = "company.registryStatus", qualifiedByName = "since")
  @Mapping(target = "caen", source = "company.caen")
  @Mapping(target = "iban", source = "company.iban")
  @Mapping(target = "phone", source = "company.phone")
  @Mapping(target = "email", source = "company.email")
  @Mapping(target = "website", source = "company.website")
  @Mapping(target = "source", source = "details.source")
  @Mapping(target = "notes", source = "details.notes")
  @Mapping(target = "priority", source = "details.priority")
  @Mapping(target = "tags", source = "details.tags")
  @Mapping(target = "addedBy", source = "added.by")
  @Mapping(target = "addedByName", source = "added.name")
  @Mapping(target = "addedAt", source = "added.at")
  @Mapping(target = "changedBy", source = "changed.by")
  @Mapping(target = "changedByName", source = "changed.name")
  @Mapping(target = "changedAt", source = "changed.at")
  LeadRow row(Lead.Snapshot lead);

  @Mapping(target = "id", source = "person.id")
  @Mapping(target = "isPrimary", source = "primary")
  ContactPersonRow row(ContactPerson person, LeadId lead, int position, boolean primary);

  @Mapping(target = "id", source = "site.id")
  @Mapping(target = "county", source = "site.address.county")
  @Mapping(target = "locality", source = "site.address.locality")
  @Mapping(target = "street", source = "site.address.street")
  @Mapping(target = "postalCode", source = "site.address.postalCode")
  WorkPointRow row(WorkPoint site, LeadId lead, int position);

  default List<ContactPersonRow> people(Lead lead) {
    ContactPersons persons = lead.contactPersons();
    return IntStream.range(0, persons.all().size())
        .mapToObj(
            i -> {
              ContactPerson person = persons.all().get(i);
              return row(person, lead.id(), i, persons.isPrimary(person.id()));
            })
        .toList();
  }

  default List<WorkPointRow> sites(Lead lead) {
    return IntStream.range(0, lead.workPoints().size())
        .mapToObj(i -> row(lead.workPoints().get(i), lead.id(), i))
        .toList();
  }

  default @Nullable VatState vatState(Optional<VatStatus> vat) {
    return vat.map(VatStatus::state).orElse(null);
  }

  @Named("checkedAt")
  default @Nullable Instant checkedAt(Optional<VatStatus> vat) {
    return vat.flatMap(VatStatus::checkedAt).orElse(null);
  }

  default @Nullable RegistryState registryState(Optional<RegistryStatus> status) {
    return status.map(RegistryStatus::state).orElse(null);
  }

  @Named("since")
  default @Nullable LocalDate since(Optional<RegistryStatus> status) {
    return status.flatMap(RegistryStatus::since).orElse(null);
  }

  default String text(Tag tag) {
    return tag.value();
  }

  default String text(PhoneNumber phone) {
    return phone.value();
  }

  default String text(EmailAddress email) {
    return email.value();
  }

  // ---- from rows ----

  @Mapping(target = "company", source = "row")
  @Mapping(target = "details", source = "row")
  @Mapping(target = "added", source = "row", qualifiedByName = "added")
  @Mapping(target = "changed", source = "row")
  Lead.Snapshot lead(LeadRow row, ContactPersons contactPersons, List<WorkPoint> workPoints);

  @Mapping(target = "address", source = ".")
  @Mapping(target = "vat", source = ".")
  @Mapping(target = "registryStatus", source = ".")
  @Mapping(target = "withVat", ignore = true)
  CompanyProfile company(LeadRow row);

  Address address(LeadRow row);

  @Mapping(target = "withPriority", ignore = true)
  LeadDetails details(LeadRow row);

  @Named("added")
  default Stamp added(LeadRow row) {
    return new Stamp(row.addedBy(), row.addedByName(), row.addedAt());
  }

  default Optional<VatStatus> vat(LeadRow row) {
    return Optional.ofNullable(row.vatState())
        .map(state -> new VatStatus(state, Optional.ofNullable(row.vatCheckedAt())));
  }

  default Optional<RegistryStatus> registryStatus(LeadRow row) {
    return Optional.ofNullable(row.registryState())
        .map(state -> new RegistryStatus(state, Optional.ofNullable(row.registrySince())));
  }

  ContactPerson person(ContactPersonRow row);

  @Mapping(target = "address", source = ".")
  WorkPoint site(WorkPointRow row);

  Address address(WorkPointRow row);

  default ContactPersons persons(List<ContactPersonRow> rows) {
    return new ContactPersons(
        rows.stream().map(this::person).toList(),
        rows.stream().filter(ContactPersonRow::isPrimary).map(ContactPersonRow::id).findFirst());
  }

  default Tag tag(String text) {
    return new Tag(text);
  }

  default PhoneNumber phone(String text) {
    return new PhoneNumber(text);
  }

  default EmailAddress email(String text) {
    return new EmailAddress(text);
  }

  // ---- what lists show ----

  LeadAccess access(LeadAccessRow row);

  @Mapping(target = "task", source = ".")
  LeadListItem item(LeadListRow row);

  default Optional<OpenTask> task(LeadListRow row) {
    return row.step() == null || row.assignee() == null || row.deadline() == null
        ? Optional.empty()
        : Optional.of(new OpenTask(row.step(), row.assignee(), new Deadline(row.deadline())));
  }
}
