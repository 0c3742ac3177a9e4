package ro.parcurs.crm.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.company.CaenCode;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.Iban;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.lead.usecase.Registration;
import ro.parcurs.crm.lead.usecase.RegistryAddress;
import ro.parcurs.crm.lead.usecase.RegistryEntry;
import ro.parcurs.crm.lead.usecase.RegistryVat;
import ro.parcurs.crm.timeline.LeadField;

/**
 * One company of an answer, read. A blank text, a missing one and null are all nothing. A value
 * that can't be right is left out and said so; a value of the wrong kind makes the whole
 * unreadable, for then the service speaks another language than this one.
 */
final class AnafCompany {

  /** The company is not in the form that the service promises. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  private static final String STRUCK_OFF = "RADIERE";
  private static final String STREET = "denumire_Strada";
  private static final String NUMBER = "numar_Strada";
  private static final String DETAILS = "detalii_Adresa";
  private static final String LOCALITY = "denumire_Localitate";
  private static final String POSTAL_CODE = "cod_Postal";
  private static final String CAR_PLATE = "cod_JudetAuto";
  private static final Pattern STATE_DATE = Pattern.compile("\\bdin data\\s+(\\S+)");

  private final Cui code;
  private final JsonNode general;
  private final JsonNode company;
  private final Set<LeadField> omitted = EnumSet.noneOf(LeadField.class);

  private AnafCompany(Cui code, JsonNode company) throws Unreadable {
    this.code = code;
    this.company = company;
    this.general = object(company, "date_generale");
  }

  static RegistryEntry read(Cui code, JsonNode company, Instant at) throws Unreadable {
    return new AnafCompany(code, company).entry(at);
  }

  private RegistryEntry entry(Instant at) throws Unreadable {
    Said said = new Said(omitted);
    String name = said.name(text(general, "denumire")).orElseThrow(() -> new Unreadable("no name"));
    Optional<TradeRegisterNumber> register =
        said.value(
            LeadField.TRADE_REGISTER_NUMBER, text(general, "nrRegCom"), TradeRegisterNumber::of);
    RegistryAddress seat = address("adresa_sediu_social", "s", Optional.empty(), said);
    RegistryAddress fiscal =
        address("adresa_domiciliu_fiscal", "d", text(general, "codPostal"), new Said(unheeded()));
    Optional<RegistryVat> vat = vat();
    Optional<RegistryStatus> status = status();
    Optional<CaenCode> caen = said.value(LeadField.CAEN, text(general, "cod_CAEN"), CaenCode::of);
    Optional<Iban> iban = said.value(LeadField.IBAN, text(general, "iban"), Iban::of);
    Optional<PhoneNumber> phone =
        said.value(LeadField.PHONE, text(general, "telefon"), PhoneNumber::of);
    return new RegistryEntry(
        code,
        name,
        seat,
        fiscal,
        register,
        vat,
        status,
        caen,
        iban,
        phone,
        registration(register),
        omitted,
        at);
  }

  // ---- addresses ----

  private RegistryAddress address(
      String object, String prefix, Optional<String> otherPostalCode, Said said) throws Unreadable {
    JsonNode address = object(company, object);
    Optional<County> county =
        said.value(LeadField.COUNTY, text(address, prefix + CAR_PLATE), AnafCompany::county);
    Optional<String> number =
        text(address, prefix + NUMBER)
            .map(text -> Character.isDigit(text.charAt(0)) ? "nr. " + text : text);
    Optional<String> street =
        said.street(
            Stream.of(text(address, prefix + STREET), number, text(address, prefix + DETAILS)));
    Optional<String> postalCode = text(address, prefix + POSTAL_CODE).or(() -> otherPostalCode);
    return new RegistryAddress(
        county,
        said.locality(text(address, prefix + LOCALITY)),
        street,
        said.postalCode(postalCode, county));
  }

  /** The county by the letters of its car plates; names are written in too many ways. */
  private static County county(String letters) {
    return Stream.of(County.values())
        .filter(county -> county.auto().equals(letters))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no county"));
  }

  /** What is wrong with the fiscal domicile is not missing on the lead. */
  private static Set<LeadField> unheeded() {
    return EnumSet.noneOf(LeadField.class);
  }

  // ---- states ----

