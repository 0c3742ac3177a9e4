package ro.parcurs.crm.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SliceTest {

  private static final Count NINE = Count.of(9);
  private static final Supplier<Count> NOBODY_COUNTS =
      () -> {
        throw new AssertionError("counted what is all shown");
      };

  @Test
  void a_page_shows_as_many_as_it_holds_and_knows_that_there_are_more() {
    Slice<String> slice = Slice.of(2, limit -> first(limit, "a", "b", "c", "d"));

    assertThat(slice.rows()).containsExactly("a", "b");
    assertThat(slice.next(String::length)).contains(1);
    assertThat(slice.count(true, () -> NINE)).isEqualTo(NINE);
  }

  @Test
  void a_list_that_ends_with_the_page_has_no_next_page() {
    Slice<String> slice = Slice.of(2, limit -> first(limit, "a", "b"));

    assertThat(slice.rows()).containsExactly("a", "b");
    assertThat(slice.next(row -> row)).isEqualTo(Optional.empty());
  }

  @Test
  void a_list_of_one_page_needs_no_counting() {
    assertThat(Slice.of(2, limit -> first(limit, "a", "b")).count(true, NOBODY_COUNTS))
        .isEqualTo(Count.of(2));
    assertThat(Slice.of(2, limit -> List.of()).count(true, NOBODY_COUNTS)).isEqualTo(Count.of(0));
  }

  @Test
  void the_last_of_several_pages_tells_the_count_of_all() {
    assertThat(Slice.of(2, limit -> first(limit, "i")).count(false, () -> NINE)).isEqualTo(NINE);
  }

  private static List<String> first(int limit, String... rows) {
    return Stream.of(rows).limit(limit).toList();
  }
}
