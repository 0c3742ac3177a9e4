package ro.parcurs.crm.journey.usecase;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import ro.parcurs.crm.contract.usecase.Contracts;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.pursuit.ContractFact;
import ro.parcurs.crm.pursuit.OfferFact;
import ro.parcurs.crm.pursuit.PursuitDocuments;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.SheetFact;

/** Tells a pursuit how its sheet, its offer and its contract stand today. Thread-safe. */
public final class DocumentStandings {

  private final EvaluationSheets sheets;
  private final Offers offers;
  private final Contracts contracts;
  private final Leads leads;
  private final Clock clock;

  @Inject
  public DocumentStandings(
      EvaluationSheets sheets, Offers offers, Contracts contracts, Leads leads, Clock clock) {
    this.sheets = sheets;
    this.offers = offers;
    this.contracts = contracts;
    this.leads = leads;
    this.clock = clock;
  }

  PursuitDocuments of(LeadId lead, PursuitId pursuit) {
    Optional<Offer> newest = offers.findNewest(pursuit);
    Optional<OfferId> accepted =
        newest.filter(offer -> offer.state() == OfferState.ACCEPTED).map(Offer::id);
    return new PursuitDocuments(
        sheets.findByPursuit(pursuit).map(EvaluationSheet::fact).orElse(SheetFact.NONE),
        newest.map(offer -> offer.standing(LocalDate.now(clock))).orElse(OfferFact.NONE),
        contracts
            .find(pursuit)
            .map(contract -> contract.fact(leads.get(lead).company(), accepted, clock.instant()))
            .orElseGet(ContractFact.None::new));
  }
}