  /** The flag is right whatever the periods say; of these the newest tells since when. */
  private Optional<RegistryVat> vat() throws Unreadable {
    JsonNode registration = object(company, "inregistrare_scop_Tva");
    Optional<Boolean> flag = flag(registration, "scpTVA");
    Optional<Boolean> onCollection =
        flag(object(company, "inregistrare_RTVAI"), "statusTvaIncasare");
    Optional<Period> newest = newest(registration.path("perioade_TVA"));
    return flag.map(
        payer ->
            payer
                ? new RegistryVat(VatState.PAYER, newest.flatMap(Period::begin), onCollection)
                : new RegistryVat(VatState.NON_PAYER, newest.flatMap(Period::end), onCollection));
  }

  private record Period(Optional<LocalDate> begin, Optional<LocalDate> end) {}

  private static Optional<Period> newest(JsonNode periods) throws Unreadable {
    if (periods.isMissingNode() || periods.isNull() || periods.isObject()) {
      return periods.isObject() ? Optional.of(period(periods)) : Optional.empty();
    }
    if (!periods.isArray()) {
      throw new Unreadable("perioade_TVA");
    }
    Stream.Builder<Period> all = Stream.builder();
    for (JsonNode period : periods) {
      if (!period.isObject()) {
        throw new Unreadable("perioade_TVA");
      }
      all.add(period(period));
    }
    return all.build().max(Comparator.comparing(period -> period.begin().orElse(LocalDate.MIN)));
  }

  private static Period period(JsonNode period) throws Unreadable {
    return new Period(date(period, "data_inceput_ScpTVA"), date(period, "data_sfarsit_ScpTVA"));
  }

  /** Struck off by either sign, and that before inactive, which it can still be called. */
  private Optional<RegistryStatus> status() throws Unreadable {
    JsonNode inactivity = object(company, "stare_inactiv");
    Optional<String> state = text(general, "stare_inregistrare");
    Optional<String> struckOff = text(inactivity, "dataRadiere");
    if (struckOff.isPresent() || state.filter(text -> text.startsWith(STRUCK_OFF)).isPresent()) {
      return Optional.of(
          new RegistryStatus(
              RegistryState.STRUCK_OFF,
              struckOff.flatMap(Said::date).or(() -> state.flatMap(AnafCompany::dateOf))));
    }
    Optional<LocalDate> inactiveSince = date(inactivity, "dataInactivare");
    Optional<LocalDate> registered = date(general, "data_inregistrare");
    return flag(inactivity, "statusInactivi")
        .map(
            inactive ->
                inactive
                    ? new RegistryStatus(RegistryState.INACTIVE, inactiveSince)
                    : new RegistryStatus(RegistryState.ACTIVE, registered));
  }

  /** "RADIERE din data 08.12.2023" */
  private static Optional<LocalDate> dateOf(String state) {
    Matcher date = STATE_DATE.matcher(state);
    return date.find() ? Said.date(date.group(1)) : Optional.empty();
  }

  private Registration registration(Optional<TradeRegisterNumber> register) throws Unreadable {
    Optional<String> legalForm = text(general, "forma_juridica");
    boolean formless =
        legalForm.isEmpty()
            && text(general, "forma_organizare").isEmpty()
            && text(general, "forma_de_proprietate").isEmpty();
    boolean naturalPerson = register.map(number -> number.value().startsWith("F")).orElse(formless);
    return new Registration(
        date(general, "data_inregistrare"),
        legalForm,
        naturalPerson,
        flag(general, "statusRO_e_Factura"));
  }

  // ---- what stands in the JSON ----

  private static JsonNode object(JsonNode parent, String name) throws Unreadable {
    JsonNode node = parent.path(name);
    if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
      throw new Unreadable(name);
    }
    return node;
  }

  private static Optional<String> text(JsonNode parent, String name) throws Unreadable {
    JsonNode node = parent.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual() && !node.isIntegralNumber()) {
      throw new Unreadable(name);
    }
    @Nullable String tidied = Said.tidied(node.asText());
    if (tidied == null) {
      throw new Unreadable(name);
    }
    return Optional.of(tidied).filter(text -> !text.isEmpty());
  }

  private static Optional<LocalDate> date(JsonNode parent, String name) throws Unreadable {
    return text(parent, name).flatMap(Said::date);
  }

  /** A real boolean; the documentation draws it as a text. */
  private static Optional<Boolean> flag(JsonNode parent, String name) throws Unreadable {
    JsonNode node = parent.path(name);
    if (node.isBoolean()) {
      return Optional.of(node.booleanValue());
    }
    Optional<String> written = node.isNumber() ? Optional.of("number") : text(parent, name);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    return switch (written.get()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> throw new Unreadable(name);
    };
  }
}
