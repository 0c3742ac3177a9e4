package ro.parcurs.example;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.lead.usecase.DuplicateRule;
import ro.parcurs.example.web.People;
import ro.parcurs.example.web.Texts;
import ro.parcurs.example.web.User;

/** What the program is to do. */
sealed interface Task {

  /** Serve the pages. */
  record Serve() implements Task {}

  /**
   * Import leads.
   *
   * @param failed where the rows that were not taken are written; beside the file if empty
   * @param check whether it is only shown what would be read
   */
  record Import(
      By by,
      Path file,
      Optional<String> sheet,
      DuplicateRule duplicates,
      Optional<Path> failed,
      boolean check)
      implements Task {}

  /**
   * Write something into a workbook.
   *
   * @param offer the number of the offer that is written
   * @param search which leads are written; all if blank
   */
  record Export(By by, What what, String offer, String search, Path to) implements Task {}

  /** What can be written. */
  enum What {
    LEADS,
    CATALOGUE,
    OFFER
  }

  /** Who does it, and what they read. */
  record By(Actor actor, Locale language) {}

  Set<String> STORAGE =
      Set.of(
          "--data-dir",
          "--database-url",
          "--database-user",
          "--database-password",
          "--empty",
          "--help");

  Set<String> SERVING = Set.of("--port", "--host", "--registry", "--smtp", "--mail-from");
  Set<String> IMPORT =
      Set.of("--as", "--language", "--sheet", "--duplicates", "--failed", "--check");
  Set<String> EXPORT = Set.of("--as", "--language", "--to", "--search");

  /**
   * Reads a command line.
   *
   * @throws Settings.Unclear when it can't be understood
   */
  static Task of(CommandLine line) {
    List<String> words = line.words();
    if (words.isEmpty()) {
      insistOn(line, SERVING);
      return new Serve();
    }
    return switch (words.get(0)) {
      case "import" -> importOf(line);
      case "export" -> exportOf(line);
      default -> throw new Settings.Unclear("unknown option: " + words.get(0));
    };
  }

  private static Task importOf(CommandLine line) {
    insistOn(line, IMPORT);
    if (line.words().size() != 2) {
      throw new Settings.Unclear("import needs one file");
    }
    return new Import(
        by(line),
        path(line.words().get(1)),
        line.value("--sheet"),
        line.value("--duplicates")
            .map(text -> oneOf("--duplicates", text, DuplicateRule.class))
            .orElse(DuplicateRule.SKIP),
        line.value("--failed").map(Task::path),
        line.has("--check"));
  }

  private static Task exportOf(CommandLine line) {
    insistOn(line, EXPORT);
    List<String> words = line.words();
    if (words.size() < 2) {
      throw new Settings.Unclear("export needs leads, catalogue or offer");
    }
    What what = oneOf("export", words.get(1), What.class);
    if (words.size() != (what == What.OFFER ? 3 : 2)) {
      throw new Settings.Unclear(
          what == What.OFFER ? "export offer needs its number" : "export takes one thing");
    }
    if (line.value("--search").isPresent() && what != What.LEADS) {
      throw new Settings.Unclear("--search goes with export leads");
    }
    String offer = what == What.OFFER ? words.get(2) : "";
    String usual = what == What.OFFER ? offer.replace('/', '-') : name(what);
    return new Export(
        by(line),
        what,
        offer,
        line.value("--search").orElse(""),
        path(line.value("--to").orElse(usual + ".xlsx")));
  }

  private static By by(CommandLine line) {
    String user = line.value("--as").orElse("dan.munteanu");
    String language = line.value("--language").orElse(Texts.LANGUAGES.get(0));
    if (!Texts.LANGUAGES.contains(language)) {
      throw new Settings.Unclear(
          "--language has to be one of " + String.join(", ", Texts.LANGUAGES) + ": " + language);
    }
    return new By(
        People.find(user)
            .map(User::actor)
            .orElseThrow(
                () ->
                    new Settings.Unclear(
                        "--as has to be one of "
                            + String.join(
                                ", ", People.all().stream().map(each -> each.id().value()).toList())
                            + ": "
                            + user)),
        Locale.forLanguageTag(language));
  }

  private static <E extends Enum<E>> E oneOf(String option, String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (name(constant).equals(text)) {
        return constant;
      }
    }
    throw new Settings.Unclear(
        option
            + " has to be one of "
            + String.join(", ", List.of(type.getEnumConstants()).stream().map(Task::name).toList())
            + ": "
            + text);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Settings.Unclear("not the name of a file: " + text);
    }
  }

  private static void insistOn(CommandLine line, Set<String> allowed) {
    Set<String> others = new TreeSet<>(line.options());
    others.removeAll(STORAGE);
    others.removeAll(allowed);
    if (!others.isEmpty()) {
      throw new Settings.Unclear(
          String.join(", ", others)
              + (line.words().isEmpty()
                  ? " needs import or export"
                  : " can't go with " + line.words().get(0)));
    }
  }
}
