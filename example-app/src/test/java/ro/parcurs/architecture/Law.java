package ro.parcurs.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The laws that the code keeps, each with the breaches that it must catch in the tree of those. */
enum Law {
  THE_DOMAIN_KNOWS_THE_PLAIN_JDK_AND_NOTHING_ELSE(
      layers ->
          classes()
              .that(layers.domain())
              .should(onlyDependOnClassesThat(layers.domain().or(plainJdk()))),
      "SpeaksSql",
      "AsksItsUseCase"),

  THE_APPLICATION_KNOWS_THE_DOMAIN_AND_A_SHORT_LIST(
      layers ->
          classes()
              .that(layers.application())
              .should(
                  onlyDependOnClassesThat(
                      layers
                          .application()
                          .or(layers.domain())
                          .or(plainJdk())
                          .or(
                              resideInAnyPackage(
                                  "java.io",
                                  "java.lang..",
                                  "java.nio.charset",
                                  "java.security",
                                  "java.text",
                                  "java.util.concurrent..",
                                  "jakarta.inject",
                                  "jakarta.validation..",
                                  "org.hibernate.validator..",
                                  "org.mapstruct..",
                                  "org.jspecify..",
                                  "org.slf4j",
                                  "com.google.inject..",
                                  "com.github.f4b6a3.uuid..")))),
      "KnowsAnAdapter"),

  GUICE_IS_SPOKEN_ONLY_WHERE_THINGS_ARE_WIRED(
      layers ->
          noClasses()
              .that(layers.application())
              .and(not(simpleName("CrmModule")))
              .should()
              .dependOnClassesThat()
              .resideInAPackage("com.google.inject.."),
      "AsksGuice"),

  IDS_ARE_MADE_IN_ONE_CLASS(
      layers ->
          classes()
              .that(layers.everything())
              .and(not(simpleName("TimeOrderedIds")))
              .and(not(layers.example()))
              .should(
                  touchNo(
                      "source of ids but Ids",
                      access ->
                          access.getTargetOwner().getPackageName().startsWith("com.github.f4b6a3")
                              || (access.getTargetOwner().isEquivalentTo(UUID.class)
                                  && access.getName().equals("randomUUID")))),
      "MakesItsOwnIds"),

  THE_VALIDATOR_IS_SPOKEN_TO_IN_ONE_PACKAGE(
      layers ->
          noClasses()
              .that(layers.everything())
              .and(not(resideInAPackage(layers.crm() + ".validation")))
              .should()
              .dependOnClassesThat()
              .resideInAPackage("org.hibernate.validator.."),
      "ConfiguresTheValidator"),

  ADAPTERS_DO_NOT_KNOW_EACH_OTHER(
      layers -> slices().matching(layers.crm() + ".adapter.(*)..").should().notDependOnEachOther(),
      "PostgresThatMails"),

  NOBODY_KNOWS_THE_EXAMPLE(
      layers ->
          noClasses()
              .that(layers.everything())
              .and(not(layers.example()))
              .should()
              .dependOnClassesThat(layers.example()),
      "KnowsTheExample"),

  PACKAGES_HAVE_NO_CYCLES(
      layers ->
          slices()
              .assignedFrom(eachPackage(layers))
              .should()
              .beFreeOfCycles()
              .because("what knows each other belongs together"),
      "LeadThatKnowsOffers",
      "OfferThatKnowsLeads"),

  TECHNOLOGY_STAYS_IN_ITS_ADAPTER(
      layers -> classes().that(layers.everything()).should(useTechnologyOnlyWhereItBelongs(layers)),
      "CallsTheNetwork",
      "PageThatCallsOut"),

  TECHNOLOGY_DOES_NOT_SHOW_IN_WHAT_AN_ADAPTER_OFFERS(
      layers -> classes().that(layers.adapters()).should(showNoTechnology()), "ShowsItsSession"),

  A_PACKAGE_OF_AN_ADAPTER_SHOWS_ONE_TYPE(
      layers -> classes().that(layers.adapters()).should(haveOnePublicTypeAPackage()),
      "ShowsItsSession",
      "SecondFace"),

  TIME_COMES_FROM_A_CLOCK(
      layers ->
          classes()
              .that(layers.everything())
              .should(
                  touchNo(
                      "time that no clock gave",
                      access ->
                          isNowWithoutAClock(access)
                              || (access.getTargetOwner().isEquivalentTo(System.class)
                                  && access.getName().equals("currentTimeMillis")))),
      "LooksAtTheWall",
      "LooksAtTheWallByReference"),

