package ro.parcurs.crm.message;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.pursuit.usecase.RefusalReasons;
import ro.parcurs.crm.spreadsheet.RowFault;
import ro.parcurs.crm.spreadsheet.Wording;
import ro.parcurs.crm.timeline.DomainEvent;
import ro.parcurs.crm.timeline.PursuitChanged.LeadRefused;
import ro.parcurs.crm.work.StoreFailure;

/**
 * The texts that people read, in Romanian and English: errors, faults of fields, names of states,
 * lines of the timeline. Codes and arguments come from the domain, the wording is only here. A text
 * may hold {@code {name}} where the argument of that name goes, or {@code {name|nobody}} with what
 * stands there when it is empty.
 *
 * <p>Thread-safe. A language other than English is answered in Romanian.
 */
public final class Messages implements Wording {

  private static final List<String> BUNDLES =
      List.of(
          "kernel",
          "money",
          "company",
          "lead",
          "pursuit",
          "catalogue",
          "evaluation",
          "offer",
          "mail",
          "contract",
          "order",
          "spreadsheet");

  private static final List<String> LANGUAGES = List.of("ro", "en");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:\\|([^}]*))?}");
  private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  private final RefusalReasons reasons;
  private final Map<String, Map<String, String>> textsByLanguage = new HashMap<>();

  @Inject
  public Messages(RefusalReasons reasons) {
    this.reasons = reasons;
    for (String language : LANGUAGES) {
      Map<String, String> texts = new TreeMap<>();
      BUNDLES.forEach(bundle -> texts.putAll(load(bundle, language)));
      textsByLanguage.put(language, Map.copyOf(texts));
    }
  }

  /** What went wrong, as a sentence; for a broken input, all its faults. */
  public String of(CrmException error, Locale locale) {
    return error instanceof InvalidInput input
        ? input.violations().stream()
            .map(violation -> of(violation, locale))
            .collect(Collectors.joining(" "))
        : text("error." + error.code(), error.arguments(), locale);
  }

  /** What the matter with the storage is, and what may be done about it. */
  public String of(StoreFailure failure, Locale locale) {
    return text("error." + failure.code(), Map.of(), locale);
  }

  /**
   * What is wrong with a field, as a sentence that can stand beside the field. A field may have a
   * sentence of its own: {@code violation.required.county} for the fault {@code required} of a
   * field called {@code county}. Why something is refused may be told of a field too.
   */
  @Override
  public String of(Violation violation, Locale locale) {
    Map<String, String> texts = texts(locale);
    String key = "violation." + violation.code();
    String own = key + "." + violation.field().substring(violation.field().lastIndexOf('.') + 1);
    String known = texts.containsKey(key) ? key : "error." + violation.code();
    return text(texts.containsKey(own) ? own : known, violation.arguments(), locale);
  }

  /** What is wrong in a row of a sheet, and where. */
  public String of(RowFault fault, Locale locale) {
    return text(
        "sheet.fault",
        Map.of(
            "sheet", fault.sheet(),
            "row", fault.row(),
            "column", fault.column(),
            "fault", fault.fault()),
        locale);
  }

  /** The name of a state, a step, a role and the like. */
  @Override
  public String of(Enum<?> constant, Locale locale) {
    return text(
        "enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name(),
        Map.of(),
        locale);
  }

  /** What happened, as a line of the timeline. */
  public String of(DomainEvent event, Locale locale) {
    Map<String, Object> told = components(event);
    if (event instanceof LeadRefused refused) {
      told.put("reason", reasonOf(refused, locale));
    }
    return text("event." + event.type(), told, locale);
  }

  /** As the list calls it in the language; what it was called then, once it is off the list. */
  private Optional<String> reasonOf(LeadRefused refused, Locale locale) {
    return refused
        .code()
        .flatMap(reasons::find)
        .map(choice -> choice.in(locale))
        .or(refused::reason);
  }

  /** The text of a key, with its arguments in place; the key itself where there is no such text. */
  @Override
  public String text(String key, Map<String, Object> arguments, Locale locale) {
    String template = texts(locale).get(key);
    if (template == null) {
      return key;
    }
    Matcher matcher = PLACEHOLDER.matcher(template);
    return matcher.replaceAll(
        match -> {
          Object argument = arguments.get(match.group(1));
          String shown = argument == null ? "" : shown(argument, locale);
          String instead = match.group(2) == null ? "" : match.group(2);
          return Matcher.quoteReplacement(shown.isEmpty() ? instead : shown);
        });
  }

  /** Every key that has a text in the language, with its template. */
  public Map<String, String> texts(Locale locale) {
    return textsByLanguage.getOrDefault(
        locale.getLanguage(), textsByLanguage.getOrDefault("ro", Map.of()));
  }

  private String shown(Object argument, Locale locale) {
    if (argument instanceof Optional<?> optional) {
      return optional.map(value -> shown(value, locale)).orElse("");
    }
    if (argument instanceof Enum<?> constant) {
      return of(constant, locale);
    }
    if (argument instanceof Violation violation) {
      return of(violation, locale);
    }
    if (argument instanceof RowFault fault) {
      return of(fault, locale);
    }
    if (argument instanceof Collection<?> many) {
      String between = many.stream().allMatch(RowFault.class::isInstance) ? " " : ", ";
      return many.stream().map(value -> shown(value, locale)).collect(Collectors.joining(between));
    }
    if (argument instanceof Instant instant) {
      return TIME.format(instant.atZone(ZONE));
    }
    if (argument instanceof LocalDateTime time) {
      return TIME.format(time);
    }
    if (argument instanceof LocalDate date) {
      return DATE.format(date);
    }
    if (argument instanceof Money money) {
      return shown(money.amount(), locale) + " " + money.currency();
    }
    if (argument instanceof BigDecimal number) {
      NumberFormat format = NumberFormat.getNumberInstance(locale);
      format.setMinimumFractionDigits(Math.max(0, number.scale()));
      format.setMaximumFractionDigits(Math.max(0, number.scale()));
      return format.format(number);
    }
    return argument.toString();
  }

  private static Map<String, Object> components(DomainEvent event) {
    Map<String, Object> components = new HashMap<>();
    for (RecordComponent component : event.getClass().getRecordComponents()) {
      try {
        components.put(component.getName(), component.getAccessor().invoke(event));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("unreadable event " + event.type(), e);
      }
    }
    return components;
  }

  private static Map<String, String> load(String bundle, String language) {
    String name = bundle + "_" + language + ".properties";
    try (InputStream stream = Messages.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("missing texts: " + name);
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      Map<String, String> texts = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
