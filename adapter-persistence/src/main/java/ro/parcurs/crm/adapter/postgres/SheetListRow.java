package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetState;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.pursuit.PursuitId;

/** A sheet as lists show it. */
record SheetListRow(
    SheetId id,
    DocumentNumber number,
    SheetState state,
    LeadId lead,
    String leadName,
    PursuitId pursuit,
    int lines,
    @Nullable BigDecimal net,
    Currency currency,
    UserId addedBy,
    String addedByName,
    Instant addedAt,
    UserId changedBy,
    String changedByName,
    Instant changedAt,
    long candidates)
    implements Gathered, Stamped {}
