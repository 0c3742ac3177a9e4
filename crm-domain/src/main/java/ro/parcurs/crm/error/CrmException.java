package ro.parcurs.crm.error;

import java.util.Map;

/**
 * Everything that can foreseeably go wrong in the product, in two families: {@link InvalidInput}, a
 * value that is broken whatever the state of the world, and {@link Refusal}, a sound command that
 * the present state or the actor's rights do not allow.
 *
 * <p>An error has a {@linkplain #code() code} and named {@linkplain #arguments() arguments}, never
 * a sentence: sentences are made outside, in the reader's language. When one is thrown out of a use
 * case, nothing of the command was done.
 */
public abstract sealed class CrmException extends RuntimeException permits InvalidInput, Refusal {

  private static final long serialVersionUID = 1L;

  CrmException() {}

  /**
   * The key under which the texts of this error are kept, stable between versions; for example
   * {@code not-permitted}.
   */
  public abstract String code();

  /**
   * What the text of this error speaks about, by name; values are numbers, texts, dates, enums, or
   * lists of them.
   */
  public abstract Map<String, Object> arguments();

  /** A technical rendering for logs; people are shown a localised text instead. */
  @Override
  public String getMessage() {
    return code() + arguments();
  }
}
