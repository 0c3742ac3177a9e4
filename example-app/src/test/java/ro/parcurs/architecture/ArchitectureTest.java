package ro.parcurs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws hold in the project, and none of them is so lame that it would hold anywhere. */
class ArchitectureTest {

  private static final ImportOption NO_TESTKIT = location -> !location.contains("-tests.jar");

  private static final JavaClasses PROJECT =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(NO_TESTKIT)
          .importPackages("ro.parcurs.crm", "ro.parcurs.example");

  private static final JavaClasses BREACHES =
      new ClassFileImporter().importPackages(Layers.BREACHES.root());

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void the_project_keeps_the_law(Law law) {
    law.in(Layers.PROJECT).check(PROJECT);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void a_breach_of_the_law_is_caught(Law law) {
    String report =
        String.join(
            "\n", law.in(Layers.BREACHES).evaluate(BREACHES).getFailureReport().getDetails());

    assertThat(law.breaches())
        .isNotEmpty()
        .allSatisfy(breach -> assertThat(report).contains(breach));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void what_breaks_no_law_is_not_accused(Law law) {
    assertThat(law.in(Layers.BREACHES).evaluate(BREACHES).getFailureReport().getDetails())
        .noneMatch(line -> line.matches("(?s)(\\w+ <)?[\\w.]+\\.Innocent.*"));
  }

  @Test
  void every_layer_is_there_to_be_judged() {
    Layers layers = Layers.PROJECT;

    assertThat(PROJECT.that(layers.domain()).size()).isGreaterThan(50);
    assertThat(PROJECT.that(layers.application()).size()).isGreaterThan(50);
    for (String adapter : new String[] {"postgres", "xls", "mail", "registry"}) {
      assertThat(PROJECT.that(layers.adapter(adapter))).as(adapter).isNotEmpty();
    }
  }
}
