package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.testkit.LeadFixture.aLead;
import static ro.parcurs.crm.testkit.OfferFixture.TODAY;
import static ro.parcurs.crm.testkit.OfferFixture.VALID_UNTIL;
import static ro.parcurs.crm.testkit.OfferFixture.aContent;
import static ro.parcurs.crm.testkit.OfferFixture.aDraft;
import static ro.parcurs.crm.testkit.OfferFixture.aFullContent;
import static ro.parcurs.crm.testkit.OfferFixture.finalised;
import static ro.parcurs.crm.testkit.PursuitFixture.BY_ANA;
import static ro.parcurs.crm.testkit.PursuitFixture.BY_ION;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.usecase.EvaluationSheets;
import ro.parcurs.crm.lead.Lead;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.usecase.Offers;
import ro.parcurs.crm.pursuit.Pursuit;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.Responsibility;
import ro.parcurs.crm.pursuit.Step;
import ro.parcurs.crm.pursuit.usecase.Pursuits;
import ro.parcurs.crm.pursuit.usecase.Responsibilities;

/** What every {@link Offers} does. */
public abstract class OffersContract extends PortContract {

  private final Pursuit pursuit = begun();

  protected OffersContract(Ports ports) {
    super(ports);
  }

  @Test
  void what_is_added_is_read_back_whole() {
    Offer offer = aDraft(pursuit, Optional.of(sheet()), aFullContent());
    add(offer);
    assertThat(offers().get(offer.id()).snapshot()).isEqualTo(at(1, offer));
    assertThat(offers().get(offer.id()).figures()).isEqualTo(offer.figures());
  }

  @Test
  void every_station_of_its_life_is_read_back_whole() {
    Offer offer = added(aDraft(pursuit));
    offer = saved(offer.submit(TODAY, BY_ANA));
    offer = saved(offer.decline("Discountul e „prea mare”", BY_ION));
    offer = saved(offer.change(aFullContent(), BY_ANA));
    offer = saved(offer.submit(TODAY, BY_ANA));
    offer = saved(offer.approve(false, BY_ION));
    offer = saved(offer.finalise(BY_ANA));
    offer = saved(offer.markHandedOver(TODAY, BY_ANA));
    offer = saved(offer.accept(BY_ION));
    assertThat(offer.version()).isEqualTo(new Version(9));
  }

  @Test
  void a_change_that_was_not_saved_is_not_seen() {
    Offer offer = added(aDraft(pursuit));
    offer.change(aContent("Altceva", "1", "1"), BY_ION);
    assertThat(offers().get(offer.id()).snapshot()).isEqualTo(offer.snapshot());
  }

  @Test
  void an_offer_that_changed_since_it_was_read_is_not_overwritten() {
    Offer offer = added(aDraft(pursuit));
    save(offer.change(aContent("Prima", "1", "1"), BY_ION));
    assertThatThrownBy(() -> save(offer.change(aContent("A doua", "1", "1"), BY_ANA)))
        .isInstanceOfSatisfying(
            ConcurrentChange.class, refusal -> assertThat(refusal.winner()).isEqualTo(BY_ION));
    assertThat(offers().get(offer.id()).content()).isEqualTo(aContent("Prima", "1", "1"));
  }

  @Test
  void an_offer_that_is_not_there_is_neither_read_nor_saved() {
    Offer offer = aDraft(pursuit);
    assertThatThrownBy(() -> offers().get(offer.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> save(offer)).isInstanceOf(NotFound.class);
    assertThat(offers().findNewest(new PursuitId(newId()))).isEmpty();
    assertThat(offers().ofPursuit(new PursuitId(newId()))).isEmpty();
    assertThat(offers().madeFrom(new SheetId(newId()))).isEmpty();
  }

  @Test
  void a_pursuit_has_one_live_offer() {
    Offer first = added(aDraft(pursuit));
    assertExists(() -> add(aDraft(pursuit)), first);
    save(first.refuse(BY_ANA));
    Offer second = added(aDraft(pursuit));
    assertThat(offers().ofPursuit(pursuit.id())).extracting(Offer::id).contains(second.id());
  }

  @Test
  void a_number_is_of_one_revision() {
    Offer first = added(aDraft(pursuit));
    Pursuit other = begun();
    Offer same =
        Offer.draft(
            new OfferId(newId()),
            other.lead(),
            other.id(),
            first.number(),
            Optional.empty(),
            first.content(),
            BY_ANA);
    assertExists(() -> add(same), first);
  }

  @Test
  void a_revision_takes_the_place_of_the_one_before_it() {
    Offer first = added(finalised(aDraft(pursuit, Optional.of(sheet()), aFullContent())));
    Offer.Revised revised = first.revise(new OfferId(newId()), VALID_UNTIL, BY_ION);
    inTransaction(
        () -> {
          offers().save(revised.superseded());
          offers().add(revised.draft());
        });
    assertThat(offers().ofPursuit(pursuit.id()))
        .extracting(Offer::id)
        .containsExactly(revised.draft().id(), first.id());
    assertThat(offers().findNewest(pursuit.id()).map(Offer::snapshot))
        .contains(at(1, revised.draft()));
    assertThat(offers().madeFrom(first.sheet().orElseThrow()))
        .extracting(Offer::id)
        .containsExactly(revised.draft().id(), first.id());
  }

  private Offers offers() {
    return port(Offers.class);
  }

  private void assertExists(Runnable adding, Offer existing) {
    assertThatThrownBy(adding::run)
        .isInstanceOfSatisfying(
            AlreadyExists.class,
            refusal -> assertThat(refusal.existing()).isEqualTo(existing.id().toString()));
  }

  private Pursuit begun() {
    Lead lead = aLead().activatedFor(new UserId("ana")).build();
    Pursuit first = PursuitFixture.aPursuit(lead.id());
    inTransaction(
        () -> {
          port(Leads.class).add(lead);
          port(Pursuits.class).add(first);
        });
    return first;
  }

  private SheetId sheet() {
    Responsibility meeting = PursuitFixture.anOpen(Step.MEETING_EVALUATION, pursuit);
    EvaluationSheet sheet =
        EvaluationSheet.add(
            new SheetId(newId()),
            pursuit.lead(),
            pursuit.id(),
            meeting.id(),
            new DocumentNumber(
                Series.EVALUATION_SHEET, 2026, 1 + Math.floorMod(newId().hashCode(), 1_000_000)),
            BY_ANA);
    inTransaction(
        () -> {
          port(Responsibilities.class).add(meeting);
          port(EvaluationSheets.class).add(sheet);
        });
    return sheet.id();
  }

  private Offer added(Offer offer) {
    add(offer);
    return offers().get(offer.id());
  }

  private Offer saved(Offer offer) {
    save(offer);
    Offer stored = offers().get(offer.id());
    assertThat(stored.snapshot()).isEqualTo(at(offer.version().value() + 1, offer));
    return stored;
  }

  private void add(Offer offer) {
    inTransaction(() -> offers().add(offer));
  }

  private void save(Offer offer) {
    inTransaction(() -> offers().save(offer));
  }

  private static Offer.Snapshot at(long version, Offer offer) {
    Offer.Snapshot state = offer.snapshot();
    return new Offer.Snapshot(
        state.id(),
        state.lead(),
        state.pursuit(),
        state.number(),
        state.state(),
        state.sheet(),
        state.content(),
        state.milestones(),
        state.changed(),
        new Version(version));
  }
}
