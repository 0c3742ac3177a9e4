package ro.parcurs.crm.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemDetails;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.ItemPricing;
import ro.parcurs.crm.catalogue.OwnPrice;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.catalogue.RecipeComponent;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.evaluation.EvaluationSheet;
import ro.parcurs.crm.evaluation.SheetChapter;
import ro.parcurs.crm.evaluation.SheetContent;
import ro.parcurs.crm.evaluation.SheetId;
import ro.parcurs.crm.evaluation.SheetLine;
import ro.parcurs.crm.evaluation.SheetTerms;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.money.VatRate;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.ResponsibilityId;

/** From a finalised sheet to an offer. */
class OfferGenerationTest {

  private static final Stamp BY =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00Z"));

  @Property
  void the_offer_comes_to_what_the_sheet_does_to_the_ban(@ForAll long seed) {
    RandomSheets sheets = new RandomSheets(seed);
    Optional<EvaluationSheet> sheet = sheets.sheet(sheets.catalogue());
    Assume.that(sheet.isPresent());
    SheetContent frozen = sheet.get().frozen();

    OfferFigures figures =
        OfferFigures.of(content(frozen.currency(), "0", OfferGeneration.chapters(frozen)));

    assertThat(figures.totals()).isEqualTo(frozen.totals());
    assertThat(figures.chapters()).hasSameSizeAs(sheet.get().lines());
    for (int i = 0; i < frozen.chapters().size(); i++) {
      assertThat(figures.chapters().get(i).net()).isEqualTo(frozen.chapters().get(i).net());
    }
  }

  @Property
  void with_discounts_the_lines_still_add_up_to_what_is_left_of_the_sheet(@ForAll long seed) {
    RandomSheets sheets = new RandomSheets(seed);
    Optional<EvaluationSheet> sheet = sheets.sheet(sheets.catalogue());
    Assume.that(sheet.isPresent());
    SheetContent frozen = sheet.get().frozen();
    List<Chapter> chapters = new ArrayList<>();
    for (Chapter chapter : OfferGeneration.chapters(frozen)) {
      chapters.add(
          new Chapter(
              chapter.title(),
              chapter.lines().stream()
                  .map(line -> sheets.oneIn(3) ? line.withDiscount(sheets.discount()) : line)
                  .toList()));
    }
    OfferContent content =
        content(frozen.currency(), sheets.discount().value().toString(), chapters);
    OfferFigures figures = OfferFigures.of(content);
    Money zero = Money.zero(frozen.currency());

    Money lines =
        figures.chapters().stream()
            .flatMap(chapter -> chapter.lines().stream())
            .map(OfferFigures.LineFigures::total)
            .reduce(zero, Money::plus);
    assertThat(lines).isEqualTo(figures.totals().net());
    assertThat(figures.totals().net())
        .isEqualTo(figures.beforeDiscount().minus(figures.discount()));
    assertThat(figures.totals().net()).isLessThanOrEqualTo(frozen.totals().net());
    assertThat(figures.totals().gross())
        .isEqualTo(figures.totals().net().plus(figures.totals().vat()));
  }

  @Example
  void each_item_is_a_chapter_and_each_component_a_line_with_the_quantities_multiplied() {
    CatalogueItem cable = item("CABLU", "Cablu", OwnPrice.of(ron("0.333")));
    CatalogueItem labour = item("MANOPERA", "Manoperă", OwnPrice.of(ron("12.49")));
    CatalogueItem socket = item("PRIZA", "Priză", OwnPrice.of(ron("7.77")));
    CatalogueItem point =
        item(
            "PUNCT",
            "Punct electric",
            new Recipe(List.of(part(cable, "3"), part(labour, "0.35"), part(socket, "1.1"))));
    SheetContent frozen =
        finalised(
            Catalogue.of(List.of(cable, labour, socket, point)),
            new SheetLine(point.id(), Quantity.of("100")),
            new SheetLine(cable.id(), Quantity.of("2")));

    List<Chapter> chapters = OfferGeneration.chapters(frozen);

    assertThat(chapters).extracting(Chapter::title).containsExactly("Punct electric", "Cablu");
    assertThat(chapters.get(0).lines())
        .extracting(line -> line.name() + " " + line.quantity())
        .containsExactly("Cablu 300", "Manoperă 35", "Priză 110");
    assertThat(chapters.get(1).lines())
        .extracting(line -> line.name() + " " + line.quantity())
        .containsExactly("Cablu 2");
    OfferFigures figures = OfferFigures.of(content(Currency.RON, "0", chapters));
    assertThat(figures.chapters().get(0).net()).isEqualTo(Money.of("1391.75", Currency.RON));
    assertThat(frozen.chapters())
        .extracting(SheetChapter::net)
        .containsExactly(Money.of("1391.75", Currency.RON), Money.of("0.67", Currency.RON));
    assertThat(figures.totals()).isEqualTo(frozen.totals());
  }

  private static SheetContent finalised(Catalogue catalogue, SheetLine... lines) {
    return EvaluationSheet.add(
            new SheetId(new UUID(1, 1)),
            new LeadId(new UUID(1, 2)),
            new PursuitId(new UUID(1, 3)),
            new ResponsibilityId(new UUID(1, 4)),
            new DocumentNumber(Series.EVALUATION_SHEET, 2026, 17),
            BY)
        .change(List.of(lines), SheetTerms.DEFAULT, BY)
        .finalise(catalogue, BY)
        .frozen();
  }

  private static CatalogueItem item(String code, String name, ItemPricing pricing) {
    return CatalogueItem.add(
        new ItemId(new UUID(2, code.hashCode())),
        new ItemDetails(
            new ItemCode(code),
            name,
            "buc",
            ItemKind.PRODUCT,
            "Electrice",
            VatRate.of("21", "21"),
            Percentage.ZERO),
        pricing,
        BY);
  }

  private static RecipeComponent part(CatalogueItem item, String quantity) {
    return new RecipeComponent(item.id(), Quantity.of(quantity));
  }

  private static UnitPrice ron(String price) {
    return UnitPrice.of(price, Currency.RON);
  }

  private static OfferContent content(Currency currency, String discount, List<Chapter> chapters) {
    return new OfferContent(
        currency,
        Optional.empty(),
        Percentage.of(discount),
        chapters,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SampleOffers.VALID_UNTIL);
  }
}
