package ro.parcurs.crm.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.offer.SampleOffers.ANA;
import static ro.parcurs.crm.offer.SampleOffers.ION;
import static ro.parcurs.crm.offer.SampleOffers.TODAY;
import static ro.parcurs.crm.offer.SampleOffers.VALID_UNTIL;
import static ro.parcurs.crm.offer.SampleOffers.content;
import static ro.parcurs.crm.offer.SampleOffers.draft;
import static ro.parcurs.crm.offer.SampleOffers.line;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.pursuit.OfferFact;

class OfferTest {

  private static final LocalDate DAY_AFTER = VALID_UNTIL.plusDays(1);
  private static final OfferId NEXT = new OfferId(new UUID(0, 7));

  @Test
  void an_offer_is_written_approved_by_somebody_else_finalised_handed_over_and_accepted() {
    Offer accepted =
        draft()
            .submit(TODAY, ANA)
            .approve(false, ION)
            .finalise(ANA)
            .markHandedOver(TODAY, ANA)
            .accept(ANA);
    assertThat(accepted.state()).isEqualTo(OfferState.ACCEPTED);
    assertThat(accepted.milestones().approved()).contains(ION);
    assertThat(accepted.milestones().delivered()).contains(ANA);
    assertThat(accepted.author()).isEqualTo(ANA.by());
  }

  @Test
  void its_author_does_not_approve_it_unless_the_policy_says_so() {
    Offer submitted = draft().submit(TODAY, ANA);
    assertThatThrownBy(() -> submitted.approve(false, ANA)).isInstanceOf(OwnOffer.class);
    assertThat(submitted.approve(true, ANA).state()).isEqualTo(OfferState.APPROVED);
  }

  @Test
  void declined_it_is_a_draft_again_with_the_reason_until_it_is_submitted_anew() {
    Offer declined = draft().submit(TODAY, ANA).decline(" Marja e prea mică ", ION);
    assertThat(declined.state()).isEqualTo(OfferState.DRAFT);
    assertThat(declined.milestones().declined()).contains(new Decline(ION, "Marja e prea mică"));
    assertThat(declined.milestones().submitted()).isEmpty();
    assertThat(declined.submit(TODAY, ANA).milestones().declined()).isEmpty();
  }

  @Test
  void declining_needs_a_reason() {
    Offer submitted = draft().submit(TODAY, ANA);
    assertThatThrownBy(() -> submitted.decline("  ", ION)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void an_offer_of_nothing_is_not_submitted() {
    assertThatThrownBy(() -> draft(content()).submit(TODAY, ANA)).isInstanceOf(EmptyOffer.class);
    OfferContent onlyOptional = content(SampleOffers.optional(line("Extra", "1", "5")));
    assertThatThrownBy(() -> draft(onlyOptional).submit(TODAY, ANA)).isInstanceOf(EmptyOffer.class);
  }

  @Test
  void on_its_last_day_it_is_still_valid_and_the_day_after_it_is_expired() {
    Offer finalised = SampleOffers.in(OfferState.FINALISED);
    assertThat(finalised.isExpired(VALID_UNTIL)).isFalse();
    assertThat(finalised.markHandedOver(VALID_UNTIL, ANA).state()).isEqualTo(OfferState.SENT);
    assertThat(finalised.isExpired(DAY_AFTER)).isTrue();
    assertThatThrownBy(() -> finalised.markHandedOver(DAY_AFTER, ANA))
        .isInstanceOf(OfferExpired.class);
    assertThatThrownBy(() -> finalised.markSent(DAY_AFTER, ANA)).isInstanceOf(OfferExpired.class);
    assertThatThrownBy(() -> draft().submit(DAY_AFTER, ANA)).isInstanceOf(OfferExpired.class);
  }

  @Test
  void expired_it_can_be_revised() {
    Offer.Revised revised =
        SampleOffers.in(OfferState.SENT).revise(NEXT, DAY_AFTER.plusDays(30), ION);
    assertThat(revised.superseded().state()).isEqualTo(OfferState.SUPERSEDED);
    assertThat(revised.draft().isExpired(DAY_AFTER)).isFalse();
  }

  @Test
  void a_revision_is_a_draft_with_the_next_number_the_same_content_and_its_own_author() {
    Offer sent = SampleOffers.in(OfferState.SENT);
    Offer draft = sent.revise(NEXT, VALID_UNTIL, ION).draft();
    assertThat(draft.state()).isEqualTo(OfferState.DRAFT);
    assertThat(draft.id()).isEqualTo(NEXT);
    assertThat(draft.number()).isEqualTo(sent.number().next());
    assertThat(draft.content()).isEqualTo(sent.content());
    assertThat(draft.author()).isEqualTo(ION.by());
    assertThat(draft.milestones()).isEqualTo(Milestones.begun(ION));
  }

  @Test
  void the_first_delivery_is_remembered() {
    Offer again = SampleOffers.in(OfferState.FINALISED).markSent(TODAY, ANA).markSent(TODAY, ION);
    assertThat(again.milestones().delivered()).contains(ANA);
  }

  @ParameterizedTest
  @EnumSource(OfferState.class)
  void only_a_sent_one_is_with_the_client(OfferState state) {
    Offer offer = SampleOffers.in(state);
    assertThat(offer.standing(VALID_UNTIL))
        .isEqualTo(state == OfferState.SENT ? OfferFact.WITH_CLIENT : OfferFact.NOT_WITH_CLIENT);
    assertThat(offer.standing(DAY_AFTER))
        .isEqualTo(
            state == OfferState.SENT ? OfferFact.EXPIRED_WITH_CLIENT : OfferFact.NOT_WITH_CLIENT);
  }

  @Test
  void it_is_rebuilt_from_its_snapshot() {
    Offer offer = draft().submit(TODAY, ANA);
    assertThat(Offer.rebuild(offer.snapshot()).snapshot()).isEqualTo(offer.snapshot());
  }
}
