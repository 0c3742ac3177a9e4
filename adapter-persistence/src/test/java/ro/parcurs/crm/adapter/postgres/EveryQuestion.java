package ro.parcurs.crm.adapter.postgres;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.lead.usecase.ImportRuns;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.lead.usecase.SavedFilters;
import ro.parcurs.crm.order.usecase.ErpDocuments;
import ro.parcurs.crm.testkit.InMemoryUsers;
import ro.parcurs.crm.work.Caller;
import ro.parcurs.crm.work.CommandResults;
import ro.parcurs.crm.work.EventCursors;
import ro.parcurs.crm.work.NumberSeries;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Every question that can be asked of the CRM and of the ports of its storage, found by reflection,
 * so that a new one is asked without being listed anywhere. What it asks about is given by type;
 * one that asks about something new fails until {@link Known} is taught it.
 */
final class EveryQuestion {

  /** Things to ask about, by their type. */
  record Known(Map<Class<?>, List<?>> byType) {

    @Nullable Object get(Class<?> type, int turn) {
      List<?> values = byType.get(type);
      return values == null || values.isEmpty() ? null : values.get(turn % values.size());
    }

    int turns() {
      return byType.values().stream().mapToInt(List::size).max().orElse(1);
    }
  }

  /**
   * What is called to ask, on what.
   *
   * @param within the unit of work to ask in; a use case has its own
   */
  record Question(Object asked, Method method, Optional<UnitOfWork> within) {

    /** Of the class that declares it, for example {@code Leads.get}. */
    String name() {
      return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
  }

  /** What ports do that is no question although it answers. */
  private static final Map<Class<?>, Set<String>> COMMANDS =
      Map.of(
          UnitOfWork.class, Set.of("inTransaction", "reading"),
          CommandResults.class, Set.of("claim", "forget"),
          EventCursors.class, Set.of("claim"),
          ImportRuns.class, Set.of("forget"),
          Leads.class, Set.of("addAll"),
          NumberSeries.class, Set.of("next"),
          ErpDocuments.class, Set.of("take"),
          SavedFilters.class, Set.of("put"));

  private EveryQuestion() {}

  /** What can be asked of the CRM: every method that takes an actor instead of a caller. */
  static List<Question> of(Crm crm) {
    List<Question> questions = new ArrayList<>();
    for (Method group : sorted(Crm.class.getMethods())) {
      collect(crm, group, questions);
    }
    return questions;
  }

  private static void collect(Object owner, Method group, List<Question> questions) {
    if (!isGroup(group)) {
      return;
    }
    Object useCases = call(owner, group);
    for (Method method : sorted(group.getReturnType().getMethods())) {
      Class<?>[] parameters = method.getParameterTypes();
      if (parameters.length > 0 && parameters[0] == Actor.class) {
        questions.add(new Question(useCases, method, Optional.empty()));
      }
      collect(useCases, method, questions);
    }
  }

  private static boolean isGroup(Method method) {
    return method.getParameterCount() == 0
        && Arrays.stream(method.getReturnType().getMethods())
            .flatMap(inner -> Arrays.stream(inner.getParameterTypes()))
            .anyMatch(type -> type == Actor.class || type == Caller.class)
        && !method.getReturnType().isRecord();
  }

  /** What can be asked of the ports: every method that answers, but for the known commands. */
  static List<Question> of(PostgresAdapter postgres) {
    List<Question> questions = new ArrayList<>();
    Optional<UnitOfWork> within = Optional.of(postgres.port(UnitOfWork.class));
    for (Class<?> port : postgres.ports()) {
      for (Method method : sorted(port.getDeclaredMethods())) {
        if (method.getReturnType() != void.class
            && !Modifier.isStatic(method.getModifiers())
            && !COMMANDS.getOrDefault(port, Set.of()).contains(method.getName())) {
          questions.add(new Question(postgres.port(port), method, within));
        }
      }
    }
    return questions;
  }

