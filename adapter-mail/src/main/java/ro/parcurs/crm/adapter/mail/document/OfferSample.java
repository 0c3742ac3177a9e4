package ro.parcurs.crm.adapter.mail.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.Seller;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.TaxedNet;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.Milestones;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferNumber;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.usecase.ChapterView;
import ro.parcurs.crm.offer.usecase.OfferContentView;
import ro.parcurs.crm.offer.usecase.OfferLineView;
import ro.parcurs.crm.offer.usecase.OfferView;
import ro.parcurs.crm.pursuit.PursuitId;

/** Offers that templates are tried on: one that says everything, one that says nothing. */
final class OfferSample {

  private static final Currency RON = Currency.RON;
  private static final VatRate STANDARD = VatRate.of("21", "21");
  private static final VatRate EXEMPT = VatRate.exempt("SCUTIT");
  private static final UUID ID = new UUID(0, 0);
  private static final CompanyProfile COMPANY =
      CompanyProfile.of(
          Cui.of("99001137"),
          "Exemplu SRL",
          new Address(County.CJ, "Cluj-Napoca", Optional.empty(), Optional.empty()));
  private static final Stamp STAMP = new Stamp(new UserId("exemplu"), "Exemplu", Instant.EPOCH);
  private static final LocalDate DAY = LocalDate.of(2026, 12, 24);

  private OfferSample() {}

  static List<Map<String, Object>> everyKind() {
    return List.of(model(everything()), model(nothing()));
  }

  private static Map<String, Object> model(OfferContentView content) {
    return OfferModel.of(offer(content), COMPANY, Seller.of(COMPANY), Locale.ENGLISH);
  }

  private static OfferContentView everything() {
    OfferLineView line = line(STANDARD, false);
    OfferLineView exempt = line(EXEMPT, false);
    Money net = line.net().plus(exempt.net());
    return new OfferContentView(
        RON,
        Optional.of(new ExchangeRate(Currency.EUR, RON, new BigDecimal("5"))),
        List.of(new ChapterView("Exemplu", List.of(line, exempt, line(STANDARD, true)), net)),
        net,
        Percentage.of("1"),
        net.percent(Percentage.of("1")),
        Totals.of(
            RON, List.of(new TaxedNet(STANDARD, line.net()), new TaxedNet(EXEMPT, exempt.net()))),
        line.net(),
        Optional.of("Exemplu"),
        Optional.of("Exemplu"),
        Optional.of("Exemplu"),
        DAY);
  }

  private static OfferContentView nothing() {
    return new OfferContentView(
        RON,
        Optional.empty(),
        List.of(),
        Money.zero(RON),
        Percentage.ZERO,
        Money.zero(RON),
        Totals.of(RON, List.of()),
        Money.zero(RON),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DAY);
  }

  private static OfferLineView line(VatRate vat, boolean optional) {
    return new OfferLineView(
        Optional.empty(),
        Optional.of(new ItemCode("EX-1")),
        "Exemplu",
        "buc",
        Quantity.ONE,
        UnitPrice.of("100", RON),
        Percentage.of("1"),
        vat,
        optional,
        Money.of("99", RON));
  }

  private static OfferView offer(OfferContentView content) {
    return new OfferView(
        new OfferId(ID),
        Version.NEW,
        OfferNumber.first(new DocumentNumber(Series.OFFER, 2026, 1)),
        OfferState.DRAFT,
        false,
        new LeadId(ID),
        COMPANY.name(),
        COMPANY.cui(),
        new PursuitId(ID),
        content,
        new Milestones(
            STAMP,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(DAY),
        Set.of(),
        false,
        List.of(),
        STAMP);
  }
}
