package ro.parcurs.crm.work;

/**
 * The connection was lost while the work was being confirmed: it may have been kept, and may not.
 * It must be neither called failed nor blindly done again. A command given with an {@link
 * IdempotencyKey} can be given again with the same key: it is then done once in either case.
 */
public final class OutcomeUnknown extends StoreFailure {

  private static final long serialVersionUID = 1L;

  public OutcomeUnknown(String message, Throwable cause) {
    super(message, cause);
  }
}
