package ro.parcurs.crm.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import ro.parcurs.crm.company.Cui;

/** Made-up fiscal codes whose check digit holds, beyond those that were ever given out. */
public final class Cuis {

  private static final AtomicInteger NEXT = new AtomicInteger(9_900_000);

  private Cuis() {}

  /** One that was not given before. Thread-safe. */
  public static Cui next() {
    return withBody(NEXT.getAndIncrement());
  }

  /**
   * @param body all digits but the last
   */
  public static Cui withBody(int body) {
    return IntStream.rangeClosed(0, 9)
        .mapToObj(digit -> new Cui(body + "" + digit))
        .filter(Cui::hasValidCheckDigit)
        .findFirst()
        .orElseThrow();
  }
}
