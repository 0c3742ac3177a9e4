package ro.parcurs.crm.offer;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.OfferFact;
import ro.parcurs.crm.pursuit.PursuitId;

/**
 * One revision of a price offer (spec section 7).
 *
 * <p>Its author drafts it, from a sheet or by hand, and submits it. Somebody else approves it, or
 * declines with a reason, which gives it back to the author. Finalised, it never changes again; it
 * is sent or handed over while it is valid, and the client accepts or refuses it. Whoever wants to
 * change it from then on makes the next revision, which takes its place.
 *
 * <p>Immutable: every method gives the changed copy.
 */
public final class Offer {

  private final Snapshot state;
  private final OfferFigures figures;

  private Offer(Snapshot state) {
    this.state = state;
    this.figures = OfferFigures.of(state.content());
  }

  /**
   * Everything an offer is, for stores.
   *
   * @param sheet the sheet it was made from, if any
   * @param changed by whom last, and when
   */
  public record Snapshot(
      OfferId id,
      LeadId lead,
      PursuitId pursuit,
      OfferNumber number,
      OfferState state,
      Optional<SheetId> sheet,
      OfferContent content,
      Milestones milestones,
      Stamp changed,
      Version version) {

    public Snapshot {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(lead, "lead");
      Objects.requireNonNull(pursuit, "pursuit");
      Objects.requireNonNull(number, "number");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(sheet, "sheet");
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(milestones, "milestones");
      Objects.requireNonNull(changed, "changed");
      Objects.requireNonNull(version, "version");
    }
  }

  /** A revision that took the place of another. */
  public record Revised(Offer superseded, Offer draft) {}

  /** An offer as it was stored. */
  public static Offer rebuild(Snapshot snapshot) {
    return new Offer(snapshot);
  }

  // ---- it is written ----

  /** A new offer, in its first revision. */
  public static Offer draft(
      OfferId id,
      LeadId lead,
      PursuitId pursuit,
      OfferNumber number,
      Optional<SheetId> sheet,
      OfferContent content,
      Stamp by) {
    return new Offer(
        new Snapshot(
            id,
            lead,
            pursuit,
            number,
            OfferState.DRAFT,
            sheet,
            content,
            Milestones.begun(by),
            by,
            Version.NEW));
  }

  /**
   * @throws NoSuchTransition unless it is a draft
   */
  public Offer change(OfferContent content, Stamp by) {
    return copy(after(OfferMove.CHANGE), sheet(), content, milestones(), by);
  }

  /**
   * Its content is made anew from a sheet.
   *
   * @throws NoSuchTransition unless it is a draft
   */
  public Offer regenerate(SheetId sheet, OfferContent content, Stamp by) {
    return copy(after(OfferMove.CHANGE), Optional.of(sheet), content, milestones(), by);
  }

  // ---- it is approved ----

  /**
   * @throws NoSuchTransition unless it is a draft
   * @throws EmptyOffer when there is nothing in its total
   * @throws OfferExpired when it is no longer valid
   */
  public Offer submit(LocalDate today, Stamp by) {
    OfferState next = after(OfferMove.SUBMIT);
    if (!content().hasOffered()) {
      throw new EmptyOffer(number());
    }
    requireValid(today);
    return moved(next, milestones -> milestones.submitted(by), by);
  }

  /**
   * @param ownAllowed whether the policy lets an author approve their own
   * @throws NoSuchTransition unless it is submitted
   * @throws OwnOffer when its author tries
   */
  public Offer approve(boolean ownAllowed, Stamp by) {
    OfferState next = after(OfferMove.APPROVE);
    if (author().equals(by.by()) && !ownAllowed) {
      throw new OwnOffer(number());
    }
    return moved(next, milestones -> milestones.approved(by), by);
  }

  /**
   * Gives it back to its author.
   *
   * @throws NoSuchTransition unless it is submitted
   */
  public Offer decline(String reason, Stamp by) {
    OfferState next = after(OfferMove.DECLINE);
    Decline decline = new Decline(by, reason);
    return moved(next, milestones -> milestones.declined(decline), by);
  }

  // ---- the client gets it ----

  /**
   * @throws NoSuchTransition unless it is approved
   */
  public Offer finalise(Stamp by) {
    return moved(after(OfferMove.FINALISE), milestones -> milestones.finalised(by), by);
  }

