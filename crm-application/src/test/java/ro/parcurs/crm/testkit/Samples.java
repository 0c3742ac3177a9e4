package ro.parcurs.crm.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import ro.parcurs.crm.contract.usecase.FileContent;
import ro.parcurs.crm.error.CrmException;

/**
 * Makes sound values of any type that is built of records: events, views, rows, snapshots. A record
 * that refuses its components is tried again with others, so its constructor decides what is sound.
 * The same seed makes the same values.
 */
public final class Samples {

  private static final int TRIES = 5_000;

  private static final List<String> TEXTS =
      List.of(
          "Șosea, țară, „ăâî” \"quoted\" <b>&amp;</b> \\ \t 'x'",
          "99020015",
          "99020015",
          "ana.pop@exemplu.ro",
          "+40722123456",
          "0722123456",
          "https://exemplu.ro",
          "exemplu.ro",
          "RO49AAAA1B31007593840000",
          "J40/1234/2005",
          "J2005001234401",
          "6201",
          "010101",
          "B",
          "Cluj",
          "CJ",
          "buc",
          "a",
          "21",
          "A-1",
          "SERV-001",
          "OF-2026-00042",
          "application/pdf",
          "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
          "😀 emoji");
  private static final List<String> NUMBERS =
      List.of("1", "0", "0.5", "12.34", "100", "21", "0.001", "1234567.89", "4.9755", "10.00");

  private final Random random;

  public Samples(long seed) {
    random = new Random(seed);
  }

  /** A sound value of the class. */
  public <T> T any(Class<T> type) {
    return type.cast(any((Type) type));
  }

  private Object any(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    if (type instanceof Class<?> plain) {
      return ofClass(plain);
    }
    throw new IllegalArgumentException("no sample of " + type);
  }

  private Object ofGeneric(Class<?> raw, Type[] arguments) {
    if (raw == Optional.class) {
      return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(any(arguments[0]));
    }
    if (raw == Map.class) {
      Map<Object, Object> map = new LinkedHashMap<>();
      several(() -> map.put(any(arguments[0]), any(arguments[1])));
      return Map.copyOf(map);
    }
    if (raw == Set.class) {
      Set<Object> set = new LinkedHashSet<>();
      several(() -> set.add(any(arguments[0])));
      return Set.copyOf(set);
    }
    if (raw.isAssignableFrom(List.class)) {
      List<Object> list = new ArrayList<>();
      several(() -> list.add(any(arguments[0])));
      return List.copyOf(list);
    }
    throw new IllegalArgumentException("no sample of " + raw);
  }

  private void several(Runnable one) {
    for (int i = random.nextInt(4); i > 0; i--) {
      one.run();
    }
  }

  private Object ofClass(Class<?> type) {
    if (type.isEnum()) {
      return oneOf(Arrays.asList(type.getEnumConstants()));
    }
    if (type.isSealed()) {
      return any((Type) oneOf(Arrays.asList(type.getPermittedSubclasses())));
    }
    if (type.isRecord()) {
      return ofRecord(type);
    }
    if (type == String.class) {
      return oneOf(TEXTS);
    }
    if (type == Object.class) {
      // what the arguments of faults are
      return random.nextBoolean() ? oneOf(TEXTS) : random.nextInt(5_000);
    }
    if (type == BigDecimal.class) {
      return new BigDecimal(oneOf(NUMBERS));
    }
    if (type == UUID.class) {
      return new UUID(random.nextLong(), random.nextLong());
    }
    if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    }
    if (type == int.class || type == Integer.class) {
      return random.nextInt(10) == 0 ? 2026 : 1 + random.nextInt(20);
    }
    if (type == long.class || type == Long.class) {
      return (long) random.nextInt(1_000_000);
    }
    if (type == Locale.class) {
      return oneOf(List.of(Locale.ENGLISH, Locale.forLanguageTag("ro")));
    }
    if (type == FileContent.class) {
      return FileContent.of(any(byte[].class));
    }
    return ofTime(type);
  }

  private Object ofTime(Class<?> type) {
    LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
    LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
    if (type == LocalDate.class) {
      return date;
    }
    if (type == LocalTime.class) {
      return time;
    }
    if (type == LocalDateTime.class) {
      return date.atTime(time);
    }
    if (type == YearMonth.class) {
      return YearMonth.from(date);
    }
    if (type == Instant.class) {
      return Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000))
          .plusNanos(1_000L * random.nextInt(1_000_000));
    }
    if (type == Duration.class) {
      return Duration.ofMinutes(random.nextInt(10_000));
    }
    if (type == OptionalInt.class) {
      return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(100));
    }
    if (type == byte[].class) {
      byte[] bytes = new byte[random.nextInt(20)];
      random.nextBytes(bytes);
      return bytes;
    }
    throw new IllegalArgumentException("no sample of " + type);
  }

  private Object ofRecord(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Constructor<?> constructor;
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getName(), e);
    }
    Throwable last = null;
    for (int i = 0; i < TRIES; i++) {
      Object[] values =
          Arrays.stream(components).map(component -> any(component.getGenericType())).toArray();
      try {
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        last = e.getCause();
        if (!(last instanceof CrmException) && !(last instanceof IllegalArgumentException)) {
          break;
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(type.getName(), e);
      }
    }
    throw new IllegalStateException("no sound " + type.getName() + " was found", last);
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
