package ro.parcurs.crm.offer.usecase;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.LeadAccess;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.usecase.CatalogueItems;
import ro.parcurs.crm.catalogue.usecase.VatRateBook;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.crm.offer.Margin;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferGeneration;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferMove;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.work.Journal;
import ro.parcurs.crm.work.Work;

/** Shows one revision of an offer, with what the actor can do with it now. */
public final class ShowOffer {

  public record Query(@NotNull OfferId offer) {}

  private final Work work;
  private final OfferGate gate;
  private final Offers offers;
  private final Leads leads;
  private final EvaluationSheets sheets;
  private final CatalogueItems items;
  private final VatRateBook book;
  private final AccessPolicy policy;
  private final Optional<MailTransport> mail;
  private final Optional<OfferDocuments> documents;
  private final Journal journal;
  private final OfferViews views = new OfferViews();

  @Inject
  public ShowOffer(
      Work work,
      OfferGate gate,
      Offers offers,
      Leads leads,
      EvaluationSheets sheets,
      CatalogueItems items,
      VatRateBook book,
      AccessPolicy policy,
      Optional<MailTransport> mail,
      Optional<OfferDocuments> documents,
      Journal journal) {
    this.work = work;
    this.gate = gate;
    this.offers = offers;
    this.leads = leads;
    this.sheets = sheets;
    this.items = items;
    this.book = book;
    this.policy = policy;
    this.mail = mail;
    this.documents = documents;
    this.journal = journal;
  }

  /**
   * @throws NotFound when there is no such offer
   * @throws NotPermitted when the actor may not see its lead
   */
  public OfferView handle(Actor actor, Query query) {
    return work.reading(query, () -> view(actor, gate.open(actor, query.offer())));
  }

  private OfferView view(Actor actor, Offer offer) {
    Lead lead = leads.get(offer.lead());
    LeadAccess access = leads.accessOf(offer.lead());
    LocalDate today = journal.today();
    boolean ownOffer =
        offer.state() == OfferState.SUBMITTED
            && offer.author().equals(actor.id())
            && !policy.permits(actor, Permission.APPROVE_OWN_OFFER);
    return new OfferView(
        offer.id(),
        offer.version(),
        offer.number(),
        offer.state(),
        offer.isExpired(today),
        offer.lead(),
        lead.company().name(),
        lead.cui(),
        offer.pursuit(),
        views.view(offer.content(), offer.figures()),
        offer.milestones(),
        offer.sheet().map(sheets::get).map(sheet -> source(offer, sheet)),
        margin(actor, access, offer),
        vatChange(offer, today),
        moves(actor, access, offer, today, ownOffer),
        ownOffer,
        revisions(offer),
        offer.changed());
  }

  private SourceView source(Offer offer, EvaluationSheet sheet) {
    if (!sheet.isFinalised() || offer.state() != OfferState.DRAFT) {
      return new SourceView(sheet.id(), sheet.number(), sheet.isFinalised(), List.of(), List.of());
    }
    List<ItemId> sold = sheet.lines().stream().map(SheetLine::item).distinct().toList();
    return new SourceView(
        sheet.id(),
        sheet.number(),
        true,
        sheet.changedSince(items.catalogueOf(sold)),
        OfferGeneration.notFrom(sheet.frozen(), offer.content()).stream()
            .map(views::view)
            .toList());
  }

  private Optional<Margin> margin(Actor actor, LeadAccess access, Offer offer) {
    return policy.permits(actor, Permission.SEE_MARGIN, access) ? offer.margin() : Optional.empty();
  }

  private Optional<LocalDate> vatChange(Offer offer, LocalDate today) {
    return offer.state().isLive()
        ? book.current()
            .rates()
            .changeBetween(today, offer.content().validUntil(), offer.content().vatRates())
        : Optional.empty();
  }

  /** Refusing is left to closing the responsibility; so is accepting, while it negotiates. */
  private Set<OfferMove> moves(
      Actor actor, LeadAccess access, Offer offer, LocalDate today, boolean ownOffer) {
    Optional<Step> step = gate.negotiatedAt(offer.lead(), offer.pursuit());
    if (step.isEmpty()) {
      return Set.of();
    }
    Set<OfferMove> moves = EnumSet.noneOf(OfferMove.class);
    for (OfferMove move : offer.state().moves()) {
      boolean allowed =
          switch (move) {
            case ACCEPT ->
                step.get() == Step.CONTRACTING
                    && policy.permits(actor, Permission.PURSUE_LEAD, access);
            case REFUSE -> false;
            case APPROVE -> policy.permits(actor, Permission.APPROVE_OFFER, access) && !ownOffer;
            case DECLINE -> policy.permits(actor, Permission.APPROVE_OFFER, access);
            case SEND ->
                mail.isPresent()
                    && documents.isPresent()
                    && !offer.isExpired(today)
                    && policy.permits(actor, Permission.PURSUE_LEAD, access);
            case HAND_OVER, SUBMIT ->
                !offer.isExpired(today) && policy.permits(actor, Permission.PURSUE_LEAD, access);
            case CHANGE, FINALISE, REVISE -> policy.permits(actor, Permission.PURSUE_LEAD, access);
          };
      if (allowed) {
        moves.add(move);
      }
    }
    return moves;
  }

  private List<RevisionView> revisions(Offer offer) {
    return offers.ofPursuit(offer.pursuit()).stream()
        .filter(other -> other.number().document().equals(offer.number().document()))
        .map(views::revision)
        .toList();
  }
}
