package ro.parcurs.crm.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ro.parcurs.crm.money.Currency.RON;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AllocationTest {

  @Property
  void shares_add_up_and_lie_within_a_ban_of_the_exact_proportion(
      @ForAll @LongRange(min = -1_000_000_00L, max = 1_000_000_00L) long total,
      @ForAll @NotEmpty @Size(max = 30)
          List<@LongRange(min = 0, max = 1_000_000_00L) Long> weights) {
    long sum = weights.stream().mapToLong(Long::longValue).sum();
    if (sum == 0) {
      return;
    }
    List<Money> shares =
        Allocation.largestRemainder(
            bani(total), weights.stream().map(AllocationTest::bani).toList());

    assertThat(shares.stream().reduce(Money.zero(RON), Money::plus)).isEqualTo(bani(total));
    for (int i = 0; i < shares.size(); i++) {
      BigDecimal exact =
          BigDecimal.valueOf(total, 2)
              .multiply(BigDecimal.valueOf(weights.get(i)))
              .divide(BigDecimal.valueOf(sum), 12, RoundingMode.HALF_UP);
      assertThat(shares.get(i).amount().subtract(exact).abs()).isLessThan(new BigDecimal("0.01"));
      if (weights.get(i) == 0) {
        assertThat(shares.get(i).isZero()).isTrue();
      }
    }
  }

  @Test
  void the_bani_that_are_left_go_to_the_largest_remainders_the_first_of_equals_first() {
    assertThat(Allocation.largestRemainder(bani(100), List.of(bani(1), bani(1), bani(1))))
        .containsExactly(bani(34), bani(33), bani(33));
    assertThat(Allocation.largestRemainder(bani(10), List.of(bani(21), bani(29), bani(50))))
        .containsExactly(bani(2), bani(3), bani(5));
  }

  @Test
  void nothing_can_be_split_by_nothing() {
    List<Money> none = List.of(bani(0), bani(0));
    assertThat(Allocation.largestRemainder(bani(0), none)).containsExactly(bani(0), bani(0));
    assertThatThrownBy(() -> Allocation.largestRemainder(bani(1), none))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Money bani(long bani) {
    return new Money(BigDecimal.valueOf(bani, 2), RON);
  }
}
