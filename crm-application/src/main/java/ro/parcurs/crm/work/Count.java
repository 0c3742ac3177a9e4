package ro.parcurs.crm.work;

/**
 * How many there are of something that lists show, counted up to {@value #LIMIT}: nobody reads a
 * larger number, and finding it would take as long as there are rows.
 *
 * @param counted 0 to {@value #LIMIT}
 * @param more whether there are more than counted
 */
public record Count(long counted, boolean more) {

  /** How far is counted. */
  public static final int LIMIT = 10_000;

  public Count {
    if (counted < 0 || counted > LIMIT || (more && counted < LIMIT)) {
      throw new IllegalArgumentException(counted + (more ? " and more" : ""));
    }
  }

  /**
   * @param found how many were found by somebody who stopped no sooner than after {@value #LIMIT} +
   *     1
   */
  public static Count of(long found) {
    return new Count(Math.min(found, LIMIT), found > LIMIT);
  }

  public boolean isZero() {
    return counted == 0;
  }
}
