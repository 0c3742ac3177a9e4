package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.pursuit.PursuitId;

/** A row of {@code offer}. */
record OfferRow(
    OfferId id,
    LeadId lead,
    PursuitId pursuit,
    DocumentNumber number,
    int revision,
    OfferState state,
    @Nullable SheetId sheet,
    LocalDate validUntil,
    String content,
    String milestones,
    Currency currency,
    BigDecimal net,
    BigDecimal gross,
    String searchText,
    UserId draftedBy,
    String draftedByName,
    Instant draftedAt,
    Version version,
    UserId changedBy,
    String changedByName,
    Instant changedAt)
    implements Stamped {}
