package ro.parcurs.example;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line, taken apart: {@code --name value}, {@code --name=value} or {@code --name}. */
record CommandLine(Map<String, String> values, Set<String> flags) {

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--port",
          "--host",
          "--data-dir",
          "--database-url",
          "--database-user",
          "--database-password",
          "--registry");

  private static final Set<String> WITHOUT_VALUE = Set.of("--empty", "--help");

  CommandLine {
    values = Map.copyOf(values);
    flags = Set.copyOf(flags);
  }

  /**
   * Takes a command line apart.
   *
   * @throws Settings.Unclear when there is an unknown option, one twice, or one without its value
   */
  static CommandLine of(String[] arguments) {
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
      } else {
        throw new Settings.Unclear("unknown option: " + arguments[i]);
      }
    }
    return new CommandLine(values, flags);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean has(String flag) {
    return flags.contains(flag);
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
