package ro.parcurs.crm.lead.usecase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.company.CaenCode;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.Iban;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.timeline.LeadField;

/**
 * A company as the registry knew it at one moment, checked; what it doesn't know well enough is
 * empty.
 *
 * @param seat where the company has its registered office
 * @param fiscalDomicile where the tax authority writes to; often the seat, not always
 * @param omitted what the registry gave in a form that can't be right, and so is left out
 * @param answeredAt when the registry said all this, to the microsecond
 */
public record RegistryEntry(
    Cui cui,
    String name,
    RegistryAddress seat,
    RegistryAddress fiscalDomicile,
    Optional<TradeRegisterNumber> tradeRegisterNumber,
    Optional<RegistryVat> vat,
    Optional<RegistryStatus> status,
    Optional<CaenCode> caen,
    Optional<Iban> iban,
    Optional<PhoneNumber> phone,
    Registration registration,
    Set<LeadField> omitted,
    Instant answeredAt) {

  public RegistryEntry {
    Objects.requireNonNull(cui, "cui");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(seat, "seat");
    Objects.requireNonNull(fiscalDomicile, "fiscalDomicile");
    Objects.requireNonNull(tradeRegisterNumber, "tradeRegisterNumber");
    Objects.requireNonNull(vat, "vat");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(caen, "caen");
    Objects.requireNonNull(iban, "iban");
    Objects.requireNonNull(phone, "phone");
    Objects.requireNonNull(registration, "registration");
    omitted = Set.copyOf(omitted);
    answeredAt = answeredAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** A company of which only the code and the name are known. */
  public static RegistryEntry of(Cui cui, String name, Instant answeredAt) {
    return new RegistryEntry(
        cui,
        name,
        RegistryAddress.UNKNOWN,
        RegistryAddress.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Registration.UNKNOWN,
        Set.of(),
        answeredAt);
  }

  /** The address that a lead gets: the seat, or where that isn't known, the fiscal domicile. */
  public RegistryAddress address() {
    return seat.isKnown() ? seat : fiscalDomicile;
  }

  /** The VAT status as of the answer. */
  public Optional<VatStatus> vatStatus() {
    return vat.map(said -> VatStatus.checked(said.state(), answeredAt));
  }

  /**
   * What is known of the company, with its VAT called checked where this answer says the same and
   * was given later than it was last checked; where it says something else, nothing changes.
   */
  public CompanyProfile confirm(CompanyProfile known) {
    return known.withVat(
        known
            .vat()
            .map(
                filledIn ->
                    vatStatus()
                        .filter(said -> said.state() == filledIn.state())
                        .filter(said -> filledIn.checkedAt().filter(answeredAt::isBefore).isEmpty())
                        .orElse(filledIn)));
  }
}
