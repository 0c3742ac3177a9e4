package ro.parcurs.crm.lead.usecase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.company.CaenCode;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.Iban;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.company.Website;
import ro.parcurs.crm.validation.Given;
import ro.parcurs.crm.validation.PlainText;
import ro.parcurs.crm.validation.ValueOf;

/**
 * What a lead's company is, as it is filled in by hand or by the registry; name, county and
 * locality are required. What comes from outside is only ever declared: that the registry said so
 * is known where the registry is asked.
 *
 * @param registrySince the date of the registry's state
 */
public record CompanyData(
    @NotNull @PlainText(max = CompanyProfile.MAX_NAME, required = true) @Nullable String name,
    @NotNull @Valid @Nullable AddressData address,
    @ValueOf(TradeRegisterNumber.class) @Nullable String tradeRegisterNumber,
    @Nullable VatState vat,
    @Nullable RegistryState registryState,
    @PastOrPresent @Nullable LocalDate registrySince,
    @ValueOf(CaenCode.class) @Nullable String caen,
    @ValueOf(Iban.class) @Nullable String iban,
    @ValueOf(PhoneNumber.class) @Nullable String phone,
    @ValueOf(EmailAddress.class) @Nullable String email,
    @ValueOf(Website.class) @Nullable String website) {

  /** A company of which only the required is known. */
  public static CompanyData of(@Nullable String name, @Nullable AddressData address) {
    return new CompanyData(name, address, null, null, null, null, null, null, null, null, null);
  }

  /** The company, once the faults are told. */
  CompanyProfile profile(Cui cui) {
    return new CompanyProfile(
        cui,
        Objects.requireNonNull(name),
        Objects.requireNonNull(address).address(),
        Given.value(tradeRegisterNumber, TradeRegisterNumber::of),
        Optional.ofNullable(vat).map(VatStatus::declared),
        Optional.ofNullable(registryState)
            .map(state -> new RegistryStatus(state, Optional.ofNullable(registrySince))),
        Given.value(caen, CaenCode::of),
        Given.value(iban, Iban::of),
        Given.value(phone, PhoneNumber::of),
        Given.value(email, EmailAddress::of),
        Given.value(website, Website::of));
  }
}
