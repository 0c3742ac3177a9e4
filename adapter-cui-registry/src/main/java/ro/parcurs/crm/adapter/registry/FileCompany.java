package ro.parcurs.crm.adapter.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

/** One line of a file of companies, read by the names of its columns. */
final class FileCompany {

  static final String CODE = "CUI";
  static final String NAME = "DENUMIRE";

  private static final Set<String> SOLE_TRADERS = Set.of("PF", "PFA", "II", "IF");

  private final List<String> columns;
  private final List<String> values;
  private final Set<LeadField> omitted = EnumSet.noneOf(LeadField.class);
  private final Said said = new Said(omitted);

  FileCompany(List<String> columns, List<String> values) {
    this.columns = columns;
    this.values = values;
  }

  /**
   * @param cui the code that was asked, which the line must have
   * @param asOf the date of the file
   * @return empty when it isn't a company's line
   */
  Optional<RegistryEntry> read(Cui cui, Instant asOf) {
    boolean theirs =
        text(CODE)
            .filter(Cui::isWellFormed)
            .filter(code -> Cui.unchecked(code).equals(cui))
            .isPresent();
    return theirs ? said.name(text(NAME)).map(name -> entry(cui, name, asOf)) : Optional.empty();
  }

  private RegistryEntry entry(Cui cui, String name, Instant asOf) {
    Optional<TradeRegisterNumber> register =
        said.value(
            LeadField.TRADE_REGISTER_NUMBER, text("COD_INMATRICULARE"), TradeRegisterNumber::of);
    return new RegistryEntry(
        cui,
        name,
        seat(),
        RegistryAddress.UNKNOWN,
        register,
        vat(),
        status(),
        said.value(LeadField.CAEN, text("COD_CAEN"), CaenCode::of),
        said.value(LeadField.IBAN, text("IBAN"), Iban::of),
        said.value(LeadField.PHONE, text("TELEFON"), PhoneNumber::of),
        registration(register),
        omitted,
        asOf);
  }

  private RegistryAddress seat() {
    Optional<County> county =
        said.value(
            LeadField.COUNTY,
            text("ADR_JUDET"),
            name -> County.find(name).orElseThrow(() -> new IllegalArgumentException("no county")));
    Optional<String> street =
        said.street(
            Stream.of(
                text("ADR_DEN_STRADA"),
                text("ADR_NR_STRADA").or(() -> text("ADR_DEN_NR_STRADA")).map(nr -> "nr. " + nr),
                text("ADR_BLOC").map(block -> "bl. " + block),
                text("ADR_SCARA").map(stairs -> "sc. " + stairs),
                text("ADR_ETAJ").map(floor -> "et. " + floor),
                text("ADR_APARTAMENT").map(door -> "ap. " + door),
                text("ADR_COMPLETARE")));
    return new RegistryAddress(
        county,
        said.locality(text("ADR_LOCALITATE")),
        street,
        said.postalCode(text("ADR_COD_POSTAL"), county));
  }

  private Optional<RegistryVat> vat() {
    return word("PLATITOR_TVA")
        .flatMap(
            word ->
                switch (word) {
                  case "DA" -> Optional.of(RegistryVat.of(VatState.PAYER));
                  case "NU" -> Optional.of(RegistryVat.of(VatState.NON_PAYER));
                  default -> Optional.empty();
                });
  }

  private Optional<RegistryStatus> status() {
    Optional<LocalDate> since = text("STARE_DIN").flatMap(Said::date);
    return word("STARE")
        .flatMap(
            word ->
                switch (word) {
                  case "ACTIVA" -> Optional.of(RegistryState.ACTIVE);
                  case "INACTIVA" -> Optional.of(RegistryState.INACTIVE);
                  case "RADIATA" -> Optional.of(RegistryState.STRUCK_OFF);
                  default -> Optional.empty();
                })
        .map(state -> new RegistryStatus(state, since));
  }

  private Registration registration(Optional<TradeRegisterNumber> register) {
    Optional<String> form = text("FORMA_JURIDICA");
    boolean soleTrader =
        register.filter(number -> number.value().startsWith("F")).isPresent()
            || word("FORMA_JURIDICA").filter(SOLE_TRADERS::contains).isPresent();
    return new Registration(
        // some have the time of day behind the date
        text("DATA_INMATRICULARE").map(text -> text.split(" ")[0]).flatMap(Said::date),
        form,
        soleTrader,
        Optional.empty());
  }

  private Optional<String> word(String column) {
    return text(column).map(text -> text.toUpperCase(Locale.ROOT));
  }

  /** What stands in the column, tidied; empty when it is blank, unreadable or not there. */
  private Optional<String> text(String column) {
    int place = columns.indexOf(column);
    return place < 0 || place >= values.size()
        ? Optional.empty()
        : Optional.ofNullable(Said.tidied(values.get(place))).filter(text -> !text.isEmpty());
  }
}
