package ro.parcurs.crm.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.money.Currency.EUR;
import static ro.parcurs.crm.money.Currency.RON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractNumber;
import ro.parcurs.crm.contract.ContractTerms;
import ro.parcurs.crm.contract.ContractValue;
import ro.parcurs.crm.contract.PaymentTerm;
import ro.parcurs.crm.contract.Term;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.Chapter;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferLine;
import ro.parcurs.crm.offer.OfferNumber;
import ro.parcurs.crm.offer.OfferedItem;
import ro.parcurs.crm.pursuit.PursuitId;

class ClientOrderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Stamp ANA =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));
  private static final LeadId LEAD = new LeadId(new UUID(0, 1));
  private static final PursuitId PURSUIT = new PursuitId(new UUID(0, 2));
  private static final OfferedItem ITEM =
      new OfferedItem(
          new ItemId(new UUID(0, 3)),
          new ItemCode("CUR"),
          ItemKind.SERVICE,
          "Curățenie",
          Percentage.of("2.5"),
          Optional.empty());

  private final Offer accepted = offer().accept(ANA);

  @Test
  void it_has_the_lines_of_the_accepted_offer_with_their_share_of_every_discount() {
    ClientOrder order = order(contract(accepted), accepted);
    assertThat(order.lines())
        .containsExactly(
            ordered("A", Optional.of(ITEM), "85.50"), ordered("B", Optional.empty(), "95.00"));
    assertThat(order.lines().get(0).item().orElseThrow().commission())
        .isEqualTo(Percentage.of("2.5"));
  }

  @Test
  void it_comes_to_what_the_offer_comes_to_and_its_lines_add_up() {
    ClientOrder order = order(contract(accepted), accepted);
    assertThat(order.totals()).isEqualTo(accepted.figures().totals());
    assertThat(order.lines().stream().map(OrderLine::net).reduce(Money.zero(RON), Money::plus))
        .isEqualTo(order.totals().net());
    assertThat(order.currency()).isEqualTo(RON);
  }

  @Test
  void it_is_placed_on_nothing_but_the_accepted_offer_behind_the_contract() {
    Offer sent = offer();
    assertThatThrownBy(() -> order(contract(sent), sent))
        .isInstanceOf(IllegalArgumentException.class);
    Offer other = offer().accept(ANA);
    assertThatThrownBy(() -> order(contract(other), accepted))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void it_is_invoiced_and_paid_in_its_own_currency() {
    ClientOrder order = order(contract(accepted), accepted);
    order.requireSameCurrency(RON);
    assertThatThrownBy(() -> order.requireSameCurrency(EUR))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            fault -> assertThat(fault.violations().get(0).field()).isEqualTo("currency"));
  }

  private static ClientOrder order(Contract contract, Offer offer) {
    return ClientOrder.from(
        contract,
        offer,
        new OrderId(new UUID(0, 4)),
        new DocumentNumber(Series.CLIENT_ORDER, 2026, 1),
        TODAY,
        ANA);
  }

  private static Contract contract(Offer offer) {
    return Contract.draw(
        new ContractId(new UUID(0, 5)),
        LEAD,
        PURSUIT,
        new ContractTerms(
            new ContractNumber("1"),
            TODAY,
            new Term(TODAY, Optional.empty()),
            new PaymentTerm(30),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.of(ContractValue.of(offer)),
        ANA);
  }

  /** With the client: 100.00 less 10 %, 100.00, and an optional line; 5 % off the whole. */
  private static Offer offer() {
    OfferContent content =
        new OfferContent(
            RON,
            Optional.empty(),
            Percentage.of("5"),
            List.of(
                new Chapter("A", List.of(line(Optional.of(ITEM), "10", false))),
                new Chapter(
                    "B",
                    List.of(
                        line(Optional.empty(), "50", true), line(Optional.empty(), "0", false)))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            TODAY);
    return Offer.draft(
            new OfferId(UUID.randomUUID()),
            LEAD,
            PURSUIT,
            OfferNumber.first(new DocumentNumber(Series.OFFER, 2026, 1)),
            Optional.empty(),
            content,
            ANA)
        .submit(TODAY, ANA)
        .approve(true, ANA)
        .finalise(ANA)
        .markHandedOver(TODAY, ANA);
  }

  private static OfferLine line(Optional<OfferedItem> item, String discount, boolean optional) {
    return new OfferLine(
        item,
        "Spălat",
        "mp",
        Quantity.of("10"),
        UnitPrice.of("10", RON),
        Percentage.of(discount),
        VatRate.of("21", "21"),
        optional);
  }

  private static OrderLine ordered(String chapter, Optional<OfferedItem> item, String net) {
    return new OrderLine(
        chapter,
        item,
        "Spălat",
        "mp",
        Quantity.of("10"),
        UnitPrice.of("10", RON),
        VatRate.of("21", "21"),
        Money.of(net, RON));
  }
}
