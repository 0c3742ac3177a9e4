package ro.parcurs.crm.work;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The storage failed, not the command: nothing is wrong with what was asked, and asking again later
 * may well succeed. Except for {@link OutcomeUnknown}, nothing of the command was done.
 */
public abstract sealed class StoreFailure extends RuntimeException
    permits StoreUnavailable, StoreBusy, StoreFault, OutcomeUnknown {

  private static final long serialVersionUID = 1L;

  private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** The key under which the text of this failure is kept, for example {@code store-busy}. */
  public final String code() {
    return INNER_CAPITAL
        .matcher(getClass().getSimpleName())
        .replaceAll("-")
        .toLowerCase(Locale.ROOT);
  }
}
