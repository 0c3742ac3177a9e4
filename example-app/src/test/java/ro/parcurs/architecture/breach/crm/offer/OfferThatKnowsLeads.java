package ro.parcurs.architecture.breach.crm.offer;

import java.util.List;
import ro.parcurs.architecture.breach.crm.lead.LeadThatKnowsOffers;

public record OfferThatKnowsLeads(List<LeadThatKnowsOffers> leads) {
  LeadThatKnowsOffers first() {
    return leads.get(0);
  }
}
