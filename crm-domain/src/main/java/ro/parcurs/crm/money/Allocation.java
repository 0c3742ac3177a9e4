package ro.parcurs.crm.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an amount so that the shares add up to it, to the ban. */
public final class Allocation {

  private Allocation() {}

  /**
   * Splits by the largest-remainder method: everyone gets their exact share rounded towards zero,
   * and the bani that are left go one each to the largest remainders, the first of equals first.
   *
   * @param total what is split; may be negative
   * @param weights in whose proportion; none negative; in any one currency
   * @return one share per weight, in the total's currency; all zero when every weight is zero and
   *     so is the total
   * @throws IllegalArgumentException when a weight is negative, or a total other than zero has no
   *     weight to go by
   */
  public static List<Money> largestRemainder(Money total, List<Money> weights) {
    BigInteger sum = BigInteger.ZERO;
    for (Money weight : weights) {
      if (weight.isNegative()) {
        throw new IllegalArgumentException("negative weight " + weight);
      }
      sum = sum.add(bani(weight));
    }
    if (sum.signum() == 0) {
      if (!total.isZero()) {
        throw new IllegalArgumentException("nothing to split " + total + " by");
      }
      return weights.stream().map(weight -> Money.zero(total.currency())).toList();
    }
    return split(bani(total), weights, sum).stream()
        .map(share -> new Money(new BigDecimal(share, Rounding.AMOUNT_DECIMALS), total.currency()))
        .toList();
  }

  private static List<BigInteger> split(BigInteger total, List<Money> weights, BigInteger sum) {
    List<BigInteger> shares = new ArrayList<>();
    List<BigInteger> remainders = new ArrayList<>();
    BigInteger left = total.abs();
    for (Money weight : weights) {
      BigInteger[] share = total.abs().multiply(bani(weight)).divideAndRemainder(sum);
      shares.add(share[0]);
      remainders.add(share[1]);
      left = left.subtract(share[0]);
    }
    IntStream.range(0, shares.size())
        .boxed()
        .sorted(Comparator.comparing(remainders::get).reversed())
        .limit(left.longValueExact())
        .forEach(i -> shares.set(i, shares.get(i).add(BigInteger.ONE)));
    return total.signum() < 0 ? shares.stream().map(BigInteger::negate).toList() : shares;
  }

  private static BigInteger bani(Money money) {
    return money.amount().unscaledValue();
  }
}
