package ro.parcurs.architecture.breach.crm.lead;

import ro.parcurs.architecture.breach.crm.offer.OfferThatKnowsLeads;

public record LeadThatKnowsOffers(OfferThatKnowsLeads offer) {}
