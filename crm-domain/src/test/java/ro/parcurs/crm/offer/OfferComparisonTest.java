package ro.parcurs.crm.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.parcurs.crm.offer.SampleOffers.content;
import static ro.parcurs.crm.offer.SampleOffers.line;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.offer.OfferComparison.Aspect;
import ro.parcurs.crm.offer.OfferComparison.Difference.Added;
import ro.parcurs.crm.offer.OfferComparison.Difference.Changed;
import ro.parcurs.crm.offer.OfferComparison.Difference.Removed;

class OfferComparisonTest {

  @Test
  void equal_revisions_have_no_difference() {
    OfferContent content = content(line("a", "1", "1"), line("a", "1", "1"), line("b", "1", "1"));
    assertThat(OfferComparison.between(content, content).differences()).isEmpty();
  }

  @Test
  void what_came_what_went_and_what_changed_is_told_line_by_line() {
    OfferContent older = content(line("a", "1", "10"), line("b", "1", "20"), line("c", "1", "30"));
    OfferContent newer =
        content(
            line("d", "1", "5"),
            line("C", "2", "31").withDiscount(Percentage.of("5")),
            line("a", "1", "10"));
    assertThat(OfferComparison.between(older, newer).differences())
        .containsExactly(
            new Added("Capitol", line("d", "1", "5")),
            new Changed(
                "Capitol",
                line("c", "1", "30"),
                line("C", "2", "31").withDiscount(Percentage.of("5")),
                Set.of(Aspect.QUANTITY, Aspect.PRICE, Aspect.DISCOUNT, Aspect.NAME)),
            new Removed("Capitol", line("b", "1", "20")));
  }

  @Test
  void a_line_that_moved_is_found_in_its_new_chapter() {
    OfferContent older = content("0", new Chapter("A", List.of(line("a", "1", "1"))));
    OfferContent newer = content("0", new Chapter("B", List.of(line("a", "1", "1"))));
    assertThat(OfferComparison.between(older, newer).differences())
        .containsExactly(
            new Changed("B", line("a", "1", "1"), line("a", "1", "1"), Set.of(Aspect.CHAPTER)));
  }

  @Test
  void of_several_lines_alike_the_unchanged_ones_find_each_other() {
    OfferContent older = content(line("a", "1", "1"), line("a", "2", "1"));
    OfferContent newer = content(line("a", "2", "1"), line("a", "3", "1"));
    assertThat(OfferComparison.between(older, newer).differences())
        .containsExactly(
            new Changed(
                "Capitol", line("a", "1", "1"), line("a", "3", "1"), Set.of(Aspect.QUANTITY)));
  }

  @Test
  void another_discount_on_the_whole_is_told() {
    OfferContent older = content("0", new Chapter("A", List.of()));
    OfferContent newer = content("5", new Chapter("A", List.of()));
    assertThat(OfferComparison.between(older, newer).isTermsChanged()).isTrue();
    assertThat(OfferComparison.between(older, older).isTermsChanged()).isFalse();
  }
}
