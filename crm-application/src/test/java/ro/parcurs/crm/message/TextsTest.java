package ro.parcurs.crm.message;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ro.parcurs.crm.error.Refusal;
import ro.parcurs.crm.pursuit.usecase.RefusalReasons;
import ro.parcurs.crm.timeline.DomainEvent;
import ro.parcurs.crm.work.StoreFailure;

/** Whatever can happen or go wrong has its words, in both languages, and no words are left over. */
class TextsTest {

  private static final Locale RO = Locale.forLanguageTag("ro");
  private static final Path TEXTS = Path.of("src/main/resources/ro/parcurs/crm/message");
  private static final List<Path> SOURCES =
      List.of(Path.of("../crm-domain/src/main/java"), Path.of("src/main/java"));

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:\\|[^}]*)?}");
  private static final Pattern LITERAL = Pattern.compile("\"(\\w+)\"");
  private static final Pattern FAULT =
      Pattern.compile("InvalidInput\\.of\\(\\s*[^,;]+?,\\s*\"([a-z0-9-]+)\"([^;]*);");
  private static final Pattern CONSTRAINT = Pattern.compile("default \"\\{([a-z0-9-]+)}\"");

  /** A county is called the same in every language; the rest is never shown to people. */
  private static final Set<String> WITHOUT_NAMES =
      Set.of(
          "CheckCompany$Finding",
          "ContinueRefresh$Outcome",
          "ContinueRefresh$Result",
          "County",
          "DeliverMail$Result",
          "ItemSort",
          "ValidDecimal$Kind",
          "OfferFact",
          "SheetFact");

  /** What Jakarta's own constraints bring along. */
  private static final Set<String> ATTRIBUTES =
      Set.of("min", "max", "value", "integer", "fraction", "regexp");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("ro.parcurs.crm");

  private final Map<String, String> texts = new Messages(RefusalReasons.USUAL).texts(RO);

  @TestFactory
  Stream<DynamicTest> both_languages_say_the_same_things() throws IOException {
    return bundles("ro").map(name -> DynamicTest.dynamicTest(name, () -> compare(name)));
  }

  private static void compare(String bundle) throws IOException {
    Map<String, String> romanian = read(bundle, "ro");
    Map<String, String> english = read(bundle, "en");

    assertThat(english.keySet()).as("keys of " + bundle).isEqualTo(romanian.keySet());
    romanian.forEach(
        (key, text) ->
            assertThat(placeholders(english.get(key)))
                .as("what is filled in at " + key)
                .isEqualTo(placeholders(text)));
  }

  @Test
  void every_bundle_has_both_languages() throws IOException {
    assertThat(bundles("ro").toList()).isNotEmpty().isEqualTo(bundles("en").toList());
  }

  @Test
  void no_key_is_in_two_bundles() throws IOException {
    Map<String, String> seen = new TreeMap<>();
    bundles("ro")
        .forEach(
            bundle ->
                read(bundle, "ro")
                    .keySet()
                    .forEach(
                        key ->
                            assertThat(seen.put(key, bundle))
                                .as(key + " of " + bundle + " is also in")
                                .isNull()));
  }

  @Test
  void no_key_is_in_one_file_twice() throws IOException {
    for (Path file : files()) {
      List<String> keys =
          Files.readAllLines(file).stream()
              .filter(line -> line.contains("=") && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')).trim())
              .toList();
      assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
    }
  }

  @Test
  void no_text_is_empty() {
    for (String language : List.of("ro", "en")) {
      new Messages(RefusalReasons.USUAL)
          .texts(Locale.forLanguageTag(language))
          .forEach((key, text) -> assertThat(text).as(language + " " + key).isNotBlank());
    }
  }

  @Test
  void romanian_is_written_with_a_comma_below_not_a_cedilla() throws IOException {
    for (Path file : files()) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("[şţŞŢ]");
    }
  }

  @Test
  void every_refusal_has_its_words_and_brings_what_they_speak_about() throws IOException {
    for (JavaClass refusal : concrete(Refusal.class)) {
      String text = texts.get("error." + kebab(refusal.getSimpleName()));
      assertThat(text).as("text of " + refusal.getName()).isNotNull();
      Set<String> arguments = found(LITERAL, sourceOf(refusal));
      assertThat(arguments).as(refusal.getName()).containsAll(placeholders(text));
    }
  }

  @Test
  void every_failure_of_the_store_has_its_words() {
    assertThat(concrete(StoreFailure.class))
        .isNotEmpty()
        .allSatisfy(type -> assertThat(texts).containsKey("error." + kebab(type.getSimpleName())));
  }

  @Test
  void every_event_has_its_words_and_brings_what_they_speak_about() {
    List<JavaClass> events = concrete(DomainEvent.class);

    assertThat(events).isNotEmpty();
    for (JavaClass event : events) {
      String text = texts.get("event." + event.getSimpleName());
      assertThat(text).as("text of " + event.getName()).isNotNull();
      Set<String> components =
          Arrays.stream(event.reflect().getRecordComponents())
              .map(component -> component.getName())
              .collect(toSet());
      assertThat(components).as(event.getName()).containsAll(placeholders(text));
    }
  }

  @Test
  void every_constant_has_its_name() {
    Set<String> missing =
        enums()
            .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()).map(Enum.class::cast))
            .map(TextsTest::keyOf)
            .filter(key -> !texts.containsKey(key))
            .collect(toCollection(TreeSet::new));

    assertThat(missing).isEmpty();
  }

  @Test
  void every_fault_of_a_field_has_its_words_and_brings_what_they_speak_about() throws IOException {
    Map<String, Set<String>> arguments = new TreeMap<>();
    for (Path source : sources()) {
      String code = Files.readString(source);
      FAULT
          .matcher(code)
          .results()
          .forEach(
              fault ->
                  arguments
                      .computeIfAbsent(fault.group(1), name -> new HashSet<>(ATTRIBUTES))
                      .addAll(found(LITERAL, fault.group(2))));
      found(CONSTRAINT, code).forEach(name -> arguments.putIfAbsent(name, ATTRIBUTES));
    }

    assertThat(arguments).hasSizeGreaterThan(20);
    arguments.forEach(
        (fault, brought) -> {
          String text = texts.get("violation." + fault);
          assertThat(text).as("text of the fault " + fault).isNotNull();
          assertThat(brought).as("what " + fault + " brings").containsAll(placeholders(text));
        });
  }

  @Test
  void no_words_are_left_of_what_is_no_more() {
    Set<String> known = new HashSet<>();
    concrete(Refusal.class).forEach(type -> known.add("error." + kebab(type.getSimpleName())));
    concrete(StoreFailure.class).forEach(type -> known.add("error." + kebab(type.getSimpleName())));
    concrete(DomainEvent.class).forEach(type -> known.add("event." + type.getSimpleName()));
    CLASSES.stream()
        .filter(type -> type.isEnum())
        .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()).map(Enum.class::cast))
        .forEach(constant -> known.add(keyOf(constant)));

    assertThat(texts.keySet())
        .filteredOn(key -> key.matches("(error|event|enum)\\..*"))
        .allSatisfy(key -> assertThat(known.contains(key)).as(key).isTrue());
  }

  private static Stream<JavaClass> enums() {
    return CLASSES.stream()
        .filter(JavaClass::isEnum)
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> !WITHOUT_NAMES.contains(afterPackage(type)));
  }

  private static String afterPackage(JavaClass type) {
    return type.getName().substring(type.getPackageName().length() + 1);
  }

  private static String keyOf(Enum<?> constant) {
    return "enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name();
  }

  private static List<JavaClass> concrete(Class<?> kind) {
    return CLASSES.stream()
        .filter(type -> type.isAssignableTo(kind))
        .filter(type -> !type.isInterface())
        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .toList();
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static Set<String> placeholders(String text) {
    return found(PLACEHOLDER, text);
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String sourceOf(JavaClass type) throws IOException {
    String file = type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java";
    for (Path root : SOURCES) {
      if (Files.exists(root.resolve(file))) {
        return Files.readString(root.resolve(file));
      }
    }
    throw new IOException("no source of " + type.getName());
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> domain = Files.walk(SOURCES.get(0));
        Stream<Path> application = Files.walk(SOURCES.get(1))) {
      return Stream.concat(domain, application)
          .filter(path -> path.toString().endsWith(".java"))
          .toList();
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(TEXTS)) {
      return files.sorted().toList();
    }
  }

  private static Stream<String> bundles(String language) throws IOException {
    return files().stream()
        .map(path -> path.getFileName().toString())
        .filter(name -> name.endsWith("_" + language + ".properties"))
        .map(name -> name.substring(0, name.lastIndexOf('_')));
  }

  private static Map<String, String> read(String bundle, String language) {
    try {
      Properties properties = new Properties();
      properties.load(
          new StringReader(
              Files.readString(TEXTS.resolve(bundle + "_" + language + ".properties"))));
      Map<String, String> texts = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
      return texts;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
