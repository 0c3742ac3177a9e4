package ro.parcurs.crm.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CaenCode;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.County;
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
import ro.parcurs.crm.lead.WorkPoint;
import ro.parcurs.crm.lead.WorkPointId;

/**
 * Leads for tests, each with a fiscal code of its own: {@code aLead().named("Șosele
 * SRL").in(County.CJ).ownedBy(ana).build()}. Immutable.
 */
public final class LeadFixture {

  private static final Stamp ADDED =
      new Stamp(new UserId("ana"), "Ana Pop", Instant.parse("2026-11-20T08:00:00.123456Z"));

  private final Lead lead;

  private LeadFixture(Lead lead) {
    this.lead = lead;
  }

  /** An inactive lead of which only the required is known. */
  public static LeadFixture aLead() {
    return new LeadFixture(
        Lead.add(
            new LeadId(UUID.randomUUID()),
            CompanyProfile.of(
                Cuis.next(),
                "Exemplu SRL",
                new Address(County.CJ, "Cluj-Napoca", Optional.empty(), Optional.empty())),
            LeadDetails.NONE,
            Optional.empty(),
            ADDED));
  }

  /** A lead of which everything is known that can be known, with people and sites. */
  public static LeadFixture aFullLead() {
    Lead bare = aLead().build();
    return new LeadFixture(
            bare.edit(
                new CompanyProfile(
                    bare.cui(),
                    "Construcții Țărănești „Șoimul” SRL",
                    new Address(
                        County.TM,
                        "Timișoara",
                        Optional.of("Șoseaua Lugojului nr. 3, ap. 4"),
                        Optional.of(PostalCode.of("300001"))),
                    Optional.of(TradeRegisterNumber.of("J2012002622359")),
                    Optional.of(
                        VatStatus.checked(
                            VatState.PAYER, Instant.parse("2026-11-24T06:00:00.000001Z"))),
                    Optional.of(
                        new RegistryStatus(
                            RegistryState.ACTIVE, Optional.of(LocalDate.of(2012, 10, 5)))),
                    Optional.of(CaenCode.of("0119")),
                    Optional.of(Iban.of("RO49AAAA1B31007593840000")),
                    Optional.of(PhoneNumber.of("0256 123 456")),
                    Optional.of(EmailAddress.of("contact@exemplu.ro")),
                    Optional.of(Website.of("www.exemplu.ro"))),
                new LeadDetails(
                    Optional.of(new LeadSource("Târg")),
                    Optional.of("Sună dimineața;\nnu vinerea."),
                    Priority.HIGH,
                    List.of(new Tag("agricol"), new Tag("vest"))),
                ADDED))
        .ownedBy(new UserId("ana"))
        .withContact("Ștefan Țuțea", "0722 123 456", "stefan@exemplu.ro")
        .withContact("Ioana Mureșan", "0733 765 432", "ioana@exemplu.ro")
        .with(lead -> lead.edit(lead.contactPersons().all().get(1), true, ADDED))
        .withWorkPoint("Depozit Lugoj")
        .withWorkPoint("Siloz Jimbolia");
  }

  public LeadFixture named(String name) {
    return company(
        company ->
            new CompanyProfile(
                company.cui(),
                name,
                company.address(),
                company.tradeRegisterNumber(),
                company.vat(),
                company.registryStatus(),
                company.caen(),
                company.iban(),
                company.phone(),
                company.email(),
                company.website()));
  }

  public LeadFixture in(County county) {
    return company(
        company ->
            new CompanyProfile(
                company.cui(),
                company.name(),
                new Address(
                    county,
                    company.address().locality(),
                    company.address().street(),
                    company.address().postalCode()),
                company.tradeRegisterNumber(),
                company.vat(),
                company.registryStatus(),
                company.caen(),
                company.iban(),
                company.phone(),
                company.email(),
                company.website()));
  }

  /** With the company's own number. */
  public LeadFixture withPhone(String phone) {
    return company(
        company ->
            new CompanyProfile(
                company.cui(),
                company.name(),
                company.address(),
                company.tradeRegisterNumber(),
                company.vat(),
                company.registryStatus(),
                company.caen(),
                company.iban(),
                Optional.of(PhoneNumber.of(phone)),
                company.email(),
                company.website()));
  }

  public LeadFixture from(String source) {
    LeadDetails details = lead.details();
    return with(
        before ->
            before.edit(
                before.company(),
                new LeadDetails(
                    Optional.of(new LeadSource(source)),
                    details.notes(),
                    details.priority(),
                    details.tags()),
                ADDED));
  }

  public LeadFixture of(Priority priority) {
    return with(
        before -> before.edit(before.company(), before.details().withPriority(priority), ADDED));
  }

  public LeadFixture ownedBy(UserId owner) {
    return with(before -> before.assignTo(Optional.of(owner), ADDED));
  }

  public LeadFixture activatedFor(UserId owner) {
    return with(before -> before.activate(owner, before.details().priority(), ADDED));
  }

  public LeadFixture withContact(String name, String phone, String email) {
    return withContact(name, List.of(PhoneNumber.of(phone)), List.of(EmailAddress.of(email)));
  }

  /** A contact person of whom nobody knows where to get at them. */
  public LeadFixture withContact(String name) {
    return withContact(name, List.of(), List.of());
  }

  private LeadFixture withContact(
      String name, List<PhoneNumber> phones, List<EmailAddress> emails) {
    return with(
        before ->
            before.add(
                new ContactPerson(
                    new ContactPersonId(UUID.randomUUID()),
                    name,
                    Optional.of("Director"),
                    phones,
                    emails),
                false,
                ADDED));
  }

  public LeadFixture withWorkPoint(String name) {
    return with(
        before ->
            before.add(
                new WorkPoint(
                    new WorkPointId(UUID.randomUUID()),
                    name,
                    new Address(
                        County.TM,
                        "Lugoj",
                        Optional.of("Str. Lungă 1"),
                        Optional.of(PostalCode.of("305500")))),
                ADDED));
  }

  /** Changed last by this user at that moment. */
  public LeadFixture changedAt(Instant at) {
    return with(
        before ->
            before.edit(
                before.company(), before.details(), new Stamp(new UserId("ion"), "Ion Țuțea", at)));
  }

  /** Whatever else is done to a lead. */
  public LeadFixture with(UnaryOperator<Lead> change) {
    return new LeadFixture(change.apply(lead));
  }

  public Lead build() {
    return lead;
  }

  private LeadFixture company(UnaryOperator<CompanyProfile> change) {
    return with(before -> before.edit(change.apply(before.company()), before.details(), ADDED));
  }
}
