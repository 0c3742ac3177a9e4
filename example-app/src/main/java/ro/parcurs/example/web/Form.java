package ro.parcurs.example.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Version;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.work.KeyReused;
import ro.parcurs.crm.work.StoreFailure;

/**
 * What was typed into a form, and what was wrong with it. A form that could not be carried out is
 * shown again as it was typed, each fault beside its field, a refusal on top.
 *
 * <p>An input has the name of the command's field that it fills, for example {@code name}, or
 * {@code lines[0].quantity} in a list. Lives as long as one request.
 */
public final class Form {

  /** The hidden field that makes sending the same form twice do its work once. */
  static final String ONCE = "_once";

  /** The hidden field that shows that the form came from these pages. */
  static final String CSRF = "_csrf";

  /** The hidden field with the version of what is edited. */
  static final String SEEN = "seen";

  private static final int UNPROCESSABLE = 422;
  private static final int CONFLICT = 409;
  private static final int UNAVAILABLE = 503;

  private final Map<String, List<String>> typed = new LinkedHashMap<>();
  private final Map<String, List<String>> faults = new HashMap<>();
  private final List<String> otherFaults = new ArrayList<>();
  private final List<Violation> unreadable = new ArrayList<>();
  private final Wording wording;
  private final Locale locale;
  private String once;
  private Optional<String> refusal = Optional.empty();

  Form(Wording wording, Map<String, List<String>> typed) {
    this.wording = wording;
    this.locale = wording.locale();
    this.typed.putAll(typed);
    String sent = text(ONCE);
    this.once = sent.isBlank() ? Secrets.next() : sent;
  }

  // --- reading, for the class that takes the form -------------------------------------------

