package ro.parcurs.example.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * One of several that can be chosen.
 *
 * @param value what is sent
 * @param text what is read
 */
public record Option(String value, String text) {

  /** The constants of an enum, by their names in the reader's language. */
  public static <E extends Enum<E>> List<Option> of(Class<E> type, Function<E, String> name) {
    return of(Arrays.asList(type.getEnumConstants()), name);
  }

  /** Some constants of an enum. */
  public static <E extends Enum<E>> List<Option> of(
      Collection<E> constants, Function<E, String> name) {
    return constants.stream()
        .map(constant -> new Option(constant.name(), name.apply(constant)))
        .toList();
  }

  /** Any things, by what is sent and what is read. */
  public static <T> List<Option> of(
      Collection<T> things, Function<T, ?> value, Function<T, String> text) {
    return things.stream()
        .map(thing -> new Option(value.apply(thing).toString(), text.apply(thing)))
        .toList();
  }

  /** The people who can be responsible. */
  public static List<Option> sales() {
    return of(People.sales(), User::id, User::name);
  }
}
