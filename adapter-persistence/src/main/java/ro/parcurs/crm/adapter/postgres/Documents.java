package ro.parcurs.crm.adapter.postgres;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Objects as JSON documents and back, equal: events, results of commands, frozen parts of
 * aggregates. Thread-safe.
 *
 * <p>A record is an object of its components. A record whose only component is called {@code value}
 * is that component: a {@code LeadId} is a text. Where the declared type is a sealed interface, the
 * object also has {@code "type"}, the simple name of its class; such a class is never renamed once
 * released. A component that an older document lacks is read as an empty {@code Optional}.
 */
final class Documents {

  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addSerializer(new SortedSets()))
          .annotationIntrospector(new RecordIntrospector())
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          // A record may say all by its class, like a closing that needs no words.
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  /** The same object always gives the same text. */
  String write(Object object) {
    try {
      return json.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no document can hold a " + object.getClass(), e);
    }
  }

  /** Writes what has type arguments, such as a list of a sealed type. */
  <T> String write(T object, TypeReference<T> type) {
    try {
      return json.writerFor(type).writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no document can hold a " + type.getType(), e);
    }
  }

  <T> T read(String document, Class<T> type) {
    try {
      return json.readValue(document, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a " + type.getName() + ": " + document, e);
    }
  }

  /** Reads what has type arguments, such as a list. */
  <T> T read(String document, TypeReference<T> type) {
    try {
      return json.readValue(document, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a " + type.getType() + ": " + document, e);
    }
  }

  /** Lets records and sealed interfaces be documents without an annotation on them. */
  private static final class RecordIntrospector extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasAsValue(Annotated accessor) {
      return (accessor instanceof AnnotatedMethod method
              && method.getName().equals("value")
              && isOneValue(method.getDeclaringClass()))
          ? Boolean.TRUE
          : super.hasAsValue(accessor);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(
        MapperConfig<?> config, Annotated creator) {
      return (creator instanceof AnnotatedConstructor constructor
              && constructor.getParameterCount() == 1
              && isOneValue(constructor.getDeclaringClass()))
          ? JsonCreator.Mode.DELEGATING
          : super.findCreatorAnnotation(config, creator);
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated type) {
      return (type instanceof AnnotatedClass && type.getRawType().isSealed())
          ? JsonTypeInfo.Value.construct(
              JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true, null)
          : super.findPolymorphicTypeInfo(config, type);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated type) {
      return type instanceof AnnotatedClass && type.getRawType().isSealed()
          ? leaves(type.getRawType())
              .map(leaf -> new NamedType(leaf, leaf.getSimpleName()))
              .toList()
          : super.findSubtypes(type);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
      return type.isSealed()
          ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordIntrospector::leaves)
          : Stream.of(type);
    }

    private static boolean isOneValue(Class<?> type) {
      return type.isRecord()
          && type.getRecordComponents().length == 1
          && type.getRecordComponents()[0].getName().equals("value");
    }
  }

  /** Sets have no order of their own; in a document they have. */
  private static final class SortedSets extends JsonSerializer<Set<?>> {

    @Override
    @SuppressWarnings("unchecked") // there is no class literal of a generic type
    public Class<Set<?>> handledType() {
      return (Class<Set<?>>) (Class<?>) Set.class;
    }

    @Override
    public void serialize(Set<?> set, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      List<Object> sorted = new ArrayList<>(set);
      sorted.sort(Comparator.comparing(Object::toString));
      json.writeStartArray();
      for (Object element : sorted) {
        provider.defaultSerializeValue(element, json);
      }
      json.writeEndArray();
    }
  }
}
