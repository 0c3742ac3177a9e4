package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.company.Cui;
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

  @Test
  void a_document_says_which_offer_it_is_and_for_whom() {
    OfferView offer = offer(OfferNumber.parse("OF-2026-00042/2"), "Țesătoria „Șoim” SRL");
    for (String text : everyDocument(offer)) {
      assertThat(text).contains("OF-2026-00042/2", "Țesătoria „Șoim” SRL", offer.cui().digits());
    }
    for (String text : everyDocument(offer(number(7), "Alta SRL"))) {
      assertThat(text)
          .contains("OF-2026-00007", "Alta SRL")
          .doesNotContain("OF-2026-00042", "Țesătoria");
    }
  }

  @Test
  void a_document_names_every_chapter_and_every_line_the_optional_ones_too() {
    for (String text : everyDocument(offer(number(1), "Exemplu SRL"))) {
      assertThat(text)
          .contains("Uși", "Ușă „stejar” & toc", "Prag < 2 cm", "Diverse", "Transport și urcat");
    }
  }

  @Test
  void amounts_and_words_are_those_of_the_language() {
    OfferView offer = offer(number(1), "Exemplu SRL");
    for (String romanian : documents(offer, RO)) {
      assertThat(romanian)
          .contains("1.234,50", "1.345,60", "271,47", "1.617,07", "TVA")
          .doesNotContain("1,234.50", "VAT");
    }
    for (String english : documents(offer, Locale.ENGLISH)) {
      assertThat(english)
          .contains("1,234.50", "1,345.60", "271.47", "1,617.07", "VAT")
          .doesNotContain("1.234,50", "TVA");
    }
  }

  @Test
  void what_the_offer_costs_the_seller_and_leaves_him_is_in_no_document() {
    OfferView offer = offer(number(1), "Exemplu SRL");
    assertThat(offer.margin()).contains(SECRET);
    for (String text : everyDocument(offer)) {
      assertThat(text).doesNotContain(SECRETS).doesNotContainIgnoringCase("marj", "margin");
    }
  }

  @Test
  void an_offer_of_nothing_makes_a_document_too() {
    OfferView offer = offer(number(3), "Exemplu SRL", List.of());
    for (String text : everyDocument(offer)) {
      assertThat(text).contains("OF-2026-00003");
    }
  }

  private List<String> everyDocument(OfferView offer) {
    List<String> all = new ArrayList<>(documents(offer, RO));
    all.addAll(documents(offer, Locale.ENGLISH));
    return all;
  }

  private List<String> documents(OfferView offer, Locale language) {
    OfferDocuments documents = port(OfferDocuments.class);
    return List.of(textOfPdf(documents.pdf(offer, language), language));
  }

  // ---- fixtures ----

  private static OfferNumber number(int ordinal) {
    return OfferNumber.first(new DocumentNumber(Series.OFFER, 2026, ordinal));
  }

  private static OfferView offer(OfferNumber number, String client) {
    return offer(
        number,
        client,
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

  private static OfferView offer(OfferNumber number, String client, List<ChapterView> chapters) {
    Totals totals =
        Totals.of(
            Currency.RON,
            chapters.stream()
                .flatMap(chapter -> chapter.offered().stream())
                .map(line -> new TaxedNet(line.vat(), line.net()))
                .toList());
    return new OfferView(
        new OfferId(newId()),
        new Version(5),
        number,
        OfferState.FINALISED,
        false,
        new LeadId(newId()),
        client,
        new Cui("9900001137"),
        new PursuitId(newId()),
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
            LocalDate.of(2026, 12, 24)),
        new Milestones(
            PursuitFixture.BY_ANA,
            Optional.of(PursuitFixture.BY_ANA),
            Optional.empty(),
            Optional.of(PursuitFixture.BY_ION),
            Optional.of(PursuitFixture.BY_ANA),
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