  /**
   * It was given to the client outside the system.
   *
   * @throws NoSuchTransition unless it is finalised
   * @throws OfferExpired when it is no longer valid
   */
  public Offer markHandedOver(LocalDate today, Stamp by) {
    return delivered(OfferMove.HAND_OVER, today, by);
  }

  /**
   * It went to the client by e-mail; again, if it did before.
   *
   * @throws NoSuchTransition unless it is finalised or was sent before
   * @throws OfferExpired when it is no longer valid
   */
  public Offer markSent(LocalDate today, Stamp by) {
    return delivered(OfferMove.SEND, today, by);
  }

  /**
   * Insists that it may go to the client by e-mail today.
   *
   * @throws NoSuchTransition unless it is finalised or was sent before
   * @throws OfferExpired when it is no longer valid
   */
  public void requireSendable(LocalDate today) {
    after(OfferMove.SEND);
    requireValid(today);
  }

  // ---- it ends ----

  /**
   * The client said yes. Whether an expired one may be accepted is the pursuit's question.
   *
   * @throws NoSuchTransition unless it is with the client
   */
  public Offer accept(Stamp by) {
    return ended(OfferMove.ACCEPT, by);
  }

  /**
   * The client said no, to it or to the whole pursuit.
   *
   * @throws NoSuchTransition when it has ended already
   */
  public Offer refuse(Stamp by) {
    return ended(OfferMove.REFUSE, by);
  }

  /**
   * The next revision takes its place, as a draft with the same content.
   *
   * @param validUntil of the new one
   * @throws NoSuchTransition unless it is finalised or with the client
   */
  public Revised revise(OfferId id, LocalDate validUntil, Stamp by) {
    Offer superseded = ended(OfferMove.REVISE, by);
    OfferContent content = content().withValidUntil(validUntil);
    Offer draft = draft(id, lead(), pursuit(), number().next(), sheet(), content, by);
    return new Revised(superseded, draft);
  }

  // ---- what it is ----

  public OfferId id() {
    return state.id();
  }

  public LeadId lead() {
    return state.lead();
  }

  public PursuitId pursuit() {
    return state.pursuit();
  }

  public OfferNumber number() {
    return state.number();
  }

  public OfferState state() {
    return state.state();
  }

  /** The sheet it was made from. */
  public Optional<SheetId> sheet() {
    return state.sheet();
  }

  public OfferContent content() {
    return state.content();
  }

  /** What it comes to. */
  public OfferFigures figures() {
    return figures;
  }

  /** What it leaves the seller; empty when no cost is known. */
  public Optional<Margin> margin() {
    return Margin.of(content(), figures);
  }

  public Milestones milestones() {
    return state.milestones();
  }

  /** Who drafted this revision. */
  public UserId author() {
    return milestones().drafted().by();
  }

  /** Whether its validity is past while it still matters. */
  public boolean isExpired(LocalDate today) {
    return state().isLive() && today.isAfter(content().validUntil());
  }

  /** What its pursuit has to know of it. */
  public OfferFact standing(LocalDate today) {
    if (state() != OfferState.SENT) {
      return OfferFact.NOT_WITH_CLIENT;
    }
    return isExpired(today) ? OfferFact.EXPIRED_WITH_CLIENT : OfferFact.WITH_CLIENT;
  }

  public Stamp changed() {
    return state.changed();
  }

  public Version version() {
    return state.version();
  }

  public Snapshot snapshot() {
    return state;
  }

  private OfferState after(OfferMove move) {
    return state()
        .after(move)
        .orElseThrow(() -> new NoSuchTransition(Subject.OFFER, state(), move));
  }

  private Offer delivered(OfferMove move, LocalDate today, Stamp by) {
    OfferState next = after(move);
    requireValid(today);
    return moved(next, milestones -> milestones.delivered(by), by);
  }

  private void requireValid(LocalDate today) {
    if (isExpired(today)) {
      throw new OfferExpired(number(), content().validUntil());
    }
  }

  private Offer ended(OfferMove move, Stamp by) {
    return moved(after(move), milestones -> milestones.ended(by), by);
  }

  private Offer moved(OfferState next, UnaryOperator<Milestones> passing, Stamp by) {
    return copy(next, sheet(), content(), passing.apply(milestones()), by);
  }

  private Offer copy(
      OfferState next,
      Optional<SheetId> sheet,
      OfferContent content,
      Milestones milestones,
      Stamp by) {
    return new Offer(
        new Snapshot(
            id(), lead(), pursuit(), number(), next, sheet, content, milestones, by, version()));
  }
}
