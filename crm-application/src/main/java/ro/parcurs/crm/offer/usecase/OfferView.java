package ro.parcurs.crm.offer.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.offer.Margin;
import ro.parcurs.crm.offer.Milestones;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferMove;
import ro.parcurs.crm.offer.OfferNumber;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.pursuit.PursuitId;

/**
 * One revision of an offer, as shown to one user.
 *
 * @param expired whether its validity is past while it still matters
 * @param source the sheet it was made from
 * @param margin empty for who may not see it, or where no cost is known
 * @param vatChange the day within its validity on which one of its VAT rates changes
 * @param moves what the user can do with it now
 * @param ownOffer whether it waits for an approval that this user may not give as its author
 * @param revisions all of the same number, the newest first
 */
public record OfferView(
    OfferId id,
    Version version,
    OfferNumber number,
    OfferState state,
    boolean expired,
    LeadId lead,
    String leadName,
    Cui cui,
    PursuitId pursuit,
    OfferContentView content,
    Milestones milestones,
    Optional<SourceView> source,
    Optional<Margin> margin,
    Optional<LocalDate> vatChange,
    Set<OfferMove> moves,
    boolean ownOffer,
    List<RevisionView> revisions,
    Stamp changed) {

  public OfferView {
    moves = Set.copyOf(moves);
    revisions = List.copyOf(revisions);
  }

  /** Whether the user can do it now. */
  public boolean allows(OfferMove move) {
    return moves.contains(move);
  }

  /** The revision before this one. */
  public Optional<RevisionView> previous() {
    return revisions.stream()
        .filter(revision -> revision.number().revision() == number.revision() - 1)
        .findFirst();
  }
}
