package ro.parcurs.crm.lead.usecase;

import java.util.Optional;
import ro.parcurs.crm.company.CaenCode;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.company.RegistryStatus;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatStatus;

/** A company as the registry knows it, checked; what it doesn't know well enough is empty. */
public record RegistryEntry(
    Cui cui,
    String name,
    Optional<County> county,
    Optional<String> locality,
    Optional<String> street,
    Optional<PostalCode> postalCode,
    Optional<TradeRegisterNumber> tradeRegisterNumber,
    VatStatus vat,
    RegistryStatus status,
    Optional<CaenCode> caen,
    Optional<PhoneNumber> phone) {}
