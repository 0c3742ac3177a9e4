package ro.parcurs.crm.validation;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.text.Text;

/** What a command holds, as the domain wants it: missing or blank becomes empty. */
public final class Given {

  private Given() {}

  /** The text, unless it is missing or blank. */
  public static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text).filter(given -> !Text.clean(given).isEmpty());
  }

  /** The value read from the text, unless it is missing or blank. */
  public static <T> Optional<T> value(@Nullable String text, Function<String, T> of) {
    return text(text).map(of);
  }
}
