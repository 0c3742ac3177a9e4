package ro.parcurs.crm.adapter.mail.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.Seller;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.Iban;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.company.PostalCode;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.company.VatState;
import ro.parcurs.crm.company.VatStatus;
import ro.parcurs.crm.company.Website;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.ExchangeRate;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.Chapter;
import ro.parcurs.crm.offer.Milestones;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferFigures;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferLine;
import ro.parcurs.crm.offer.OfferNumber;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.OfferedItem;
import ro.parcurs.crm.offer.usecase.ChapterView;
import ro.parcurs.crm.offer.usecase.OfferContentView;
import ro.parcurs.crm.offer.usecase.OfferLineView;
import ro.parcurs.crm.offer.usecase.OfferView;
import ro.parcurs.crm.pursuit.PursuitId;

/** Offers to print: {@code anOffer(content).asDraft()}. The companies don't exist. */
final class Printed {

  static final VatRate STANDARD = VatRate.of("21", "21");
  static final VatRate REDUCED = VatRate.of("11", "11");
  static final VatRate EXEMPT = VatRate.exempt("SCUTIT");
  static final LocalDate VALID_UNTIL = LocalDate.of(2026, 12, 24);

  static final CompanyProfile SELLER_COMPANY =
      new CompanyProfile(
          Cui.of("99001021"),
          "Tâmplăria Exemplu Meșteșug SRL",
          new Address(
              County.CJ,
              "Cluj-Napoca",
              Optional.of("Str. Fabricii de Mobilă nr. 12"),
              Optional.of(PostalCode.of("400001"))),
          Optional.of(TradeRegisterNumber.of("J12/1234/2015")),
          Optional.of(VatStatus.declared(VatState.PAYER)),
          Optional.empty(),
          Optional.empty(),
          Optional.of(Iban.of("RO49AAAA1B31007593840000")),
          Optional.of(PhoneNumber.of("0264 123 456")),
          Optional.of(EmailAddress.of("oferte@mestesug.exemplu.ro")),
          Optional.of(Website.of("www.mestesug.exemplu.ro")));

  static final Seller SELLER =
      new Seller(SELLER_COMPANY, Optional.of("Banca Exemplu"), Optional.empty());

  static final CompanyProfile CLIENT =
      new CompanyProfile(
          Cui.of("99001137"),
          "Țesătoria „Șoim” & Fiii SRL",
          new Address(
              County.TM,
              "Timișoara",
              Optional.of("Șoseaua Lugojului nr. 3, ap. 4"),
              Optional.of(PostalCode.of("300001"))),
          Optional.of(TradeRegisterNumber.of("J35/345/2019")),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(PhoneNumber.of("0256 123 456")),
          Optional.of(EmailAddress.of("birou@soim.exemplu.ro")),
          Optional.empty());

  private static final Stamp ANA =
      new Stamp(new UserId("ana"), "Ana Ionescu", Instant.parse("2026-11-24T08:30:00Z"));

  private Printed() {}

  /** Finalised on 24 November 2026. */
  static OfferView finalised(OfferContent content) {
    return offer(content, OfferState.FINALISED, Optional.of(ANA), Optional.empty());
  }

  static OfferView draft(OfferContent content) {
    return offer(content, OfferState.DRAFT, Optional.empty(), Optional.empty());
  }

  static OfferView acrossAVatChange(OfferContent content, LocalDate day) {
    return offer(content, OfferState.FINALISED, Optional.of(ANA), Optional.of(day));
  }

