package ro.parcurs.crm.work;

/**
 * The work got in the way of other work for too long: it waited for a lock, was chosen to end a
 * deadlock, or took longer than allowed. Nothing was done; doing it again is safe.
 */
public final class StoreBusy extends StoreFailure {

  private static final long serialVersionUID = 1L;

  private final boolean over;

  /** What was in the way may still be there, as a lock that was waited for in vain. */
  public StoreBusy(String message, Throwable cause) {
    this(message, cause, false);
  }

  private StoreBusy(String message, Throwable cause, boolean over) {
    super(message, cause);
    this.over = over;
  }

  /** A conflict that ended when the store chose this work to give way, as a deadlock does. */
  public static StoreBusy conflict(String message, Throwable cause) {
    return new StoreBusy(message, cause, true);
  }

  /** Whether what was in the way is gone, so that doing the work again at once makes sense. */
  public boolean isOver() {
    return over;
  }
}