  /** What was typed; empty when nothing was. */
  public String text(String name) {
    List<String> values = typed.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  /** What was typed; null when nothing or only blanks were. */
  public @Nullable String optional(String name) {
    String text = text(name);
    return text.isBlank() ? null : text;
  }

  /** Everything that was chosen or typed under that name, without blanks. */
  public List<String> texts(String name) {
    return typed.getOrDefault(name, List.of()).stream().filter(text -> !text.isBlank()).toList();
  }

  /** The number that was typed; null when none was, or when it can't be read. */
  public @Nullable BigDecimal number(String name) {
    return read(name, text -> Reading.number(name, text, locale));
  }

  /** The whole number that was typed; null when none was, or when it can't be read. */
  public @Nullable Integer integer(String name) {
    return read(
        name,
        text -> {
          try {
            return Reading.number(name, text, locale).intValueExact();
          } catch (ArithmeticException e) {
            throw InvalidInput.of(name, Reading.NOT_A_NUMBER);
          }
        });
  }

  /** The day that was typed; null when none was, or when it can't be read. */
  public @Nullable LocalDate date(String name) {
    return read(name, text -> Reading.date(name, text));
  }

  /** The day and time that were typed; null when none were, or when they can't be read. */
  public @Nullable LocalDateTime dateTime(String name) {
    return read(name, text -> Reading.dateTime(name, text));
  }

  /** The moment that was typed, as the company's clock shows it; null as for a time. */
  public @Nullable Instant instant(String name) {
    LocalDateTime time = dateTime(name);
    return time == null ? null : time.atZone(Formats.ZONE).toInstant();
  }

  /** The constant that was chosen; null when none was. */
  public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    return read(
        name,
        text -> {
          for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
              return constant;
            }
          }
          throw InvalidInput.of(name, "not-a-choice");
        });
  }

  /** The thing that was chosen; null when none was. */
  public <T> @Nullable T id(String name, Function<UUID, T> type) {
    return read(
        name,
        text -> {
          try {
            return type.apply(UUID.fromString(text.strip()));
          } catch (IllegalArgumentException e) {
            throw InvalidInput.of(name, "not-a-choice");
          }
        });
  }

  /** The user who was chosen; null when none was. */
  public @Nullable UserId user(String name) {
    return read(
        name,
        text ->
            People.find(text)
                .map(User::id)
                .orElseThrow(() -> InvalidInput.of(name, "not-a-choice")));
  }

  /** Whether a box was ticked. */
  public boolean ticked(String name) {
    return !texts(name).isEmpty();
  }

  /** The version that was on the screen; null when the form carries none. */
  public @Nullable Version seen() {
    return read(
        SEEN,
        text -> {
          try {
            return new Version(Long.parseLong(text));
          } catch (NumberFormatException e) {
            throw InvalidInput.of(SEEN, Reading.NOT_A_NUMBER);
          }
        });
  }

  /** The places of a list that were sent: 0 and 2 for {@code lines[0].x}, {@code lines[2].x}. */
  public List<Integer> rows(String list) {
    Pattern row = Pattern.compile(Pattern.quote(list) + "\\[(\\d{1,4})]\\..+");
    TreeSet<Integer> rows = new TreeSet<>();
    for (String name : typed.keySet()) {
      Matcher matcher = row.matcher(name);
      if (matcher.matches()) {
        rows.add(Integer.parseInt(matcher.group(1)));
      }
    }
    return List.copyOf(rows);
  }

  // --- filling, for the class that shows the form -------------------------------------------

  /** Puts a value into a field before the form is shown for the first time. */
  public Form set(String name, @Nullable Object value) {
    String text = wording.typed(value);
    typed.put(name, List.of(text));
    return this;
  }

  /** Puts a value into a field, unless something was typed or put there. */
  public Form setDefault(String name, @Nullable Object value) {
    return typed.containsKey(name) ? this : set(name, value);
  }

  /** Takes a row out of a list; those after it move up by one place. */
  public Form removeRow(String list, int row) {
    Pattern place = Pattern.compile(Pattern.quote(list) + "\\[(\\d{1,4})](\\..+)");
    Map<String, List<String>> kept = new LinkedHashMap<>();
    typed.forEach(
        (name, values) -> {
          Matcher matcher = place.matcher(name);
          int at = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
          if (at < row) {
            kept.put(name, values);
          } else if (at > row) {
            kept.put(list + "[" + (at - 1) + "]" + matcher.group(2), values);
          }
        });
    typed.clear();
    typed.putAll(kept);
    return this;
  }

  /** The version of what is edited, sent along with the form. */
  public Form seen(Version version) {
    return set(SEEN, version.value());
  }

  // --- carrying out -------------------------------------------------------------------------

  /**
   * Reads the command, carries it out and answers; when it can't be carried out, shows the form
   * again with what is wrong.
   *
   * @param read makes the command from what was typed
   * @param act carries it out and says what comes next
   * @param again shows the page with this form
   */
  public <C> Answer submit(Supplier<C> read, Function<C, Answer> act, Supplier<Answer.View> again) {
    try {
      C command = read.get();
      if (!unreadable.isEmpty()) {
        throw new InvalidInput(withTheRest(command));
      }
      return act.apply(command);
    } catch (InvalidInput e) {
      List<Violation> all = new ArrayList<>(unreadable);
      e.violations().stream().filter(fault -> !all.contains(fault)).forEach(all::add);
      all.forEach(this::note);
      return again.get().with("form", this).status(UNPROCESSABLE);
    } catch (CrmException e) {
      refusal = Optional.of(wording.of(e));
      if (e instanceof KeyReused) {
        once = Secrets.next();
      }
      return again.get().with("form", this).status(CONFLICT);
    } catch (StoreFailure e) {
      refusal = Optional.of(wording.of(e));
      return again.get().with("form", this).status(UNAVAILABLE);
    }
  }

  /** Adds what else is wrong with the command, so that all is told at once. */
  private List<Violation> withTheRest(Object command) {
    List<Violation> all = new ArrayList<>(unreadable);
    List<String> known = unreadable.stream().map(Violation::field).toList();
    wording.faults(command).stream()
        .filter(fault -> !known.contains(fault.field()))
        .forEach(all::add);
    return all;
  }

  private void note(Violation violation) {
    String text = wording.of(violation);
    Optional<String> field = fieldOf(violation.field());
    if (field.isPresent()) {
      List<String> texts = faults.computeIfAbsent(field.get(), name -> new ArrayList<>());
      if (!texts.contains(text)) {
        texts.add(text);
      }
    } else {
      otherFaults.add(violation.field().isEmpty() ? text : violation.field() + ": " + text);
    }
  }

  /** The input that a path of the command belongs to: of that name, or of the end of it. */
  private Optional<String> fieldOf(String path) {
    String rest = path;
    while (!typed.containsKey(rest)) {
      int dot = rest.indexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      rest = rest.substring(dot + 1);
    }
    return Optional.of(rest);
  }

  // --- showing, for templates ---------------------------------------------------------------

  /** What is wrong with a field, as sentences. */
  public List<String> faults(String name) {
    return faults.getOrDefault(name, List.of());
  }

  public boolean faulty(String name) {
    return !faults(name).isEmpty();
  }

  /** What is wrong with no field in particular. */
  public List<String> otherFaults() {
    return List.copyOf(otherFaults);
  }

  /** Whether anything at all is wrong. */
  public boolean refused() {
    return refusal.isPresent() || !faults.isEmpty() || !otherFaults.isEmpty();
  }

  /** Why a sound command was not carried out. */
  public Optional<String> refusal() {
    return refusal;
  }

  /** Whether the value is the one chosen under that name. */
  public boolean chosen(String name, Object value) {
    return typed.getOrDefault(name, List.of()).contains(wording.typed(value));
  }

  /** The mark of this very form. */
  public String once() {
    return once;
  }

  /** The version that goes with the form, if it carries one. */
  public Optional<String> seenText() {
    return Optional.ofNullable(optional(SEEN));
  }

  private <T> @Nullable T read(String name, Function<String, T> reader) {
    String text = text(name);
    if (text.isBlank()) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (InvalidInput e) {
      unreadable.addAll(e.violations());
      return null;
    }
  }
}
