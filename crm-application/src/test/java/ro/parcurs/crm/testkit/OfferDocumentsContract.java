package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.Address;
import ro.parcurs.crm.company.CompanyProfile;
import ro.parcurs.crm.company.County;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.company.TradeRegisterNumber;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.LineNet;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.TaxedNet;
import ro.parcurs.crm.money.Totals;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.offer.Margin;
import ro.parcurs.crm.offer.Milestones;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.offer.OfferNumber;
import ro.parcurs.crm.offer.OfferState;
import ro.parcurs.crm.offer.usecase.ChapterView;
import ro.parcurs.crm.offer.usecase.OfferContentView;
import ro.parcurs.crm.offer.usecase.OfferDocuments;
import ro.parcurs.crm.offer.usecase.OfferLineView;
import ro.parcurs.crm.offer.usecase.OfferView;
import ro.parcurs.crm.pursuit.PursuitId;

/**
 * What every {@link OfferDocuments} does. The adapter says how its documents are read; how they
 * look is its own.
 */
public abstract class OfferDocumentsContract extends PortContract {

  private static final Locale RO = Locale.forLanguageTag("ro");
  private static final LocalDate VALID_UNTIL = LocalDate.of(2026, 12, 24);
  private static final CompanyProfile CLIENT = client("Exemplu SRL");
  private static final VatRate STANDARD = VatRate.of("21", "21");
  private static final VatRate REDUCED = VatRate.of("11", "11");

  /** What the offers here cost the seller and leave him, which no client may read. */
  private static final Margin SECRET =
      new Margin(Money.of("7777.77", Currency.RON), Money.of("3456.78", Currency.RON), true);

  private static final List<String> SECRETS =
      List.of(
          "7777.77",
          "7.777,77",
          "7,777.77",
          "3456.78",
          "3.456,78",
          "3,456.78",
          "4320.99",
          "4.320,99",
          "4,320.99");

  protected OfferDocumentsContract(Ports ports) {
    super(ports);
  }

  /**
   * What somebody who uses the language reads in the document: every text and every number as it is
   * shown, with a single blank or line break between two of them.
   */
  protected abstract String textOfPdf(byte[] document, Locale language);

  /** What every document says of the seller: the name, the fiscal code, the IBAN. */
  protected abstract List<String> seller();

  @Test
  void a_document_says_which_offer_it_is_from_whom_and_for_whom() {
    OfferView offer = offer(OfferNumber.parse("OF-2026-00042/2"), List.of());
    CompanyProfile weavers = client("Țesătoria „Șoim” SRL");
    for (String text : everyDocument(offer, weavers)) {
      assertThat(text)
          .contains("OF-2026-00042/2", "Țesătoria „Șoim” SRL", weavers.cui().digits())
          .contains("Str. Morii 7", "Cluj-Napoca", "J12/345/2019")
          .contains(seller());
    }
    for (String text : everyDocument(offer(number(7), List.of()), client("Alta SRL"))) {
      assertThat(text)
          .contains("OF-2026-00007", "Alta SRL")
          .doesNotContain("OF-2026-00042", "Țesătoria");
    }
  }

  @Test
  void a_document_names_every_chapter_and_every_line_the_optional_ones_too() {
    for (String text : everyDocument(offer(number(1)))) {
      assertThat(text)
          .contains("Uși", "Ușă „stejar” & toc", "Prag < 2 cm", "Diverse", "Transport și urcat");
    }
  }

  @Test
  void amounts_and_words_are_those_of_the_language() {
    OfferView offer = offer(number(1));
    assertThat(document(offer, RO))
        .contains("1.234,50", "1.345,60", "271,47", "1.617,07", "TVA")
        .doesNotContain("1,234.50", "VAT");
    assertThat(document(offer, Locale.ENGLISH))
        .contains("1,234.50", "1,345.60", "271.47", "1,617.07", "VAT")
        .doesNotContain("1.234,50", "TVA");
  }

  @Test
  void a_language_that_is_neither_is_answered_in_romanian() {
    OfferView offer = offer(number(1));
    assertThat(document(offer, Locale.FRENCH)).isEqualTo(document(offer, RO));
  }

  @Test
  void vat_is_told_for_each_rate_with_what_it_is_of() {
    String text = document(offer(number(1)), RO);
    assertThat(text).contains("1.234,50", "259,25", "111,10", "12,22");
  }

  @Test
  void optional_lines_come_after_the_total_with_a_sum_of_their_own() {
    String text = document(offer(number(1)), RO);
    assertThat(text.indexOf("Transport și urcat")).isGreaterThan(text.indexOf("1.617,07"));
    assertThat(text.substring(text.indexOf("Transport și urcat"))).contains("50,00");
  }

