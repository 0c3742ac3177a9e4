package ro.parcurs.crm.offer.usecase;

import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.PursuitId;

/** The store of offers, each revision for itself; writes happen only inside a unit of work. */
public interface Offers {

  /**
   * @throws AlreadyExists when the pursuit has another live offer, or the revision's number is
   *     taken; it names that one's identity
   */
  void add(Offer offer);

  /**
   * @throws NotFound when there is no such offer
   */
  Offer get(OfferId id);

  /** The revision of the pursuit that was drafted last. */
  Optional<Offer> findNewest(PursuitId pursuit);

  /** All revisions of the pursuit, the one drafted last first. */
  List<Offer> ofPursuit(PursuitId pursuit);

  /** All revisions made from the sheet, the one drafted last first. */
  List<Offer> madeFrom(SheetId sheet);

  /**
   * Keeps the changed offer, provided that nobody has changed it since it was read.
   *
   * @throws ConcurrentChange when somebody has
   * @throws NotFound when there is no such offer
   */
  void save(Offer offer);
}
