package ro.parcurs.crm.testkit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
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
import ro.parcurs.crm.pursuit.Pursuit;

/** Offers for tests. */
public final class OfferFixture {

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  public static final LocalDate VALID_UNTIL = LocalDate.of(2026, 12, 24);

  private static final AtomicInteger LAST = new AtomicInteger();

  private OfferFixture() {}

  /** A draft by Ana, with a number of its own and one line of 200 lei. */
  public static Offer aDraft(Pursuit pursuit) {
    return aDraft(pursuit, Optional.empty(), aContent("Montaj", "2", "100"));
  }

  public static Offer aDraft(Pursuit pursuit, Optional<SheetId> sheet, OfferContent content) {
    return Offer.draft(
        new OfferId(UUID.randomUUID()),
        pursuit.lead(),
        pursuit.id(),
        OfferNumber.first(new DocumentNumber(Series.OFFER, 2026, LAST.incrementAndGet())),
        sheet,
        content,
        PursuitFixture.BY_ANA);
  }

  /** The same, finalised after Ion has approved it. */
  public static Offer finalised(Offer draft) {
    return draft
        .submit(TODAY, PursuitFixture.BY_ANA)
        .approve(false, PursuitFixture.BY_ION)
        .finalise(PursuitFixture.BY_ANA);
  }

  /** One line in free text, in lei, at 21 %. */
  public static OfferContent aContent(String name, String quantity, String price) {
    return new OfferContent(
        Currency.RON,
        Optional.empty(),
        Percentage.ZERO,
        List.of(new Chapter("Lucrări", List.of(line(name, quantity, price)))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        VALID_UNTIL);
  }

  /** Everything that an offer can say. */
  public static OfferContent aFullContent() {
    OfferLine item =
        new OfferLine(
            Optional.of(
                new OfferedItem(
                    new ItemId(new UUID(7, 7)),
                    new ItemCode("UȘĂ-01"),
                    ItemKind.PRODUCT,
                    "Tâmplărie",
                    Percentage.of("2.5"),
                    Optional.of(UnitPrice.of("10.5", Currency.RON)))),
            "Ușă „stejar” & toc",
            "buc",
            Quantity.of("1.125"),
            UnitPrice.of("3.3333", Currency.EUR),
            Percentage.of("12.25"),
            VatRate.of("11", "11"),
            false);
    OfferLine optional =
        new OfferLine(
            Optional.empty(),
            "Transport",
            "cursă",
            Quantity.ONE,
            UnitPrice.of("0", Currency.EUR),
            Percentage.ZERO,
            VatRate.exempt("SCUTIT"),
            true);
    return new OfferContent(
        Currency.EUR,
        Optional.of(new ExchangeRate(Currency.RON, Currency.EUR, new BigDecimal("0.2010"))),
        Percentage.of("7.5"),
        List.of(
            new Chapter("Uși", List.of(item, item)),
            new Chapter("Diverse", List.of(optional)),
            new Chapter("Gol", List.of())),
        Optional.of("Note:\n– prima"),
        Optional.of("Plata în 30 de zile"),
        Optional.of("6 săptămâni"),
        VALID_UNTIL);
  }

  private static OfferLine line(String name, String quantity, String price) {
    return new OfferLine(
        Optional.empty(),
        name,
        "buc",
        Quantity.of(quantity),
        UnitPrice.of(price, Currency.RON),
        Percentage.ZERO,
        VatRate.of("21", "21"),
        false);
  }
}
