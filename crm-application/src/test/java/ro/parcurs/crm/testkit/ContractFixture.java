package ro.parcurs.crm.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.TaxedNet;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferedItem;
import ro.parcurs.crm.order.ClientOrder;
import ro.parcurs.crm.order.OrderId;
import ro.parcurs.crm.order.OrderLine;
import ro.parcurs.crm.pursuit.Pursuit;

/** Contracts and orders of a pursuit for tests, as they are written when everything is known. */
public final class ContractFixture {

  /** By whom everything here is done. */
  public static final Stamp BY =
      new Stamp(new UserId("ana"), "Ana Pop", Instant.parse("2026-11-20T08:00:00.123456Z"));

  /** When the contracts here are signed and the orders placed. */
  public static final LocalDate DATE = LocalDate.of(2026, 11, 20);

  private ContractFixture() {}

  /** Terms in which everything is said that can be said. */
  public static ContractTerms fullTerms(String number) {
    return new ContractTerms(
        new ContractNumber(number),
        DATE,
        new Term(LocalDate.of(2026, 12, 1), Optional.of(LocalDate.of(2027, 11, 30))),
        new PaymentTerm(30),
        Optional.of("Ana Pop, director vânzări"),
        Optional.of("Ștefan Țuțea, administrator"),
        Optional.of("Se prelungește\nprin act adițional."));
  }

  /** Terms in which only the required is said. */
  public static ContractTerms bareTerms(String number) {
    return new ContractTerms(
        new ContractNumber(number),
        DATE,
        new Term(DATE, Optional.empty()),
        new PaymentTerm(0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A contract on an offer, of which only the signed copy is missing. */
  public static Contract aContract(Pursuit pursuit, ContractTerms terms) {
    return Contract.draw(
        new ContractId(UUID.randomUUID()),
        pursuit.lead(),
        pursuit.id(),
        terms,
        Optional.of(
            new ContractValue(
                new OfferId(UUID.randomUUID()),
                Money.of("100.00", Currency.RON),
                Money.of("121.00", Currency.RON))),
        BY);
  }

  /** An order under a contract, of 1,000.00 net and 1,160.00 with VAT, with a line of each kind. */
  public static ClientOrder anOrder(Contract contract, int number, Currency currency) {
    VatRate standard = VatRate.of("21", "21");
    VatRate reduced = VatRate.of("11", "11");
    Money half = Money.of("500.00", currency);
    List<OrderLine> lines =
        List.of(
            line("Curățenie „A”", Optional.of(item(Optional.of("12.3456"))), standard, half),
            line("Curățenie „A”", Optional.of(item(Optional.empty())), reduced, half),
            line("Consumabile", Optional.empty(), standard, Money.zero(currency)));
    return ClientOrder.rebuild(
        new ClientOrder.Snapshot(
            new OrderId(UUID.randomUUID()),
            new DocumentNumber(Series.CLIENT_ORDER, 2026, number),
            contract.lead(),
            contract.pursuit(),
            contract.id(),
            new OfferId(UUID.randomUUID()),
            DATE,
            lines,
            Totals.of(
                currency,
                lines.stream().map(line -> new TaxedNet(line.vat(), line.net())).toList()),
            BY));
  }

  private static OfferedItem item(Optional<String> cost) {
    return new OfferedItem(
        new ItemId(UUID.randomUUID()),
        new ItemCode("CUR-01"),
        ItemKind.SERVICE,
        "Curățenie",
        Percentage.of("2.5"),
        cost.map(price -> UnitPrice.of(price, Currency.EUR)));
  }

  private static OrderLine line(
      String chapter, Optional<OfferedItem> item, VatRate vat, Money net) {
    return new OrderLine(
        chapter,
        item,
        "Spălat pardoseală",
        "mp",
        Quantity.of("12.345"),
        UnitPrice.of("45.0001", net.currency()),
        vat,
        net);
  }
}
