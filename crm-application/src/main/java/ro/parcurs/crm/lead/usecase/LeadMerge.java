package ro.parcurs.crm.lead.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.LeadDetails;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.lead.Tag;
import ro.parcurs.crm.lead.TooMany;
import ro.parcurs.crm.lead.WorkPoint;
import ro.parcurs.crm.lead.WorkPointId;
import ro.parcurs.crm.text.SearchText;
import ro.parcurs.crm.timeline.LeadChanged.ContactPersonAdded;
import ro.parcurs.crm.timeline.LeadChanged.ContactPersonChanged;
import ro.parcurs.crm.timeline.LeadChanged.LeadAdded;
import ro.parcurs.crm.timeline.LeadChanged.OwnerChanged;
import ro.parcurs.crm.timeline.LeadChanged.WorkPointAdded;
import ro.parcurs.crm.timeline.LeadChanged.WorkPointChanged;
import ro.parcurs.crm.timeline.LeadDifferences;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.PersonField;
import ro.parcurs.crm.work.Ids;

/**
 * A lead into which rows are written: what a row says replaces what was known, what it leaves empty
 * stays known. People and sites are recognised by their names, case and diacritics not counting;
 * those not yet known are added. Tags are added to those that are there. A priority of {@link
 * Priority#NORMAL} is taken for none said.
 */
final class LeadMerge {

  private final Stamp by;
  private final Ids ids;
  private final Users users;
  private final List<LeadEvent> events = new ArrayList<>();
  private Lead lead;

  private LeadMerge(Lead lead, Stamp by, Ids ids, Users users) {
    this.lead = lead;
    this.by = by;
    this.ids = ids;
    this.users = users;
  }

  /** Into a lead that is there. */
  static LeadMerge into(Lead lead, Stamp by, Ids ids, Users users) {
    return new LeadMerge(lead, by, ids, users);
  }

  /**
   * Into a new lead, which begins as this sound row says.
   *
   * @throws InvalidInput when values are broken together
   * @throws TooMany when the lead would have too many people or sites
   */
  static LeadMerge intoNew(LeadData row, Cui cui, Stamp by, Ids ids, Users users) {
    Lead bare =
        Lead.add(
            new LeadId(ids.next()),
            row.company().profile(cui),
            row.details().details(),
            Optional.ofNullable(row.owner()),
            by);
    LeadMerge merge = new LeadMerge(bare, by, ids, users);
    merge.events.add(new LeadAdded(cui, bare.company().name()));
    for (PersonData person : row.contactPersons()) {
      merge.add(person.person(new ContactPersonId(ids.next())), person.primary());
    }
    for (SiteData site : row.workPoints()) {
      merge.add(site.site(new WorkPointId(ids.next())));
    }
    return merge;
  }

  /** The lead with all that was written into it. */
  Lead lead() {
    return lead;
  }

  /** What was changed by it, in order. */
  List<LeadEvent> events() {
    return List.copyOf(events);
  }

  /**
   * Writes a sound row, whole or not at all.
   *
   * @return whether it said anything new
   * @throws InvalidInput when a value is broken together with what is known already
   * @throws TooMany when the lead would have too many people or sites
   */
  boolean write(LeadData row) {
    Lead before = lead;
    int told = events.size();
    try {
      describe(row);
      Optional.ofNullable(row.owner()).ifPresent(this::assign);
      row.contactPersons().forEach(this::write);
      row.workPoints().forEach(this::write);
      return lead != before;
    } catch (InvalidInput | TooMany fault) {
      lead = before;
      events.subList(told, events.size()).clear();
      throw fault;
    }
  }

  private void describe(LeadData row) {
    CompanyProfile company =
        EditLead.keepCheck(
            lead.company(), merged(lead.company(), row.company().profile(lead.cui())));
    LeadDetails details = merged(lead.details(), row.details().details());
    if (company.equals(lead.company()) && details.equals(lead.details())) {
      return;
    }
    Lead after = lead.edit(company, details, by);
    events.addAll(LeadDifferences.between(lead, after));
    lead = after;
  }

