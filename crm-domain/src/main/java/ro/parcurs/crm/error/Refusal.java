package ro.parcurs.crm.error;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A sound command that is not carried out, for a reason that is part of the product: the state does
 * not allow it, somebody was first, the actor may not. Each reason is a small class of its own
 * beside the concept that refuses.
 */
public abstract non-sealed class Refusal extends CrmException {

  private static final long serialVersionUID = 1L;

  private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private final transient Map<String, Object> arguments;

  protected Refusal(Map<String, Object> arguments) {
    this.arguments = Map.copyOf(arguments);
  }

  /** The class's name in kebab case: {@code NotPermitted} has the code {@code not-permitted}. */
  @Override
  public final String code() {
    return INNER_CAPITAL
        .matcher(getClass().getSimpleName())
        .replaceAll("-")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public final Map<String, Object> arguments() {
    return arguments;
  }
}
