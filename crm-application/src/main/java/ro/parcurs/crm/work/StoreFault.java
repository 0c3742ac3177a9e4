package ro.parcurs.crm.work;

/**
 * The storage refused for a reason that should not occur: a mistake in the program or its setup.
 */
public final class StoreFault extends StoreFailure {

  private static final long serialVersionUID = 1L;

  public StoreFault(String message, Throwable cause) {
    super(message, cause);
  }
}
