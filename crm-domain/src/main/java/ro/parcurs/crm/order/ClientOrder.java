package ro.parcurs.crm.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.contract.Contract;
import ro.parcurs.crm.contract.ContractId;
import ro.parcurs.crm.contract.ContractValue;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.offer.Chapter;
import ro.parcurs.crm.offer.Offer;
import ro.parcurs.crm.offer.OfferFigures;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferLine;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.pursuit.PursuitId;

/**
 * What is delivered and invoiced under a contract (spec section 8).
 *
 * <p>It is placed when the contracting is completed, from the lines and values of the accepted
 * offer, and never changes after that: what happens to it is told by the invoices and payments that
 * the ERP reports.
 */
public final class ClientOrder {

  private final Snapshot state;

  private ClientOrder(Snapshot state) {
    this.state = state;
  }

  /**
   * Everything an order is, for stores.
   *
   * @param date the day on which it was placed
   * @param placed by whom, and when
   */
  public record Snapshot(
      OrderId id,
      DocumentNumber number,
      LeadId lead,
      PursuitId pursuit,
      ContractId contract,
      OfferId offer,
      LocalDate date,
      List<OrderLine> lines,
      Totals totals,
      Stamp placed) {

    public Snapshot {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(number, "number");
      Objects.requireNonNull(lead, "lead");
      Objects.requireNonNull(pursuit, "pursuit");
      Objects.requireNonNull(contract, "contract");
      Objects.requireNonNull(offer, "offer");
      Objects.requireNonNull(date, "date");
      lines = List.copyOf(lines);
      Objects.requireNonNull(totals, "totals");
      Objects.requireNonNull(placed, "placed");
    }
  }

  /** An order as it was stored. */
  public static ClientOrder rebuild(Snapshot snapshot) {
    return new ClientOrder(snapshot);
  }

  /**
   * Places the order of a contract.
   *
   * @param offer the accepted offer that the contract stands on; its optional lines, which are not
   *     in its total, are not ordered
   * @throws IllegalArgumentException when the contract stands on another offer, or the offer was
   *     not accepted: the gates of the contracting keep that from happening
   */
  public static ClientOrder from(
      Contract contract, Offer offer, OrderId id, DocumentNumber number, LocalDate date, Stamp by) {
    if (offer.state() != OfferState.ACCEPTED
        || !contract.value().map(ContractValue::offer).equals(Optional.of(offer.id()))) {
      throw new IllegalArgumentException(
          "contract " + contract.id() + " does not stand on an accepted offer");
    }
    return new ClientOrder(
        new Snapshot(
            id,
            number,
            contract.lead(),
            contract.pursuit(),
            contract.id(),
            offer.id(),
            date,
            lines(offer),
            offer.figures().totals(),
            by));
  }

  private static List<OrderLine> lines(Offer offer) {
    List<OrderLine> ordered = new ArrayList<>();
    Iterator<OfferFigures.ChapterFigures> figures = offer.figures().chapters().iterator();
    for (Chapter chapter : offer.content().chapters()) {
      Iterator<OfferFigures.LineFigures> amounts = figures.next().lines().iterator();
      for (OfferLine line : chapter.lines()) {
        OfferFigures.LineFigures amount = amounts.next();
        if (!line.optional()) {
          ordered.add(
              new OrderLine(
                  chapter.title(),
                  line.item(),
                  line.name(),
                  line.unit(),
                  line.quantity(),
                  line.price(),
                  line.vat(),
                  amount.total()));
        }
      }
    }
    return ordered;
  }

  /**
   * Looks whether a document of the ERP is in the order's currency: an invoice or a payment in
   * another one is refused, since no rate could make the figures add up.
   *
   * @throws InvalidInput {@code not-in-currency-of-order}
   */
  public void requireSameCurrency(Currency other) {
    if (other != currency()) {
      throw InvalidInput.of("currency", "not-in-currency-of-order", Map.of("expected", currency()));
    }
  }

  /** Where it stands on a day, given the newest revision of each of its documents. */
  public OrderFinances finances(List<Invoice> invoices, List<Payment> payments, LocalDate today) {
    return OrderFinances.of(totals().gross(), invoices, payments, today);
  }

  public OrderId id() {
    return state.id();
  }

  public DocumentNumber number() {
    return state.number();
  }

  public LeadId lead() {
    return state.lead();
  }

  public PursuitId pursuit() {
    return state.pursuit();
  }

  public ContractId contract() {
    return state.contract();
  }

  public OfferId offer() {
    return state.offer();
  }

  public LocalDate date() {
    return state.date();
  }

  public List<OrderLine> lines() {
    return state.lines();
  }

  public Totals totals() {
    return state.totals();
  }

  public Currency currency() {
    return totals().gross().currency();
  }

  public Snapshot snapshot() {
    return state;
  }
}