  private static CompanyProfile merged(CompanyProfile known, CompanyProfile said) {
    return new CompanyProfile(
        known.cui(),
        said.name(),
        merged(known.address(), said.address()),
        said.tradeRegisterNumber().or(known::tradeRegisterNumber),
        said.vat().or(known::vat),
        said.registryStatus().or(known::registryStatus),
        said.caen().or(known::caen),
        said.iban().or(known::iban),
        said.phone().or(known::phone),
        said.email().or(known::email),
        said.website().or(known::website));
  }

  /** The street of another place is no street of this one. */
  private static Address merged(Address known, Address said) {
    boolean samePlace =
        known.county() == said.county()
            && SearchText.fold(known.locality()).equals(SearchText.fold(said.locality()));
    return samePlace
        ? new Address(
            said.county(),
            said.locality(),
            said.street().or(known::street),
            said.postalCode().or(known::postalCode))
        : said;
  }

  private static LeadDetails merged(LeadDetails known, LeadDetails said) {
    List<Tag> tags = Stream.concat(known.tags().stream(), said.tags().stream()).toList();
    return new LeadDetails(
        said.source().or(known::source),
        said.notes().or(known::notes),
        said.priority() == Priority.NORMAL ? known.priority() : said.priority(),
        tags);
  }

  private void assign(UserId owner) {
    Optional<UserId> before = lead.owner();
    if (before.filter(owner::equals).isEmpty()) {
      lead = lead.assignTo(Optional.of(owner), by);
      events.add(
          new OwnerChanged(
              before,
              before.map(users::nameOf),
              Optional.of(owner),
              Optional.of(users.nameOf(owner))));
    }
  }

  private void write(PersonData data) {
    ContactPerson said = data.person(new ContactPersonId(ids.next()));
    Optional<ContactPerson> known =
        lead.contactPersons().all().stream()
            .filter(person -> isNamed(person.name(), said.name()))
            .findFirst();
    if (known.isEmpty()) {
      add(said, data.primary());
      return;
    }
    ContactPerson person = merged(known.get(), said);
    Lead after = lead.edit(person, data.primary(), by);
    List<PersonField> fields = EditContactPerson.changes(lead, after, person.id());
    if (!fields.isEmpty()) {
      lead = after;
      events.add(new ContactPersonChanged(person.id(), fields));
    }
  }

  private static ContactPerson merged(ContactPerson known, ContactPerson said) {
    return new ContactPerson(
        known.id(),
        said.name(),
        said.role().or(known::role),
        said.phones().isEmpty() ? known.phones() : said.phones(),
        said.emails().isEmpty() ? known.emails() : said.emails());
  }

  private void write(SiteData data) {
    WorkPoint said = data.site(new WorkPointId(ids.next()));
    Optional<WorkPoint> known =
        lead.workPoints().stream().filter(site -> isNamed(site.name(), said.name())).findFirst();
    if (known.isEmpty()) {
      add(said);
      return;
    }
    WorkPoint before = known.get();
    WorkPoint after =
        new WorkPoint(before.id(), said.name(), merged(before.address(), said.address()));
    if (!after.equals(before)) {
      lead = lead.edit(after, by);
      events.add(
          new WorkPointChanged(
              after.id(), after.name(), EditWorkPoint.told(before), EditWorkPoint.told(after)));
    }
  }

  private void add(ContactPerson person, boolean primary) {
    lead = lead.add(person, primary, by);
    events.add(new ContactPersonAdded(person.id()));
  }

  private void add(WorkPoint site) {
    lead = lead.add(site, by);
    events.add(new WorkPointAdded(site.id(), site.name(), site.address().inOneLine()));
  }

  private static boolean isNamed(String known, String said) {
    return SearchText.fold(known).equals(SearchText.fold(said));
  }
}