  private static OfferView offer(
      OfferContent content,
      OfferState state,
      Optional<Stamp> finalised,
      Optional<LocalDate> vatChange) {
    return new OfferView(
        new OfferId(new UUID(1, 1)),
        new Version(3),
        OfferNumber.first(new DocumentNumber(Series.OFFER, 2026, 42)).next(),
        state,
        false,
        new LeadId(new UUID(2, 2)),
        CLIENT.name(),
        CLIENT.cui(),
        new PursuitId(new UUID(3, 3)),
        view(content, OfferFigures.of(content)),
        new Milestones(
            ANA,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            finalised,
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        vatChange,
        Set.of(),
        false,
        List.of(),
        ANA);
  }

  private static OfferContentView view(OfferContent content, OfferFigures figures) {
    List<ChapterView> chapters = new ArrayList<>();
    for (int c = 0; c < content.chapters().size(); c++) {
      Chapter chapter = content.chapters().get(c);
      chapters.add(
          new ChapterView(
              chapter.title(),
              chapter.lines().stream().map(Printed::view).toList(),
              figures.chapters().get(c).net()));
    }
    return new OfferContentView(
        content.currency(),
        content.exchangeRate(),
        chapters,
        figures.beforeDiscount(),
        content.discount(),
        figures.discount(),
        figures.totals(),
        figures.optional(),
        content.notes(),
        content.terms(),
        content.deliveryTime(),
        content.validUntil());
  }

  private static OfferLineView view(OfferLine line) {
    return new OfferLineView(
        line.itemId(),
        line.item().map(OfferedItem::code),
        line.name(),
        line.unit(),
        line.quantity(),
        line.price(),
        line.discount(),
        line.vat(),
        line.optional(),
        line.net());
  }

  // ---- contents ----

  static OfferContent content(Chapter... chapters) {
    return content(Percentage.ZERO, chapters);
  }

  static OfferContent content(Percentage discount, Chapter... chapters) {
    return new OfferContent(
        Currency.RON,
        Optional.empty(),
        discount,
        List.of(chapters),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        VALID_UNTIL);
  }

  /** Discounts, several rates, optional lines, a rate of exchange, and all the texts. */
  static OfferContent everything() {
    return new OfferContent(
        Currency.RON,
        Optional.of(new ExchangeRate(Currency.EUR, Currency.RON, new BigDecimal("5.0912"))),
        Percentage.of("2.5"),
        List.of(
            new Chapter(
                "Tâmplărie interioară",
                List.of(
                    line(
                        "Ușă „stejar” & toc, 90 × 205 cm",
                        "12",
                        "1234.5",
                        "10",
                        STANDARD,
                        "UȘĂ-01"),
                    line("Prag < 2 cm", "12.125", "48.3333", "0", REDUCED, "PRAG-02"),
                    line(
                        "Montaj, inclusiv deplasarea și curățenia",
                        "12",
                        "180",
                        "0",
                        STANDARD,
                        ""))),
            new Chapter(
                "Proiectare",
                List.of(
                    line("Relevee și plan de execuție", "1", "1500", "0", EXEMPT, "PROI"),
                    optional("Vizualizare în trei dimensiuni", "4", "250", STANDARD))),
            new Chapter(
                "La alegere", List.of(optional("Feronerie din alamă", "12", "96.5", STANDARD)))),
        Optional.of("Culorile se aleg din mostrar.\nMontajul este inclus."),
        Optional.of(
            "1. Plata: 40 % avans, restul în 30 de zile de la recepție.\n"
                + "2. Garanția: 24 de luni de la montaj."),
        Optional.of("6 săptămâni de la avans"),
        VALID_UNTIL);
  }

  /** So many lines, in chapters of so many. */
  static OfferContent many(int lines, int inChapter) {
    List<Chapter> chapters = new ArrayList<>();
    for (int first = 0; first < lines; first += inChapter) {
      chapters.add(
          new Chapter(
              "Capitolul " + (chapters.size() + 1) + ": lucrări la etajul " + chapters.size(),
              IntStream.range(first, Math.min(lines, first + inChapter))
                  .mapToObj(Printed::numbered)
                  .toList()));
    }
    return content(Percentage.of("5"), chapters.toArray(Chapter[]::new));
  }

  private static OfferLine numbered(int i) {
    return line(
        i % 7 == 3
            ? "Profil de aluminiu cu rupere de punte termică, eloxat natur, tăiat la lungime, articolul "
                + i
            : "Articolul " + i,
        Integer.toString(1 + i % 9),
        (10 + i % 90) + "." + (10 + i % 80),
        i % 5 == 0 ? "7.5" : "0",
        i % 4 == 0 ? REDUCED : STANDARD,
        i % 3 == 0 ? "ART-" + i : "");
  }

  /**
   * @param code of the catalogue; empty for free text
   */
  static OfferLine line(
      String name, String quantity, String price, String discount, VatRate vat, String code) {
    return new OfferLine(
        code.isEmpty() ? Optional.empty() : Optional.of(item(code)),
        name,
        "buc",
        Quantity.of(quantity),
        UnitPrice.of(price, Currency.RON),
        Percentage.of(discount),
        vat,
        false);
  }

  static OfferLine optional(String name, String quantity, String price, VatRate vat) {
    return new OfferLine(
        Optional.empty(),
        name,
        "buc",
        Quantity.of(quantity),
        UnitPrice.of(price, Currency.RON),
        Percentage.ZERO,
        vat,
        true);
  }

  private static OfferedItem item(String code) {
    return new OfferedItem(
        new ItemId(new UUID(7, code.hashCode())),
        new ItemCode(code),
        ItemKind.PRODUCT,
        "Diverse",
        Percentage.ZERO,
        Optional.of(UnitPrice.of("77.7777", Currency.RON)));
  }
}
