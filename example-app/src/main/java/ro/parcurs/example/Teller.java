package ro.parcurs.example;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import ro.parcurs.crm.lead.usecase.ImportRun;
import ro.parcurs.example.web.Formats;
import ro.parcurs.example.web.Texts;

/** Tells on the command line what goes on, in one language. For one thread at a time. */
final class Teller {

  private static final int BAR = 30;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final Texts texts = new Texts();
  private final Locale language;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private boolean lineOpen;
  private Duration told = Duration.ZERO;

  /**
   * @param terminal whether a line can be written over
   */
  Teller(Locale language, PrintStream out, PrintStream err, boolean terminal) {
    this.language = language;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** A stream to the outside whose letters are read as they were meant. */
  static PrintStream stream(FileDescriptor descriptor) {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    Charset charset = windows ? Charset.defaultCharset() : StandardCharsets.UTF_8;
    return new PrintStream(new FileOutputStream(descriptor), true, charset);
  }

  /** Whether somebody sits before this program. */
  @SuppressWarnings("SystemConsoleNull") // it is null in older Javas, the newer ones are asked
  static boolean isTerminal(Map<String, String> environment) {
    Console console = System.console();
    return console != null
        && !"dumb".equals(environment.get("TERM"))
        && (Runtime.version().feature() < 22 || saysSoItself(console));
  }

  /** Newer Javas have a console even where there is no terminal. */
  private static boolean saysSoItself(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }

  Locale language() {
    return language;
  }

  String text(String key, Object... arguments) {
    return texts.text(language, key, arguments);
  }

  /** A result. */
  void say(String line) {
    endLine();
    out.println(line);
  }

  /** What goes on, or went wrong. */
  void note(String line) {
    endLine();
    err.println(line);
  }

  /** How far an import is: a bar that grows, or a line every few seconds. */
  void progress(ImportRun run) {
    String figures =
        text(
            "workbook.progress",
            run.percent(),
            number(run.counts().read()),
            number(run.rows()),
            number(run.rate()),
            run.left().map(this::time).orElse("?"));
    if (terminal) {
      int full = BAR * run.percent() / 100;
      err.print("\r[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + figures + "\u001b[K");
      err.flush();
      lineOpen = true;
    } else if (run.taken().isZero()
        || !run.isUnfinished()
        || run.taken().minus(told).compareTo(BETWEEN_LINES) >= 0) {
      told = run.taken();
      err.println(figures);
    }
  }

  String number(long number) {
    return String.format(language, "%,d", number);
  }

  String time(Duration length) {
    return Formats.length(length);
  }

  private void endLine() {
    if (lineOpen) {
      err.println();
      lineOpen = false;
    }
  }
}
