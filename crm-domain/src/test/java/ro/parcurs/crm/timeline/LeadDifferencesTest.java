package ro.parcurs.crm.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CaenCode;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.Iban;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.company.Website;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadDetails;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadSource;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.Tag;
import ro.parcurs.crm.timeline.LeadChanged.LeadFieldChanged;
import ro.parcurs.crm.timeline.LeadChanged.LeadPriorityChanged;
import ro.parcurs.crm.timeline.LeadChanged.RegistryStatusChanged;
import ro.parcurs.crm.timeline.LeadChanged.VatStatusChanged;

class LeadDifferencesTest {

  private static final Stamp BY_ANA =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));
  private static final Cui CUI = Cui.of("99020015");
  private static final Lead BEFORE =
      Lead.add(
          new LeadId(new UUID(0, 1)),
          CompanyProfile.of(
              CUI, "Exemplu", new Address(County.CJ, "Dej", Optional.empty(), Optional.empty())),
          LeadDetails.NONE,
          Optional.empty(),
          BY_ANA);

  private static final CompanyProfile OTHER =
      new CompanyProfile(
          CUI,
          "Exemplu SRL",
          new Address(
              County.BH,
              "Oradea",
              Optional.of("Str. Lungă 1"),
              Optional.of(PostalCode.of("410001"))),
          Optional.of(TradeRegisterNumber.of("J05/1729/1991")),
          Optional.of(VatStatus.checked(VatState.PAYER, BY_ANA.at())),
          Optional.of(
              new RegistryStatus(RegistryState.INACTIVE, Optional.of(LocalDate.of(2026, 1, 2)))),
          Optional.of(CaenCode.of("4711")),
          Optional.of(Iban.of("RO49AAAA1B31007593840000")),
          Optional.of(PhoneNumber.of("0722123456")),
          Optional.of(EmailAddress.of("a@exemplu.ro")),
          Optional.of(Website.of("exemplu.ro")));

  private static final LeadDetails NOTED =
      new LeadDetails(
          Optional.of(new LeadSource("Târg")),
          Optional.of("de sunat"),
          Priority.HIGH,
          List.of(new Tag("vip"), new Tag("nou")));

  @Test
  void what_did_not_change_is_not_told() {
    assertThat(LeadDifferences.between(BEFORE, BEFORE)).isEmpty();
  }

  @Test
  void every_field_is_told_with_what_it_was_and_what_it_is() {
    Lead after = BEFORE.edit(OTHER, NOTED, BY_ANA);
    assertThat(LeadDifferences.between(BEFORE, after))
        .containsExactly(
            new LeadFieldChanged(
                LeadField.NAME, Optional.of("Exemplu"), Optional.of("Exemplu SRL")),
            new LeadFieldChanged(LeadField.COUNTY, Optional.of("Cluj"), Optional.of("Bihor")),
            new LeadFieldChanged(LeadField.LOCALITY, Optional.of("Dej"), Optional.of("Oradea")),
            appeared(LeadField.STREET, "Str. Lungă 1"),
            appeared(LeadField.POSTAL_CODE, "410001"),
            appeared(LeadField.TRADE_REGISTER_NUMBER, "J05/1729/1991"),
            appeared(LeadField.CAEN, "4711"),
            appeared(LeadField.IBAN, "RO49AAAA1B31007593840000"),
            appeared(LeadField.PHONE, "+40722123456"),
            appeared(LeadField.EMAIL, "a@exemplu.ro"),
            appeared(LeadField.WEBSITE, "https://exemplu.ro"),
            appeared(LeadField.SOURCE, "Târg"),
            appeared(LeadField.NOTES, "de sunat"),
            appeared(LeadField.TAGS, "nou, vip"),
            new LeadPriorityChanged(Priority.NORMAL, Priority.HIGH),
            new RegistryStatusChanged(Optional.empty(), Optional.of(RegistryState.INACTIVE)),
            new VatStatusChanged(Optional.empty(), Optional.of(VatState.PAYER)));
  }

  @Test
  void a_person_is_told_by_the_names_of_fields_only() {
    ContactPersonId id = new ContactPersonId(new UUID(1, 1));
    ContactPerson before = new ContactPerson(id, "Ana", Optional.empty(), List.of(), List.of());
    ContactPerson after =
        new ContactPerson(
            id,
            "Ana Pop",
            Optional.of("director"),
            List.of(PhoneNumber.of("0722123456")),
            List.of(EmailAddress.of("a@exemplu.ro")));
    assertThat(LeadDifferences.between(before, before)).isEmpty();
    assertThat(LeadDifferences.between(before, after))
        .containsExactly(
            PersonField.NAME, PersonField.ROLE, PersonField.PHONES, PersonField.EMAILS);
  }

  private static LeadFieldChanged appeared(LeadField field, String to) {
    return new LeadFieldChanged(field, Optional.empty(), Optional.of(to));
  }
}