  /** Asks, with what is known in that turn. */
  static Object ask(Question question, Known known, int turn) {
    Type[] types = question.method().getGenericParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = make(types[i], known, turn, question);
    }
    Object answer =
        question
            .within()
            .map(
                unit ->
                    unit.<Object>inTransaction(
                        () -> call(question.asked(), question.method(), arguments)))
            .orElseGet(() -> call(question.asked(), question.method(), arguments));
    return written(arguments).<Object>map(text -> text).orElse(answer);
  }

  /** What is answered by writing it into a stream. */
  private static Optional<String> written(Object... arguments) {
    return Arrays.stream(arguments)
        .filter(ByteArrayOutputStream.class::isInstance)
        .map(stream -> ((ByteArrayOutputStream) stream).toString(StandardCharsets.UTF_8))
        .findFirst();
  }

  /** Everything that an answer says, down to the last value. */
  static List<String> said(@Nullable Object answer) {
    List<String> values = new ArrayList<>();
    say(answer, values);
    return values;
  }

  private static Object call(Object object, Method method, Object... arguments) {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(method.toString(), e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method.toString(), e);
    }
  }

  private static List<Method> sorted(Method[] methods) {
    return Arrays.stream(methods).sorted(Comparator.comparing(Method::toGenericString)).toList();
  }

  // ---- what is asked about ----

  private static Object make(Type type, Known known, int turn, Question question) {
    Class<?> value =
        (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    if (value == Optional.class) {
      return Optional.empty();
    }
    if (Collection.class.isAssignableFrom(value) && type instanceof ParameterizedType generic) {
      Object element = make(generic.getActualTypeArguments()[0], known, turn, question);
      return value == Set.class ? Set.of(element) : List.of(element);
    }
    if (value == OutputStream.class) {
      return new ByteArrayOutputStream();
    }
    Object given = known.get(value, turn);
    if (given == null) {
      given = constant(value);
    }
    if (given == null && value.isRecord()) {
      given = record(value, known, turn, question);
    }
    if (given == null) {
      throw new AssertionError(
          question.name()
              + " asks about a "
              + value.getName()
              + ", of which nothing is known here");
    }
    return given;
  }

  private static @Nullable Object constant(Class<?> type) {
    if (type == int.class) {
      return 100;
    }
    if (type == boolean.class) {
      return false;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    // A filter or a scope that lets everything through goes by one of these names.
    for (String name : List.of("ALL", "NONE", "BEGINNING", "BY_NAME", "DEFAULT")) {
      try {
        Field constant = type.getField(name);
        if (constant.getType() == type) {
          return constant.get(null);
        }
      } catch (NoSuchFieldException next) {
        // The next name may be there.
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(type.getName(), e);
      }
    }
    return null;
  }

  private static Object record(Class<?> type, Known known, int turn, Question question) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      boolean optional = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
      boolean required =
          Arrays.stream(components[i].getAccessor().getAnnotations())
              .anyMatch(a -> a.annotationType().getSimpleName().equals("NotNull"));
      values[i] =
          optional && !required
              ? null
              : make(components[i].getGenericType(), known, turn, question);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  // ---- what is answered ----

  private static void say(@Nullable Object value, List<String> values) {
    if (value == null) {
      return;
    }
    if (value instanceof Optional<?> optional) {
      say(optional.orElse(null), values);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, entry) -> {
            say(key, values);
            say(entry, values);
          });
    } else if (value instanceof Iterable<?> many) {
      many.forEach(each -> say(each, values));
    } else if (value instanceof byte[] bytes) {
      values.add(HexFormat.of().formatHex(bytes));
    } else if (value.getClass().getName().startsWith("ro.parcurs.") && !(value instanceof Enum)) {
      int before = values.size();
      for (Class<?> part = value.getClass(); part != Object.class; part = part.getSuperclass()) {
        for (Field field : part.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            try {
              say(field.get(value), values);
            } catch (IllegalAccessException e) {
              throw new IllegalStateException(field.toString(), e);
            }
          }
        }
      }
      if (values.size() == before) {
        values.add(value.getClass().getSimpleName());
      }
    } else {
      values.add(value.toString());
    }
  }

  /** The one who may see all there is. */
  static final Actor EVERYTHING =
      new Actor(
          InMemoryUsers.MARIA.id(),
          InMemoryUsers.MARIA.name(),
          Set.copyOf(EnumSet.allOf(Role.class)));
}
