package ro.parcurs.crm.work;

/** The storage cannot be reached, or has no connection to spare; nothing was done. */
public final class StoreUnavailable extends StoreFailure {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
