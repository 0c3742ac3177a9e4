package ro.parcurs.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import ro.parcurs.crm.testkit.FaultInjection;
import ro.parcurs.crm.testkit.InMemoryModule;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.work.Caller;

/**
 * Promise P6: every use case is all or nothing whichever port fails. The tests of the use cases are
 * run once more, with every port failing at every call before each unit of work is carried out.
 */
class AllOrNothingTest {

  @Test
  void every_use_case_is_all_or_nothing_whichever_call_of_a_port_fails() {
    Instant start = Instant.now();
    TestExecutionSummary summary = runWithFaults();
    StringWriter failures = new StringWriter();
    summary.printFailuresTo(new PrintWriter(failures), 20);
    Map<String, Integer> proven = FaultInjection.proven();
    Proof.report(
        "P6 all or nothing",
        0,
        Duration.between(start, Instant.now()),
        "%d use cases, %d failures in six ways at every call, in %d tests"
            .formatted(
                proven.size(),
                proven.values().stream().mapToInt(Integer::intValue).sum(),
                summary.getTestsSucceededCount()));
    assertThat(summary.getTotalFailureCount()).as(failures.toString()).isZero();
    Set<String> unproven = new TreeSet<>(useCases());
    unproven.removeAll(proven.keySet());
    assertThat(unproven).as("use cases that no test carries out").isEmpty();
  }

  private static TestExecutionSummary runWithFaults() {
    LauncherDiscoveryRequest useCaseTests =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectPackage("ro.parcurs.crm"))
            .filters(
                includeClassNamePatterns(
                    "ro\\.parcurs\\.crm\\.\\w+\\.usecase\\.(?!InMemory).*Test", ".*JourneyTest"),
                includeEngines("junit-jupiter"))
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    System.setProperty(InMemoryModule.FAULTS, "true");
    try {
      LauncherFactory.create().execute(useCaseTests, listener);
    } finally {
      System.clearProperty(InMemoryModule.FAULTS);
    }
    return listener.getSummary();
  }

  /** Every class with a {@code handle(Caller, …)}. */
  private static Set<String> useCases() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ro.parcurs.crm")
            .stream()
            .filter(AllOrNothingTest::isUseCase)
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
  }

  private static boolean isUseCase(JavaClass type) {
    return type.getMethods().stream()
        .filter(method -> method.getName().equals("handle"))
        .map(JavaMethod::getRawParameterTypes)
        .anyMatch(types -> !types.isEmpty() && types.get(0).isEquivalentTo(Caller.class));
  }
}
