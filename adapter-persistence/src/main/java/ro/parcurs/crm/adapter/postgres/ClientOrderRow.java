package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.pursuit.PursuitId;

/** A row of {@code client_order}. */
record ClientOrderRow(
    OrderId id,
    DocumentNumber number,
    LeadId lead,
    PursuitId pursuit,
    ContractId contract,
    OfferId offer,
    LocalDate placedOn,
    Currency currency,
    BigDecimal gross,
    String totals,
    UserId placedBy,
    String placedByName,
    Instant placedAt) {}
