package ro.parcurs.example;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A command line, taken apart: {@code --name value}, {@code --name=value} or {@code --name}, and
 * bare words.
 */
record CommandLine(List<String> words, Map<String, String> values, Set<String> flags) {

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--port",
          "--host",
          "--data-dir",
          "--database-url",
          "--database-user",
          "--database-password",
          "--registry",
          "--smtp",
          "--mail-from",
          "--as",
          "--language",
          "--sheet",
          "--duplicates",
          "--failed",
          "--search",
          "--to");

  private static final Set<String> WITHOUT_VALUE = Set.of("--empty", "--help", "--check");

  CommandLine {
    words = List.copyOf(words);
    values = Map.copyOf(values);
    flags = Set.copyOf(flags);
  }

  /**
   * Takes a command line apart.
   *
   * @throws Settings.Unclear when there is an unknown option, one twice, or one without its value
   */
  static CommandLine of(String[] arguments) {
    List<String> words = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    Set<String> flags = new HashSet<>();
    for (int i = 0; i < arguments.length; i++) {
      String[] parts = arguments[i].split("=", 2);
      String name = parts[0];
      if (WITHOUT_VALUE.contains(name) && parts.length == 1) {
        flags.add(name);
      } else if (WITH_VALUE.contains(name)) {
        String value = parts.length == 2 ? parts[1] : next(arguments, ++i, name);
        if (values.put(name, value) != null) {
          throw new Settings.Unclear(name + " is given twice");
        }
      } else if (!name.startsWith("-")) {
        words.add(arguments[i]);
      } else {
        throw new Settings.Unclear("unknown option: " + arguments[i]);
      }
    }
    return new CommandLine(words, values, flags);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  /** Every option that is given, with or without a value. */
  Set<String> options() {
    Set<String> all = new TreeSet<>(values.keySet());
    all.addAll(flags);
    return all;
  }

  private static String next(String[] arguments, int index, String name) {
    if (index >= arguments.length
        || arguments[index].isBlank()
        || arguments[index].startsWith("--")) {
      throw new Settings.Unclear(name + " needs a value");
    }
    return arguments[index];
  }
}
