package ro.parcurs.crm;

import jakarta.inject.Inject;
import ro.parcurs.crm.catalogue.usecase.CatalogueUseCases;
import ro.parcurs.crm.contract.usecase.ContractUseCases;
import ro.parcurs.crm.evaluation.usecase.SheetUseCases;
import ro.parcurs.crm.journey.usecase.JourneyUseCases;
import ro.parcurs.crm.journey.usecase.MailUseCases;
import ro.parcurs.crm.lead.usecase.LeadUseCases;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.offer.usecase.OfferUseCases;
import ro.parcurs.crm.order.usecase.OrderUseCases;
import ro.parcurs.crm.pursuit.usecase.PursuitUseCases;

/**
 * The one entry point: every use case is reached from here, grouped by what it is about.
 * Thread-safe.
 *
 * <pre>{@code crm.pursuits().activate(Caller.of(actor), command)}</pre>
 */
public final class Crm {

  private final Messages messages;
  private final LeadUseCases leads;
  private final PursuitUseCases pursuits;
  private final CatalogueUseCases catalogue;
  private final SheetUseCases sheets;
  private final OfferUseCases offers;
  private final ContractUseCases contracts;
  private final OrderUseCases orders;
  private final JourneyUseCases journey;
  private final MailUseCases mail;

  @Inject
  public Crm(
      Messages messages,
      LeadUseCases leads,
      PursuitUseCases pursuits,
      CatalogueUseCases catalogue,
      SheetUseCases sheets,
      OfferUseCases offers,
      ContractUseCases contracts,
      OrderUseCases orders,
      JourneyUseCases journey,
      MailUseCases mail) {
    this.messages = messages;
    this.leads = leads;
    this.pursuits = pursuits;
    this.catalogue = catalogue;
    this.sheets = sheets;
    this.offers = offers;
    this.contracts = contracts;
    this.orders = orders;
    this.journey = journey;
    this.mail = mail;
  }

  /** The texts of errors, states and events, in Romanian and English. */
  public Messages messages() {
    return messages;
  }

  /** Leads, their people and sites, and the lists of them. */
  public LeadUseCases leads() {
    return leads;
  }

  /** Activating leads, the work on their responsibilities, their timeline. */
  public PursuitUseCases pursuits() {
    return pursuits;
  }

  /** The catalogue: items, recipes, VAT rates. */
  public CatalogueUseCases catalogue() {
    return catalogue;
  }

  /** Evaluation sheets. */
  public SheetUseCases sheets() {
    return sheets;
  }

  /** Price offers, their approval, delivery and revisions. */
  public OfferUseCases offers() {
    return offers;
  }

  /** Contracts, their warnings and signed copies. */
  public ContractUseCases contracts() {
    return contracts;
  }

  /** Client orders, and what the ERP reports of their invoices and payments. */
  public OrderUseCases orders() {
    return orders;
  }

  /** Closing responsibilities, and what is missing for it. */
  public JourneyUseCases journey() {
    return journey;
  }

  /** What became of mails, and what they begin as. */
  public MailUseCases mail() {
    return mail;
  }
}
