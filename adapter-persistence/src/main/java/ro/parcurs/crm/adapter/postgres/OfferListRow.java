package ro.parcurs.crm.adapter.postgres;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferState;

/** A line of the list of offers. */
record OfferListRow(
    OfferId id,
    DocumentNumber number,
    int revision,
    OfferState state,
    LeadId lead,
    String leadName,
    Cui cui,
    Currency currency,
    BigDecimal net,
    BigDecimal gross,
    LocalDate validUntil,
    UserId draftedBy,
    String draftedByName,
    Instant draftedAt,
    long candidates)
    implements Gathered {}
