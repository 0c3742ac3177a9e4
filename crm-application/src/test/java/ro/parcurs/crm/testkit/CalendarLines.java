package ro.parcurs.crm.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The lines of an iCalendar file (RFC 5545, section 3.1), unfolded and taken apart, to see what is
 * in it.
 *
 * @param lines in their order
 */
public record CalendarLines(List<Line> lines) {

  /**
   * @param name in capitals
   * @param parameters by their names in capitals, without quotes and carets
   * @param value without the backslashes that texts have
   */
  public record Line(String name, Map<String, String> parameters, String value) {}

  /** The lines of a file in UTF-8. */
  public static CalendarLines of(byte[] file) {
    String unfolded = new String(file, StandardCharsets.UTF_8).replaceAll("\r\n[ \t]", "");
    return new CalendarLines(unfolded.lines().map(CalendarLines::line).toList());
  }

  /** What the property says; it is there once. */
  public String value(String name) {
    return only(name).value();
  }

  /** The property; it is there once. */
  public Line only(String name) {
    List<Line> found = all(name);
    if (found.size() != 1) {
      throw new AssertionError(name + " is there " + found.size() + " times in " + lines);
    }
    return found.get(0);
  }

  public List<Line> all(String name) {
    return lines.stream().filter(line -> line.name().equals(name)).toList();
  }

  /** The names of the properties, in their order. */
  public List<String> names() {
    return lines.stream().map(Line::name).toList();
  }

  private static Line line(String line) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    int i = 0;
    for (; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ';' || c == ':')) {
        parts.add(part.toString());
        part.setLength(0);
        if (c == ':') {
          break;
        }
      } else {
        part.append(c);
      }
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : parts.subList(1, parts.size())) {
      int equals = parameter.indexOf('=');
      parameters.put(
          parameter.substring(0, equals).toUpperCase(Locale.ROOT),
          decoded(parameter.substring(equals + 1)));
    }
    return new Line(
        parts.get(0).toUpperCase(Locale.ROOT), parameters, unescaped(line.substring(i + 1)));
  }

  /** RFC 6868, section 3. */
  private static String decoded(String parameter) {
    return parameter.replace("^^", "\0").replace("^n", "\n").replace("^'", "\"").replace('\0', '^');
  }

  private static String unescaped(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        text.append(next == 'n' || next == 'N' ? '\n' : next);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
