package ro.parcurs.crm.lead.usecase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.lead.Priority;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.ColumnMap;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.text.SearchText;

/** Takes rows of a sheet for leads, as their cells are meant. For one import. */
final class LeadRows {

  /** A row: what it says, and what of it can't be meant. */
  record Read(LeadData data, List<Violation> faults) {}

  private static final Pattern SEVERAL = Pattern.compile("[;,\n]");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\x{FEFF}\\x{200B}-\\x{200D}\\x{2060}\\x{00AD}]");
  private static final List<String> YES = List.of("da", "yes", "true", "1", "x");
  private static final List<String> NO = List.of("nu", "no", "false", "0");

  /** Under which field of {@link LeadData} the faults of a column are told. */
  private static final Map<LeadColumn, String> FIELDS =
      Map.ofEntries(
          Map.entry(LeadColumn.CUI, "cui"),
          Map.entry(LeadColumn.NAME, "company.name"),
          Map.entry(LeadColumn.COUNTY, "company.address.county"),
          Map.entry(LeadColumn.LOCALITY, "company.address.locality"),
          Map.entry(LeadColumn.STREET, "company.address.street"),
          Map.entry(LeadColumn.POSTAL_CODE, "company.address.postalCode"),
          Map.entry(LeadColumn.TRADE_REGISTER_NUMBER, "company.tradeRegisterNumber"),
          Map.entry(LeadColumn.VAT, "company.vat"),
          Map.entry(LeadColumn.CAEN, "company.caen"),
          Map.entry(LeadColumn.IBAN, "company.iban"),
          Map.entry(LeadColumn.PHONE, "company.phone"),
          Map.entry(LeadColumn.EMAIL, "company.email"),
          Map.entry(LeadColumn.WEBSITE, "company.website"),
          Map.entry(LeadColumn.SOURCE, "details.source"),
          Map.entry(LeadColumn.NOTES, "details.notes"),
          Map.entry(LeadColumn.PRIORITY, "details.priority"),
          Map.entry(LeadColumn.TAGS, "details.tags"),
          Map.entry(LeadColumn.OWNER, "owner"),
          Map.entry(LeadColumn.CONTACT, "contactPersons[0].name"),
          Map.entry(LeadColumn.CONTACT_ROLE, "contactPersons[0].role"),
          Map.entry(LeadColumn.CONTACT_PHONE, "contactPersons[0].phones"),
          Map.entry(LeadColumn.CONTACT_EMAIL, "contactPersons[0].emails"));

  private final ColumnMap<LeadColumn> map;
  private final Map<String, Priority> priorities = new HashMap<>();
  private final Map<String, VatState> vatStates = new HashMap<>();
  private final Map<String, UserId> owners = new HashMap<>();

  LeadRows(ColumnMap<LeadColumn> map, Wording wording, Users users) {
    this.map = map;
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
    for (Actor user : users.list()) {
      owners.put(SearchText.fold(user.name()), user.id());
      owners.put(SearchText.fold(user.id().value()), user.id());
    }
  }

  /** The column that a fault of a lead is about; empty when it is about the whole row. */
  static Optional<LeadColumn> columnOf(Violation fault) {
    return FIELDS.entrySet().stream()
        .filter(entry -> fault.field().startsWith(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Read read(SheetRow row) {
    return new Reading(row).read();
  }

  /** The reading of one row. */
  private final class Reading {

    private final SheetRow row;
    private final List<Violation> faults = new ArrayList<>();

    Reading(SheetRow row) {
      this.row = row;
    }

    Read read() {
      AddressData address =
          new AddressData(
              known(LeadColumn.COUNTY, "county-unknown", County::find),
              text(LeadColumn.LOCALITY),
              text(LeadColumn.STREET),
              code(LeadColumn.POSTAL_CODE));
      CompanyData company =
          new CompanyData(
              text(LeadColumn.NAME),
              address,
              text(LeadColumn.TRADE_REGISTER_NUMBER),
              known(LeadColumn.VAT, "yes-or-no", folded(vatStates)),
              null,
              null,
              null,
              code(LeadColumn.CAEN),
              code(LeadColumn.IBAN),
              code(LeadColumn.PHONE),
              code(LeadColumn.EMAIL),
              code(LeadColumn.WEBSITE));
      Priority priority = known(LeadColumn.PRIORITY, "priority-unknown", folded(priorities));
      NotesData details =
          new NotesData(
              text(LeadColumn.SOURCE),
              text(LeadColumn.NOTES),
              priority == null ? Priority.NORMAL : priority,
              several(LeadColumn.TAGS));
      LeadData data =
          new LeadData(
              code(LeadColumn.CUI),
              false,
              company,
              details,
              known(LeadColumn.OWNER, "owner-unknown", folded(owners)),
              person(),
              List.of());
      return new Read(data, faults);
    }

    private List<PersonData> person() {
      String name = text(LeadColumn.CONTACT);
      String role = text(LeadColumn.CONTACT_ROLE);
      List<String> phones = several(LeadColumn.CONTACT_PHONE);
      List<String> emails = several(LeadColumn.CONTACT_EMAIL);
      return name == null && role == null && phones.isEmpty() && emails.isEmpty()
          ? List.of()
          : List.of(new PersonData(name, role, phones, emails, true));
    }

    /** A text; null when there is none. */
    private @Nullable String text(LeadColumn column) {
      Cell cell = map.cell(row, column);
      if (cell instanceof Cell.Broken broken) {
        fault(column, "cell-broken", Map.of("shown", broken.text()));
        return null;
      }
      return cell.isBlank() ? null : cell.text();
    }

    /** A text in which nothing invisible is meant. */
    private @Nullable String code(LeadColumn column) {
      String text = text(column);
      return text == null ? null : INVISIBLE.matcher(text).replaceAll("").strip();
    }

    private List<String> several(LeadColumn column) {
      String text = code(column);
      return text == null
          ? List.of()
          : Arrays.stream(SEVERAL.split(text))
              .map(String::strip)
              .filter(s -> !s.isEmpty())
              .toList();
    }

    private <V> @Nullable V known(
        LeadColumn column, String fault, java.util.function.Function<String, Optional<V>> find) {
      String text = code(column);
      if (text == null) {
        return null;
      }
      Optional<V> found = find.apply(text);
      if (found.isEmpty()) {
        fault(column, fault, Map.of("shown", text));
      }
      return found.orElse(null);
    }

    private static <V> java.util.function.Function<String, Optional<V>> folded(
        Map<String, V> values) {
      return text -> Optional.ofNullable(values.get(SearchText.fold(text)));
    }

    private void fault(LeadColumn column, String code, Map<String, Object> arguments) {
      faults.addAll(InvalidInput.of(FIELDS.getOrDefault(column, ""), code, arguments).violations());
    }
  }
}
