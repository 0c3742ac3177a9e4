package ro.parcurs.crm.offer.usecase;

import java.time.LocalDate;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferNumber;
import ro.parcurs.crm.offer.OfferState;

/**
 * A line of the list of offers.
 *
 * @param expired whether its validity is past while it still matters
 * @param net what it comes to before VAT
 * @param drafted by whom, and when
 */
public record OfferListItem(
    OfferId id,
    OfferNumber number,
    OfferState state,
    boolean expired,
    LeadId lead,
    String leadName,
    Cui cui,
    Money net,
    Money gross,
    LocalDate validUntil,
    Stamp drafted) {}
