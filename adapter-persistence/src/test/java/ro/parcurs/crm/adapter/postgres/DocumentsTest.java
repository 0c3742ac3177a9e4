package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.company.PhoneNumber;
import ro.parcurs.crm.lead.ContactPerson;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.lead.usecase.ContactPersonView;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.crm.testkit.Samples;
import ro.parcurs.crm.timeline.DomainEvent;
import ro.parcurs.crm.work.Caller;

class DocumentsTest {

  sealed interface Shape permits Circle, Square {}

  record Circle(BigDecimal radius) implements Shape {}

  record Square(BigDecimal side) implements Shape {}

  record Drawing(String name, Optional<Shape> frame, List<Shape> shapes) {

    /** Not a component, so not in the document. */
    public int getCount() {
      return shapes.size();
    }

    public boolean isEmpty() {
      return shapes.isEmpty();
    }
  }

  record Earlier(String name) {}

  record Later(String name, Optional<String> added) {}

  record Roles(Set<String> names) {}

  private static final int SAMPLES = 200;

  /** A contact person's data; events and results are never changed, so they must not have any. */
  private static final List<Class<?>> PERSONAL =
      List.of(ContactPerson.class, ContactPersonView.class, EmailAddress.class, PhoneNumber.class);

  private final Documents documents = new Documents();
  private final Events events = new Events(documents);

  @TestFactory
  Stream<DynamicTest> every_event_is_read_back_equal() {
    return events.types().entrySet().stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getKey(),
                    () -> {
                      Samples samples = new Samples(type.getKey().hashCode());
                      for (int i = 0; i < SAMPLES; i++) {
                        DomainEvent event = samples.any(type.getValue());
                        assertThat(event.type()).isEqualTo(type.getKey());
                        String payload = events.payload(event);
                        assertThat(events.event(event.type(), payload, DomainEvent.class))
                            .as(payload)
                            .isEqualTo(event);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> every_result_of_a_command_is_read_back_equal() {
    return resultsOfCommands().stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getName(),
                    () -> {
                      Samples samples = new Samples(type.getName().hashCode());
                      for (int i = 0; i < SAMPLES; i++) {
                        Object result = samples.any(type);
                        String document = documents.write(result);
                        assertThat(documents.read(document, type)).as(document).isEqualTo(result);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> every_command_has_a_fingerprint_that_its_content_decides() {
    return commands().stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getName(),
                    () -> {
                      Set<String> texts = new LinkedHashSet<>();
                      for (int i = 0; i < SAMPLES; i++) {
                        Object command = new Samples(i).any(type);
                        Object same = new Samples(i).any(type);
                        assertThat(documents.write(command)).isEqualTo(documents.write(same));
                        texts.add(documents.write(command));
                      }
                      assertThat(texts).hasSizeGreaterThan(SAMPLES / 2);
                    }));
  }

  @Test
  void no_event_and_no_result_holds_what_would_have_to_be_erased_from_it() {
    Stream.concat(events.types().values().stream(), resultsOfCommands().stream())
        .forEach(
            type ->
                assertThat(parts(type, new LinkedHashSet<>()))
                    .as(type.getName())
                    .doesNotContainAnyElementsOf(PERSONAL));
  }

  @Test
  void an_identity_is_a_text() {
    UUID id = new UUID(1, 2);
    assertThat(documents.write(new LeadId(id))).isEqualTo("\"" + id + "\"");
    assertThat(documents.read("\"" + id + "\"", LeadId.class)).isEqualTo(new LeadId(id));
  }

  @Test
  void a_document_holds_the_components_and_nothing_else() {
    assertThat(documents.write(new Drawing("x", Optional.empty(), List.of())))
        .isEqualTo("{\"name\":\"x\",\"frame\":null,\"shapes\":[]}");
  }

  @Test
  void where_the_type_is_sealed_the_document_says_which_one_it_is() {
    Drawing drawing =
        new Drawing(
            "x",
            Optional.of(new Square(new BigDecimal("1.50"))),
            List.of(new Circle(BigDecimal.ONE), new Square(BigDecimal.TEN)));
    String document = documents.write(drawing);
    assertThat(document).contains("\"type\":\"Circle\"", "\"type\":\"Square\"", "1.50");
    assertThat(documents.read(document, Drawing.class)).isEqualTo(drawing);

    List<Shape> shapes = drawing.shapes();
    TypeReference<List<Shape>> listOfShapes = new TypeReference<>() {};
    assertThat(documents.read(documents.write(shapes, listOfShapes), listOfShapes))
        .isEqualTo(shapes);
  }

  @Test
  void a_component_that_was_added_later_is_empty_in_an_older_document() {
    assertThat(documents.read(documents.write(new Earlier("x")), Later.class))
        .isEqualTo(new Later("x", Optional.empty()));
  }

  @Test
  void the_same_set_gives_the_same_text_whatever_its_order() {
    Set<String> one = new LinkedHashSet<>(List.of("a", "b", "c"));
    Set<String> other = new LinkedHashSet<>(List.of("c", "a", "b"));
    assertThat(documents.write(new Roles(one))).isEqualTo(documents.write(new Roles(other)));
  }

  @Test
  void an_event_of_an_unknown_type_is_an_error_and_not_skipped() {
    assertThatThrownBy(() -> events.event("NoSuchThing", "{}", DomainEvent.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NoSuchThing");
  }

  /** What the use cases' {@code handle(Caller, …)} return. */
  private static List<Class<?>> resultsOfCommands() {
    return handlers()
        .map(method -> method.reflect().getReturnType())
        .filter(type -> type != void.class)
        .distinct()
        .<Class<?>>map(type -> type)
        .toList();
  }

  /** What the use cases' {@code handle(Caller, …)} are given, or what stands for it. */
  private static List<Class<?>> commands() {
    return handlers()
        .map(method -> method.reflect().getParameterTypes()[1])
        .distinct()
        .<Class<?>>map(DocumentsTest::fingerprinted)
        .toList();
  }

  /** A file can't be written down; what is read of it stands for a command that has one. */
  private static Class<?> fingerprinted(Class<?> command) {
    boolean holdsFile =
        command.isRecord()
            && Arrays.stream(command.getRecordComponents())
                .anyMatch(component -> component.getType() == WorkbookSource.class);
    return holdsFile
        ? Arrays.stream(command.getDeclaringClass().getDeclaredClasses())
            .filter(part -> part.getSimpleName().equals("Import"))
            .findFirst()
            .orElseThrow()
        : command;
  }

  private static Stream<JavaMethod> handlers() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ro.parcurs.crm")
            .stream()
            .map(JavaClass::getMethods)
            .flatMap(Set::stream)
            .filter(method -> method.getName().equals("handle"))
            .filter(DocumentsTest::isOfCommand);
  }

  /** The class and everything that its components are made of. */
  private static Set<Class<?>> parts(Type type, Set<Class<?>> found) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        parts(argument, found);
      }
    } else if (type instanceof Class<?> part && found.add(part)) {
      if (part.isRecord()) {
        for (RecordComponent component : part.getRecordComponents()) {
          parts(component.getGenericType(), found);
        }
      } else if (part.isSealed()) {
        for (Class<?> permitted : part.getPermittedSubclasses()) {
          parts(permitted, found);
        }
      }
    }
    return found;
  }

  private static boolean isOfCommand(JavaMethod method) {
    return method.getRawParameterTypes().size() == 2
        && method.getRawParameterTypes().get(0).isEquivalentTo(Caller.class);
  }
}
