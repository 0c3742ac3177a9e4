package ro.parcurs.example.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.message.Messages;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.validation.CommandValidator;
import ro.parcurs.crm.work.StoreFailure;

/** Everything that is said to one reader, in their language. */
final class Wording {

  private final Texts texts;
  private final Messages messages;
  private final CommandValidator validator;
  private final Locale locale;
  private final Formats formats;

  Wording(Texts texts, Messages messages, CommandValidator validator, Locale locale) {
    this.texts = texts;
    this.messages = messages;
    this.validator = validator;
    this.locale = locale;
    this.formats = new Formats(locale);
  }

  Locale locale() {
    return locale;
  }

  Formats formats() {
    return formats;
  }

  Messages messages() {
    return messages;
  }

  String text(String key, Object... arguments) {
    return texts.text(locale, key, arguments);
  }

  /** Faults of reading are worded here, those of the CRM there. */
  String of(Violation violation) {
    String own = "shell.violation." + violation.code();
    return texts.has(own) ? text(own) : messages.of(violation, locale);
  }

  String of(CrmException error) {
    return messages.of(error, locale);
  }

  String of(StoreFailure failure) {
    return messages.text("error." + failure.code(), Map.of(), locale);
  }

  /** What is wrong with a command by itself. */
  List<Violation> faults(Object command) {
    try {
      validator.check(command);
      return List.of();
    } catch (InvalidInput e) {
      return e.violations();
    }
  }

  /** A value as it stands in a field. */
  String typed(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(this::typed).orElse("");
    }
    if (value instanceof BigDecimal number) {
      return formats.plain(number);
    }
    if (value instanceof Quantity quantity) {
      return formats.plain(quantity.value());
    }
    if (value instanceof Percentage percentage) {
      return formats.plain(percentage.value());
    }
    if (value instanceof UnitPrice price) {
      return formats.plain(price.value());
    }
    if (value instanceof Money money) {
      return formats.plain(money.amount());
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Instant instant) {
      return typed(instant.atZone(Formats.ZONE).toLocalDateTime());
    }
    if (value instanceof LocalDateTime time) {
      return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }
    if (value instanceof LocalDate date) {
      return date.toString();
    }
    return value.toString();
  }
}
