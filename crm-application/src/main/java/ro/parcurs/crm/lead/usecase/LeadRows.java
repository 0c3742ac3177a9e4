package ro.parcurs.crm.lead.usecase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.spreadsheet.ColumnMap;
import ro.parcurs.crm.spreadsheet.RowReading;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.text.SearchText;
import ro.parcurs.crm.validation.CommandValidator;

/** Takes rows of a sheet for leads, as their cells are meant. For one import. */
final class LeadRows {

  /** A row: what it says, and what of it can't be meant. */
  record Read(LeadData data, List<Violation> faults) {}

  private static final List<String> YES = List.of("da", "yes", "true", "1", "x");
  private static final List<String> NO = List.of("nu", "no", "false", "0");

  private final ColumnMap<LeadColumn> columns;
  private final CommandValidator validator;
  private final Map<String, Priority> priorities = new HashMap<>();
  private final Map<String, VatState> vatStates = new HashMap<>();
  private final Map<String, UserId> owners = new HashMap<>();

  LeadRows(
      ColumnMap<LeadColumn> columns, Wording wording, Users users, CommandValidator validator) {
    this.columns = columns;
    this.validator = validator;
    for (Locale language : List.of(Locale.forLanguageTag("ro"), Locale.ENGLISH)) {
      for (Priority priority : Priority.values()) {
        priorities.put(SearchText.fold(wording.of(priority, language)), priority);
        priorities.put(SearchText.fold(priority.name()), priority);
      }
      for (VatState state : VatState.values()) {
        vatStates.put(SearchText.fold(wording.of(state, language)), state);
      }
    }
    YES.forEach(yes -> vatStates.put(yes, VatState.PAYER));
    NO.forEach(no -> vatStates.put(no, VatState.NON_PAYER));
    Set<String> ofSeveral = new HashSet<>();
    for (Actor user : users.list()) {
      if (owners.put(SearchText.fold(user.name()), user.id()) != null) {
        ofSeveral.add(SearchText.fold(user.name()));
      }
    }
    owners.keySet().removeAll(ofSeveral);
    users.list().forEach(user -> owners.put(SearchText.fold(user.id().value()), user.id()));
  }

  /** Reads a row; the fields of its faults are checked no further. */
  Read read(SheetRow row) {
    RowReading<LeadColumn> cells = new RowReading<>(columns, row);
    LeadData data =
        new LeadData(
            cells.code(LeadColumn.CUI),
            false,
            company(cells),
            details(cells),
            cells.known(LeadColumn.OWNER, "owner-unknown", owners),
            people(cells),
            List.of());
    return new Read(data, cells.faults());
  }

  /** All faults of a row by itself. What can't be meant says more than that it is missing. */
  List<Violation> allFaults(Read row) {
    List<Violation> all = new ArrayList<>(row.faults());
    Set<String> told = new HashSet<>();
    all.forEach(fault -> told.add(fault.field()));
    validator.faults(row.data()).stream()
        .filter(fault -> !told.contains(fault.field()))
        .forEach(all::add);
    return all;
  }

  private CompanyData company(RowReading<LeadColumn> cells) {
    AddressData address =
        new AddressData(
            cells.known(LeadColumn.COUNTY, "county-unknown", County::find),
            cells.text(LeadColumn.LOCALITY),
            cells.text(LeadColumn.STREET),
            cells.code(LeadColumn.POSTAL_CODE));
    return new CompanyData(
        cells.text(LeadColumn.NAME),
        address,
        cells.code(LeadColumn.TRADE_REGISTER_NUMBER),
        cells.known(LeadColumn.VAT, "yes-or-no", vatStates),
        null,
        null,
        cells.code(LeadColumn.CAEN),
        cells.code(LeadColumn.IBAN),
        cells.code(LeadColumn.PHONE),
        cells.code(LeadColumn.EMAIL),
        cells.code(LeadColumn.WEBSITE));
  }

  private NotesData details(RowReading<LeadColumn> cells) {
    Priority priority = cells.known(LeadColumn.PRIORITY, "priority-unknown", priorities);
    return new NotesData(
        cells.text(LeadColumn.SOURCE),
        cells.text(LeadColumn.NOTES),
        priority == null ? Priority.NORMAL : priority,
        cells.several(LeadColumn.TAGS));
  }

  private static List<PersonData> people(RowReading<LeadColumn> cells) {
    String name = cells.text(LeadColumn.CONTACT);
    String role = cells.text(LeadColumn.CONTACT_ROLE);
    List<String> phones = cells.several(LeadColumn.CONTACT_PHONE);
    List<String> emails = cells.several(LeadColumn.CONTACT_EMAIL);
    return name == null && role == null && phones.isEmpty() && emails.isEmpty()
        ? List.of()
        : List.of(new PersonData(name, role, phones, emails, true));
  }
}
