package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractNumber;
import ro.parcurs.crm.contract.FileId;
import ro.parcurs.crm.contract.PaymentTerm;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.PursuitId;

/** A row of {@code contract}. */
record ContractRow(
    ContractId id,
    Version version,
    LeadId lead,
    PursuitId pursuit,
    ContractNumber number,
    LocalDate signedOn,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    PaymentTerm paymentTerm,
    @Nullable String ourRepresentative,
    @Nullable String clientRepresentative,
    @Nullable String notes,
    @Nullable OfferId offer,
    @Nullable Currency currency,
    @Nullable BigDecimal net,
    @Nullable BigDecimal gross,
    @Nullable FileId file,
    @Nullable String fileName,
    @Nullable Integer fileSize,
    @Nullable Sha256 fileSha256,
    @Nullable UserId attachedBy,
    @Nullable String attachedByName,
    @Nullable Instant attachedAt,
    UserId addedBy,
    String addedByName,
    Instant addedAt,
    UserId changedBy,
    String changedByName,
    Instant changedAt)
    implements Stamped {}
