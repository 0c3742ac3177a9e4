package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.Explosion;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetState;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.ResponsibilityId;

/**
 * A row of {@code evaluation_sheet}.
 *
 * @param lines the rows of {@code evaluation_sheet_line} as a document; only read
 */
record SheetRow(
    SheetId id,
    LeadId lead,
    PursuitId pursuit,
    ResponsibilityId responsibility,
    DocumentNumber number,
    SheetState state,
    Currency currency,
    @Nullable BigDecimal exchangeRate,
    Explosion explosion,
    @Nullable String lines,
    @Nullable String chapters,
    @Nullable BigDecimal net,
    @Nullable UserId finalisedBy,
    @Nullable String finalisedByName,
    @Nullable Instant finalisedAt,
    UserId addedBy,
    String addedByName,
    Instant addedAt,
    Version version,
    UserId changedBy,
    String changedByName,
    Instant changedAt)
    implements Stamped {}
