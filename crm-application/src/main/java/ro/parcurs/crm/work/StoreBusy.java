package ro.parcurs.crm.work;

/**
 * The work got in the way of other work for too long: it waited for a lock, was chosen to end a
 * deadlock, or took longer than allowed. Nothing was done; doing it again is safe.
 */
public final class StoreBusy extends StoreFailure {

  private static final long serialVersionUID = 1L;

  public StoreBusy(String message, Throwable cause) {
    super(message, cause);
  }
}
