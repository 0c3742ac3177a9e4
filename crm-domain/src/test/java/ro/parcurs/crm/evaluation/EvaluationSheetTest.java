package ro.parcurs.crm.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.catalogue.Items.BY_ANA;
import static ro.parcurs.crm.catalogue.Items.composed;
import static ro.parcurs.crm.catalogue.Items.id;
import static ro.parcurs.crm.catalogue.Items.item;
import static ro.parcurs.crm.catalogue.Items.some;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.ExchangeRateMissing;
import ro.parcurs.crm.catalogue.OwnPrice;
import ro.parcurs.crm.catalogue.Recipe;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NoSuchTransition;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.number.DocumentNumber;
import ro.parcurs.crm.number.Series;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.pursuit.ResponsibilityId;
import ro.parcurs.crm.pursuit.SheetFact;

class EvaluationSheetTest {

  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              item("A", "0.333"),
              item("B", "12.49"),
              item("C", "7.77"),
              composed("R", some("3", "A"), some("0.35", "B"), some("1.1", "C"))));

  @Test
  void the_golden_sheet_shows_what_its_lines_come_to() {
    EvaluationSheet sheet = aDraft(line("R", "100"));
    SheetContent content = sheet.price(CATALOGUE);
    assertThat(content.chapters())
        .singleElement()
        .satisfies(
            chapter -> {
              assertThat(chapter.title()).isEqualTo("Item R");
              assertThat(chapter.price()).isEqualTo(UnitPrice.of("13.9175", Currency.RON));
              assertThat(chapter.net()).isEqualTo(lei("1391.75"));
            });
    assertThat(content.totals().net()).isEqualTo(lei("1391.75"));
    assertThat(content.totals().vat()).isEqualTo(lei("292.27"));
    assertThat(content.totals().gross()).isEqualTo(lei("1684.02"));
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, CHANGE, DRAFT",
    "DRAFT, FINALISE, FINALISED",
    "DRAFT, REOPEN,",
    "DRAFT, DISCARD, DISCARDED",
    "FINALISED, CHANGE,",
    "FINALISED, FINALISE,",
    "FINALISED, REOPEN, DRAFT",
    "FINALISED, DISCARD,",
    "DISCARDED, CHANGE,",
    "DISCARDED, FINALISE,",
    "DISCARDED, REOPEN,",
    "DISCARDED, DISCARD,"
  })
  void every_move_from_every_state(SheetState from, SheetMove move, SheetState to) {
    EvaluationSheet sheet = in(from);
    if (to == null) {
      assertThatThrownBy(() -> moved(move).apply(sheet))
          .isInstanceOfSatisfying(
              NoSuchTransition.class,
              error ->
                  assertThat(error.arguments())
                      .containsEntry("from", from)
                      .containsEntry("command", move));
      assertThat(sheet).isEqualTo(in(from));
    } else {
      assertThat(moved(move).apply(sheet).state()).isEqualTo(to);
    }
  }

  @Test
  void a_finalised_sheet_keeps_its_prices_and_recipes_whatever_becomes_of_the_catalogue() {
    EvaluationSheet sheet = in(SheetState.FINALISED);
    assertThat(sheet.changedSince(CATALOGUE)).isEmpty();
    Catalogue dearer =
        CATALOGUE.with(
            CATALOGUE.get(id("B")).priceBy(OwnPrice.of(UnitPrice.of("13", Currency.RON)), BY_ANA));
    assertThat(sheet.frozen().totals().net()).isEqualTo(lei("1391.75"));
    assertThat(sheet.changedSince(dearer))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.frozen()).isEqualTo(lei("1391.75"));
              assertThat(change.today()).contains(lei("1409.60"));
            });
    assertThat(sheet.reopen(BY_ANA).price(dearer).totals().net()).isEqualTo(lei("1409.60"));
  }

  @Test
  void a_change_of_the_recipe_alone_is_told_even_at_the_same_price() {
    Catalogue other =
        CATALOGUE.with(
            CATALOGUE
                .get(id("R"))
                .priceBy(
                    new Recipe(List.of(some("0.35", "B"), some("3", "A"), some("1.1", "C"))),
                    BY_ANA));
    assertThat(in(SheetState.FINALISED).changedSince(other))
        .singleElement()
        .satisfies(change -> assertThat(change.today()).contains(change.frozen()));
  }

  @Test
  void what_can_no_longer_be_priced_is_told_as_changed() {
    Catalogue foreign =
        CATALOGUE.with(
            CATALOGUE.get(id("B")).priceBy(OwnPrice.of(UnitPrice.of("3", Currency.EUR)), BY_ANA));
    assertThat(in(SheetState.FINALISED).changedSince(foreign))
        .singleElement()
        .satisfies(change -> assertThat(change.today()).isEmpty());
    assertThatThrownBy(() -> aDraft(line("R", "1")).finalise(foreign, BY_ANA))
        .isInstanceOf(ExchangeRateMissing.class);
  }

  @Test
  void an_empty_sheet_is_not_finalised() {
    assertThatThrownBy(() -> aDraft().finalise(CATALOGUE, BY_ANA)).isInstanceOf(EmptySheet.class);
    assertThat(aDraft().price(CATALOGUE).totals().gross()).isEqualTo(lei("0"));
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 200, 201})
  void a_sheet_has_at_most_two_hundred_lines(int count) {
    List<SheetLine> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line("A", "1"));
    }
    if (count <= EvaluationSheet.MAX_LINES) {
      assertThat(aDraft(lines.toArray(SheetLine[]::new)).lines()).hasSize(count);
    } else {
      assertThatThrownBy(() -> aDraft(lines.toArray(SheetLine[]::new)))
          .isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void the_pursuit_learns_what_there_is() {
    assertThat(in(SheetState.DRAFT).fact()).isEqualTo(SheetFact.UNFINISHED);
    assertThat(in(SheetState.FINALISED).fact()).isEqualTo(SheetFact.FINALISED);
    assertThat(in(SheetState.DISCARDED).fact()).isEqualTo(SheetFact.NONE);
  }

  @Test
  void a_state_that_contradicts_itself_is_not_rebuilt() {
    EvaluationSheet.Snapshot state = in(SheetState.FINALISED).snapshot();
    assertThatThrownBy(
            () ->
                new EvaluationSheet.Snapshot(
                    state.id(),
                    state.lead(),
                    state.pursuit(),
                    state.responsibility(),
                    state.number(),
                    SheetState.DRAFT,
                    state.terms(),
                    state.lines(),
                    state.chapters(),
                    state.added(),
                    Optional.empty(),
                    state.changed(),
                    state.version()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static UnaryOperator<EvaluationSheet> moved(SheetMove move) {
    return switch (move) {
      case CHANGE -> sheet -> sheet.change(List.of(), SheetTerms.DEFAULT, BY_ANA);
      case FINALISE -> sheet -> sheet.finalise(CATALOGUE, BY_ANA);
      case REOPEN -> sheet -> sheet.reopen(BY_ANA);
      case DISCARD -> sheet -> sheet.discard(BY_ANA);
    };
  }

  private static EvaluationSheet in(SheetState state) {
    EvaluationSheet draft = aDraft(line("R", "100"));
    return switch (state) {
      case DRAFT -> draft;
      case FINALISED -> draft.finalise(CATALOGUE, BY_ANA);
      case DISCARDED -> draft.discard(BY_ANA);
    };
  }

  private static EvaluationSheet aDraft(SheetLine... lines) {
    return EvaluationSheet.add(
            new SheetId(new UUID(0, 1)),
            new LeadId(new UUID(0, 2)),
            new PursuitId(new UUID(0, 3)),
            new ResponsibilityId(new UUID(0, 4)),
            new DocumentNumber(Series.EVALUATION_SHEET, 2026, 17),
            BY_ANA)
        .change(List.of(lines), SheetTerms.DEFAULT, BY_ANA);
  }

  private static SheetLine line(String code, String quantity) {
    return new SheetLine(id(code), Quantity.of(quantity));
  }

  private static Money lei(String amount) {
    return Money.of(amount, Currency.RON);
  }
}
