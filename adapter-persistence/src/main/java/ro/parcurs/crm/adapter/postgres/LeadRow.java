package ro.parcurs.crm.adapter.postgres;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.CaenCode;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.Iban;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.company.RegistryState;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.company.Website;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.LeadSource;
import ro.parcurs.crm.lead.LeadState;
import ro.parcurs.crm.lead.Priority;

/** A row of {@code lead}. */
record LeadRow(
    LeadId id,
    Version version,
    Cui cui,
    String name,
    County county,
    String locality,
    @Nullable String street,
    @Nullable PostalCode postalCode,
    @Nullable TradeRegisterNumber tradeRegisterNumber,
    @Nullable VatState vatState,
    @Nullable Instant vatCheckedAt,
    @Nullable RegistryState registryState,
    @Nullable LocalDate registrySince,
    @Nullable CaenCode caen,
    @Nullable Iban iban,
    @Nullable PhoneNumber phone,
    @Nullable EmailAddress email,
    @Nullable Website website,
    @Nullable LeadSource source,
    @Nullable String notes,
    Priority priority,
    List<String> tags,
    @Nullable UserId owner,
    LeadState state,
    UserId addedBy,
    String addedByName,
    Instant addedAt,
    UserId changedBy,
    String changedByName,
    Instant changedAt)
    implements Stamped {}
