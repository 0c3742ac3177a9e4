package ro.parcurs.crm.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.offer.SampleOffers.ION;
import static ro.parcurs.crm.offer.SampleOffers.TODAY;
import static ro.parcurs.crm.offer.SampleOffers.VALID_UNTIL;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.evaluation.SheetId;

/** Every state with every move. */
class OfferStateTest {

  /** From, then what each move leads to, in the order of {@link OfferMove}; a dash is a refusal. */
  private static final List<String> TABLE =
      List.of(
          //          CHANGE SUBMIT    APPROVE  DECLINE FINALISE  HAND_OVER SEND ACCEPT REFUSE
          // REVISE
          "DRAFT      DRAFT  SUBMITTED -        -       -         -    -    -        REFUSED -",
          "SUBMITTED  -      -         APPROVED DRAFT   -         -    -    -        REFUSED -",
          "APPROVED   -      -         -        -       FINALISED -    -    -        REFUSED -",
          "FINALISED  -      -         -        -       -         SENT SENT -        REFUSED SUPERSEDED",
          "SENT       -      -         -        -       -         -    SENT ACCEPTED REFUSED SUPERSEDED",
          "ACCEPTED   -      -         -        -       -         -    -    -        -       -",
          "REFUSED    -      -         -        -       -         -    -    -        -       -",
          "SUPERSEDED -      -         -        -       -         -    -    -        -       -");

  private static final Map<OfferMove, UnaryOperator<Offer>> MOVES = new EnumMap<>(OfferMove.class);

  static {
    MOVES.put(OfferMove.CHANGE, offer -> offer.change(offer.content(), ION));
    MOVES.put(OfferMove.SUBMIT, offer -> offer.submit(TODAY, ION));
    MOVES.put(OfferMove.APPROVE, offer -> offer.approve(false, ION));
    MOVES.put(OfferMove.DECLINE, offer -> offer.decline("Prea scump", ION));
    MOVES.put(OfferMove.FINALISE, offer -> offer.finalise(ION));
    MOVES.put(OfferMove.HAND_OVER, offer -> offer.markHandedOver(TODAY, ION));
    MOVES.put(OfferMove.SEND, offer -> offer.markSent(TODAY, ION));
    MOVES.put(OfferMove.ACCEPT, offer -> offer.accept(ION));
    MOVES.put(OfferMove.REFUSE, offer -> offer.refuse(ION));
    MOVES.put(OfferMove.REVISE, OfferStateTest::superseded);
  }

  @TestFactory
  Stream<DynamicTest> every_move_leads_where_the_table_says_or_is_refused() {
    return TABLE.stream().flatMap(OfferStateTest::cells);
  }

  @Test
  void the_table_knows_every_state_and_every_move() {
    assertThat(TABLE).hasSize(OfferState.values().length);
    assertThat(MOVES).hasSize(OfferMove.values().length);
  }

  @Test
  void making_it_anew_from_a_sheet_is_a_change() {
    SheetId sheet = new SheetId(new UUID(0, 9));
    Offer draft = SampleOffers.draft();
    assertThat(draft.regenerate(sheet, draft.content(), ION).sheet()).contains(sheet);
    Offer sent = SampleOffers.in(OfferState.SENT);
    assertThatThrownBy(() -> sent.regenerate(sheet, sent.content(), ION))
        .isInstanceOf(NoSuchTransition.class);
  }

  private static Stream<DynamicTest> cells(String row) {
    List<String> columns = Arrays.asList(row.split("\\s+"));
    OfferState from = OfferState.valueOf(columns.get(0));
    assertThat(columns).hasSize(1 + OfferMove.values().length);
    return Arrays.stream(OfferMove.values())
        .map(
            move -> {
              String to = columns.get(1 + move.ordinal());
              return DynamicTest.dynamicTest(
                  from + " " + move + " " + to, () -> check(from, move, to));
            });
  }

  private static void check(OfferState from, OfferMove move, String to) {
    Offer offer = SampleOffers.in(from);
    UnaryOperator<Offer> doIt = MOVES.get(move);
    if (to.equals("-")) {
      assertThatThrownBy(() -> doIt.apply(offer)).isInstanceOf(NoSuchTransition.class);
      assertThat(from.moves()).doesNotContain(move);
    } else {
      assertThat(doIt.apply(offer).state()).isEqualTo(OfferState.valueOf(to));
      assertThat(from.moves()).contains(move);
    }
    assertThat(offer.state()).isEqualTo(from);
  }

  private static Offer superseded(Offer offer) {
    return offer.revise(new OfferId(new UUID(0, 8)), VALID_UNTIL, ION).superseded();
  }
}