  @Test
  void discounts_are_told_as_they_were_given() {
    OfferLineView reduced =
        new OfferLineView(
            Optional.empty(),
            Optional.empty(),
            "Ușă",
            "buc",
            Quantity.of("2"),
            UnitPrice.of("100", Currency.RON),
            Percentage.of("12.5"),
            STANDARD,
            false,
            ron("175.00"));
    ChapterView chapter = new ChapterView("Uși", List.of(reduced), ron("175.00"));
    OfferView offer =
        offer(
            number(4),
            new OfferContentView(
                Currency.RON,
                Optional.empty(),
                List.of(chapter),
                ron("175.00"),
                Percentage.of("10"),
                ron("17.50"),
                Totals.of(Currency.RON, List.of(new TaxedNet(STANDARD, ron("157.50")))),
                ron("0.00"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                VALID_UNTIL),
            Optional.of(PursuitFixture.BY_ANA));
    assertThat(document(offer, RO))
        .contains("12,5 %", "175,00", "10 %", "17,50", "157,50", "33,08", "190,58");
  }

  @Test
  void the_terms_are_told_as_they_were_written() {
    for (String text : everyDocument(offer(number(1)))) {
      assertThat(text)
          .contains("24.12.2026", "Plata în 30 de zile", "Montajul este inclus.", "6 săptămâni");
    }
  }

  @Test
  void what_was_never_finalised_is_marked_as_a_draft() {
    OfferView draft = offer(number(5), offer(number(5)).content(), Optional.empty());
    assertThat(document(draft, RO)).contains("CIORNĂ").doesNotContain("DRAFT");
    assertThat(document(draft, Locale.ENGLISH)).contains("DRAFT").doesNotContain("CIORNĂ");
    assertThat(everyDocument(offer(number(5))))
        .allSatisfy(text -> assertThat(text).doesNotContain("DRAFT", "CIORNĂ"));
  }

  @Test
  void what_the_offer_costs_the_seller_and_leaves_him_is_in_no_document() {
    OfferView offer = offer(number(1));
    assertThat(offer.margin()).contains(SECRET);
    for (String text : everyDocument(offer)) {
      assertThat(text).doesNotContain(SECRETS).doesNotContainIgnoringCase("marj", "margin");
    }
  }

  @Test
  void an_offer_of_nothing_makes_a_document_too() {
    for (String text : everyDocument(offer(number(3), List.of()))) {
      assertThat(text).contains("OF-2026-00003");
    }
  }

  @Test
  void the_same_offer_makes_the_same_bytes_and_another_makes_others() {
    OfferDocuments documents = port(OfferDocuments.class);
    OfferView offer = offer(number(6));
    byte[] first = documents.pdf(offer, CLIENT, RO);
    assertThat(documents.pdf(offer, CLIENT, RO)).isEqualTo(first);
    assertThat(documents.pdf(offer, CLIENT, Locale.ENGLISH)).isNotEqualTo(first);
    assertThat(documents.pdf(offer(number(7)), CLIENT, RO)).isNotEqualTo(first);
    assertThat(documents.pdf(offer, client("Alta SRL"), RO)).isNotEqualTo(first);
  }

  private List<String> everyDocument(OfferView offer) {
    return everyDocument(offer, CLIENT);
  }

  private List<String> everyDocument(OfferView offer, CompanyProfile client) {
    return Stream.of(RO, Locale.ENGLISH)
        .map(
            language ->
                textOfPdf(port(OfferDocuments.class).pdf(offer, client, language), language))
        .toList();
  }

  private String document(OfferView offer, Locale language) {
    return textOfPdf(port(OfferDocuments.class).pdf(offer, CLIENT, language), language);
  }

  // ---- fixtures ----

  private static OfferNumber number(int ordinal) {
    return OfferNumber.first(new DocumentNumber(Series.OFFER, 2026, ordinal));
  }

  private static CompanyProfile client(String name) {
    return new CompanyProfile(
        new Cui("9900001137"),
        name,
        new Address(County.CJ, "Cluj-Napoca", Optional.of("Str. Morii 7"), Optional.empty()),
        Optional.of(new TradeRegisterNumber("J12/345/2019")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static OfferView offer(OfferNumber number) {
    return offer(
        number,
        List.of(
            new ChapterView(
                "Uși",
                List.of(
                    line("Ușă „stejar” & toc", "2", "617.25", STANDARD, false),
                    line("Prag < 2 cm", "1.111", "100", REDUCED, false)),
                ron("1345.60")),
            new ChapterView(
                "Diverse",
                List.of(line("Transport și urcat", "1", "50", STANDARD, true)),
                ron("0.00"))));
  }

  private static OfferView offer(OfferNumber number, List<ChapterView> chapters) {
    Totals totals =
        Totals.of(
            Currency.RON,
            chapters.stream()
                .flatMap(chapter -> chapter.offered().stream())
                .map(line -> new TaxedNet(line.vat(), line.net()))
                .toList());
    return offer(
        number,
        new OfferContentView(
            Currency.RON,
            Optional.empty(),
            chapters,
            totals.net(),
            Percentage.ZERO,
            ron("0.00"),
            totals,
            ron("50.00"),
            Optional.of("Montajul este inclus."),
            Optional.of("Plata în 30 de zile"),
            Optional.of("6 săptămâni"),
            VALID_UNTIL),
        Optional.of(PursuitFixture.BY_ANA));
  }

  private static OfferView offer(
      OfferNumber number, OfferContentView content, Optional<Stamp> finalised) {
    return new OfferView(
        new OfferId(new UUID(1, number.document().ordinal())),
        new Version(5),
        number,
        finalised.isPresent() ? OfferState.FINALISED : OfferState.APPROVED,
        false,
        new LeadId(new UUID(2, 2)),
        CLIENT.name(),
        CLIENT.cui(),
        new PursuitId(new UUID(3, 3)),
        content,
        new Milestones(
            PursuitFixture.BY_ANA,
            Optional.of(PursuitFixture.BY_ANA),
            Optional.empty(),
            Optional.of(PursuitFixture.BY_ION),
            finalised,
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        Optional.of(SECRET),
        Optional.empty(),
        Set.of(),
        false,
        List.of(),
        PursuitFixture.BY_ANA);
  }

  private static OfferLineView line(
      String name, String quantity, String price, VatRate vat, boolean optional) {
    UnitPrice unit = UnitPrice.of(price, Currency.RON);
    return new OfferLineView(
        Optional.of(new ItemId(newId())),
        Optional.of(new ItemCode("USI-01")),
        name,
        "buc",
        Quantity.of(quantity),
        unit,
        Percentage.ZERO,
        vat,
        optional,
        LineNet.of(unit, Quantity.of(quantity)));
  }

  private static Money ron(String amount) {
    return Money.of(amount, Currency.RON);
  }
}
