package ro.parcurs.crm.company;

import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.text.Text;

/**
 * A company as it is known to the public: what identifies it, where it is, how it is reached.
 *
 * @param name at most {@value #MAX_NAME} characters
 * @param vat empty when nobody knows
 * @param registryStatus empty when nobody knows
 */
public record CompanyProfile(
    Cui cui,
    String name,
    Address address,
    Optional<TradeRegisterNumber> tradeRegisterNumber,
    Optional<VatStatus> vat,
    Optional<RegistryStatus> registryStatus,
    Optional<CaenCode> caen,
    Optional<Iban> iban,
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> email,
    Optional<Website> website) {

  public static final int MAX_NAME = 200;

  public CompanyProfile {
    Objects.requireNonNull(cui, "cui");
    name = Text.required("name", name, MAX_NAME);
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(tradeRegisterNumber, "tradeRegisterNumber");
    Objects.requireNonNull(vat, "vat");
    Objects.requireNonNull(registryStatus, "registryStatus");
    Objects.requireNonNull(caen, "caen");
    Objects.requireNonNull(iban, "iban");
    Objects.requireNonNull(phone, "phone");
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(website, "website");
  }

  /** A company of which only the required is known. */
  public static CompanyProfile of(Cui cui, String name, Address address) {
    return new CompanyProfile(
        cui,
        name,
        address,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same company with another VAT status. */
  public CompanyProfile withVat(Optional<VatStatus> other) {
    return new CompanyProfile(
        cui,
        name,
        address,
        tradeRegisterNumber,
        other,
        registryStatus,
        caen,
        iban,
        phone,
        email,
        website);
  }

  /** The same company as it stands with the tax authority. */
  public CompanyProfile with(
      Optional<VatStatus> otherVat, Optional<RegistryStatus> otherRegistryStatus) {
    return new CompanyProfile(
        cui,
        name,
        address,
        tradeRegisterNumber,
        otherVat,
        otherRegistryStatus,
        caen,
        iban,
        phone,
        email,
        website);
  }
}