  CLOCKS_ARE_MADE_WHERE_THINGS_ARE_WIRED(
      layers ->
          classes()
              .that(layers.everything())
              .and(not(simpleName("CrmModule")))
              .and(not(layers.example()))
              .should(
                  touchNo(
                      "clock of their own",
                      access ->
                          access.getTargetOwner().isEquivalentTo(Clock.class)
                              && access.getName().startsWith("system"))),
      "CarriesAWatch"),

  DATES_ARE_OF_JAVA_TIME(
      layers ->
          noClasses()
              .that(layers.everything())
              .should()
              .dependOnClassesThat(
                  type(Date.class)
                      .or(type(Calendar.class))
                      .or(type(java.sql.Date.class))
                      .or(type(java.sql.Timestamp.class))),
      "RemembersADate"),

  THE_DOMAIN_COUNTS_IN_DECIMALS(
      layers -> classes().that(layers.domain()).should(useNoFloatingPoint()), "CountsRoughly"),

  NAMES_SAY_WHAT_A_CLASS_IS(
      layers ->
          noClasses()
              .that(layers.everything())
              .should()
              .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto)"),
      "LeadManager",
      "PriceUtil"),

  THE_DOMAIN_DOES_NOT_CHANGE_IN_PLACE(
      layers ->
          fields()
              .that()
              .areDeclaredInClassesThat(layers.domain())
              .should()
              .beFinal()
              .because("a change gives a changed copy"),
      "ForgetsWhatItWas"),

  A_USE_CASE_IS_ONE_VERB(
      layers -> classes().that(layers.application()).and(handleACommand()).should(doNothingElse()),
      "DoesThisAndThat");

  private static final Set<String> HARMLESS_JDK =
      Set.of(
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.math",
          "java.time",
          "java.time.format",
          "java.time.temporal",
          "java.time.chrono",
          "java.util",
          "java.util.function",
          "java.util.regex",
          "java.util.stream");

  /** The library and the adapters that may speak to it. */
  private static final Map<String, Set<String>> TECHNOLOGY =
      Map.ofEntries(
          Map.entry("org.apache.ibatis", Set.of("postgres")),
          Map.entry("org.postgresql", Set.of("postgres")),
          Map.entry("com.zaxxer.hikari", Set.of("postgres")),
          Map.entry("org.flywaydb", Set.of("postgres")),
          Map.entry("com.fasterxml.jackson", Set.of("postgres", "registry")),
          Map.entry("org.apache.poi", Set.of("xls")),
          Map.entry("com.fasterxml.aalto", Set.of("xls")),
          Map.entry("javax.xml.stream", Set.of("xls")),
          Map.entry("org.dhatim", Set.of("xls")),
          Map.entry("com.openhtmltopdf", Set.of("mail")),
          Map.entry("org.apache.pdfbox", Set.of("mail")),
          Map.entry("com.samskivert.mustache", Set.of("mail")),
          Map.entry("jakarta.mail", Set.of("mail")),
          Map.entry("org.eclipse.angus", Set.of("mail")),
          Map.entry("java.net.http", Set.of("registry")),
          Map.entry("com.github.benmanes.caffeine", Set.of("registry")),
          Map.entry("io.github.resilience4j", Set.of("registry")));

  private final Function<Layers, ArchRule> rule;
  private final List<String> breaches;

  Law(Function<Layers, ArchRule> rule, String... breaches) {
    this.rule = rule;
    this.breaches = List.of(breaches);
  }

  ArchRule in(Layers layers) {
    return rule.apply(layers);
  }

  /** Simple names of the classes below {@code breach} that this law must name. */
  List<String> breaches() {
    return breaches;
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static DescribedPredicate<JavaClass> plainJdk() {
    return DescribedPredicate.describe(
        "are plain JDK",
        type -> {
          JavaClass base = type.getBaseComponentType();
          return base.isPrimitive()
              || HARMLESS_JDK.contains(base.getPackageName())
              || base.isEquivalentTo(java.text.Normalizer.class)
              || base.isEquivalentTo(java.text.Normalizer.Form.class)
              || base.isEquivalentTo(java.io.Serializable.class);
        });
  }

  private static SliceAssignment eachPackage(Layers layers) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return layers.everything().test(type)
            ? SliceIdentifier.of(type.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages";
      }
    };
  }

  private static ArchCondition<JavaClass> touchNo(String what, Predicate<JavaAccess<?>> wrong) {
    return condition(
        "touch no " + what,
        type -> accessesFrom(type).filter(wrong).map(access -> access.getDescription()).toList());
  }

  private static Stream<JavaAccess<?>> accessesFrom(JavaClass type) {
    return Stream.concat(
        type.getAccessesFromSelf().stream(),
        Stream.concat(
            type.getMethodReferencesFromSelf().stream(),
            type.getConstructorReferencesFromSelf().stream()));
  }

  private static boolean isNowWithoutAClock(JavaAccess<?> access) {
    return access.getTargetOwner().getPackageName().startsWith("java.time")
        && access.getName().equals("now")
        && !access.getTarget().getFullName().contains("(" + Clock.class.getName() + ")");
  }

  private static ArchCondition<JavaClass> useTechnologyOnlyWhereItBelongs(Layers layers) {
    return condition(
        "use a technology only in the adapter it belongs to",
        type -> {
          List<String> faults = new ArrayList<>();
          TECHNOLOGY.forEach(
              (library, adapters) -> {
                if (adapters.stream().noneMatch(adapter -> layers.adapter(adapter).test(type))) {
                  type.getDirectDependenciesFromSelf().stream()
                      .filter(
                          dependency ->
                              isOf(library, dependency.getTargetClass().getBaseComponentType()))
                      .forEach(dependency -> faults.add(dependency.getDescription()));
                }
              });
          return faults;
        });
  }

  private static ArchCondition<JavaClass> showNoTechnology() {
    return condition(
        "show no technology",
        type ->
            type.getModifiers().contains(JavaModifier.PUBLIC)
                ? shown(type)
                    .filter(
                        shown ->
                            TECHNOLOGY.keySet().stream()
                                .anyMatch(library -> isOf(library, shown.getBaseComponentType())))
                    .map(shown -> type.getFullName() + " shows " + shown.getFullName())
                    .toList()
                : List.of());
  }

  private static Stream<JavaClass> shown(JavaClass type) {
    Stream<JavaClass> above =
        Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
    Stream<JavaClass> members =
        type.getMembers().stream()
            .filter(Law::isVisible)
            .flatMap(member -> member.getAllInvolvedRawTypes().stream());
    return Stream.concat(above, members);
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static ArchCondition<JavaClass> haveOnePublicTypeAPackage() {
    return new ArchCondition<>("have one public type a package") {
      private final List<JavaClass> shown = new ArrayList<>();

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)) {
          shown.add(type);
        }
      }

      @Override
      public void finish(ConditionEvents events) {
        for (JavaClass type : shown) {
          List<String> others =
              shown.stream()
                  .filter(other -> !other.equals(type))
                  .filter(other -> other.getPackageName().equals(type.getPackageName()))
                  .map(JavaClass::getFullName)
                  .toList();
          events.add(
              new SimpleConditionEvent(
                  type, others.isEmpty(), type.getFullName() + " is public, and so is " + others));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> useNoFloatingPoint() {
    return condition(
        "use neither double nor float",
        type -> {
          List<String> faults = new ArrayList<>();
          for (JavaField field : type.getFields()) {
            if (isRough(field.getRawType())) {
              faults.add(field.getFullName() + " is a " + field.getRawType().getName());
            }
          }
          for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (isRough(unit.getRawReturnType())
                || unit.getRawParameterTypes().stream().anyMatch(Law::isRough)) {
              faults.add(unit.getFullName() + " takes or gives a rough number");
            }
          }
          type.getMethodCallsFromSelf().stream()
              .filter(
                  call ->
                      isRough(call.getTarget().getRawReturnType())
                          || call.getTarget().getRawParameterTypes().stream()
                              .anyMatch(Law::isRough))
              .forEach(call -> faults.add(call.getDescription()));
          return faults;
        });
  }

  private static boolean isRough(JavaClass type) {
    JavaClass base = type.getBaseComponentType();
    return base.isEquivalentTo(double.class)
        || base.isEquivalentTo(float.class)
        || base.isEquivalentTo(Double.class)
        || base.isEquivalentTo(Float.class);
  }

  private static DescribedPredicate<JavaClass> handleACommand() {
    return DescribedPredicate.describe(
        "handle a command",
        type -> type.getMethods().stream().anyMatch(method -> method.getName().equals("handle")));
  }

  private static ArchCondition<JavaClass> doNothingElse() {
    return condition(
        "be final and have no other public method",
        type -> {
          List<String> others =
              type.getMethods().stream()
                  .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                  .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                  .map(JavaMethod::getName)
                  .filter(name -> !name.equals("handle"))
                  .toList();
          return others.isEmpty() && type.getModifiers().contains(JavaModifier.FINAL)
              ? List.of()
              : List.of(type.getFullName() + " is not final or also has " + others);
        });
  }

  private static boolean isOf(String library, JavaClass type) {
    return type.getPackageName().equals(library) || type.getPackageName().startsWith(library + ".");
  }

  private static ArchCondition<JavaClass> condition(
      String description, Function<JavaClass, Collection<String>> faults) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        faults.apply(type).forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
      }
    };
  }
}
