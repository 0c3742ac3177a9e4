package ro.parcurs.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.lead.usecase.Leads;
import ro.parcurs.crm.testkit.ContractOf;
import ro.parcurs.crm.testkit.PortContract;

/** Every driven port has a published contract, and every contract is run in memory. */
class PortContractsTest {

  private static final Pattern PLACE_OF_PORTS =
      Pattern.compile("ro\\.parcurs\\.crm\\.(\\w+\\.usecase|access|work)");

  private static final List<JavaClass> MAIN =
      List.copyOf(
          new ClassFileImporter()
              .withImportOption(new DoNotIncludeTests())
              .importPackages("ro.parcurs.crm"));

  private static final List<JavaClass> TESTS =
      List.copyOf(
          new ClassFileImporter()
              .withImportOption(new OnlyIncludeTests())
              .importPackages("ro.parcurs.crm"));

  /** A port that somebody added and told nobody of. */
  interface Forgotten {}

  @Test
  void every_driven_port_has_a_contract() {
    Set<String> ports = ports();
    assertThat(ports).hasSizeGreaterThan(25).contains(Leads.class.getName());
    assertThat(without(ports, contracts())).isEmpty();
  }

  @Test
  void a_new_port_without_a_contract_is_noticed() {
    Set<String> ports = ports();
    ports.add(Forgotten.class.getName());
    assertThat(without(ports, contracts())).containsExactly(Forgotten.class.getName());
    assertThat(without(ports(), List.of())).isEqualTo(ports());
  }

  @Test
  void every_contract_is_run_in_memory() {
    assertThat(contracts())
        .isNotEmpty()
        .allSatisfy(
            contract ->
                assertThat(TESTS)
                    .as("tests that extend " + contract.getSimpleName())
                    .anyMatch(
                        test ->
                            test.isAssignableTo(contract.getName())
                                && !test.getModifiers().contains(JavaModifier.ABSTRACT)));
  }

  @Test
  void a_contract_asks_for_the_port_that_it_is_about() {
    for (JavaClass contract : contracts()) {
      Set<String> asked =
          contract.getReferencedClassObjects().stream()
              .map(ReferencedClassObject::getRawType)
              .map(JavaClass::getName)
              .collect(Collectors.toSet());
      assertThat(namesOfPorts(contract))
          .as(contract.getSimpleName())
          .allMatch(port -> asked.contains(port) || returnedBy(contract, port));
    }
  }

  /** What adapters and embedders implement: public interfaces that are not closed to others. */
  private static Set<String> ports() {
    return MAIN.stream()
        .filter(JavaClass::isInterface)
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.isAnnotation())
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> PLACE_OF_PORTS.matcher(type.getPackageName()).matches())
        .filter(type -> !type.reflect().isSealed())
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<JavaClass> contracts() {
    return TESTS.stream()
        .filter(type -> type.getPackageName().equals(PortContract.class.getPackageName()))
        .filter(type -> type.getSimpleName().endsWith("Contract"))
        .filter(type -> type.isAssignableTo(PortContract.class))
        .filter(type -> !type.isEquivalentTo(PortContract.class))
        .toList();
  }

  private static Set<String> without(Set<String> ports, Collection<JavaClass> contracts) {
    Set<String> left = new TreeSet<>(ports);
    contracts.forEach(contract -> left.removeAll(namesOfPorts(contract)));
    return left;
  }

  /** The ports that the contract is declared to be of, or else the one that it is named after. */
  private static Set<String> namesOfPorts(JavaClass contract) {
    ContractOf declared = contract.reflect().getAnnotation(ContractOf.class);
    if (declared != null) {
      return Stream.of(declared.value()).map(Class::getName).collect(Collectors.toSet());
    }
    String name = contract.getSimpleName().replaceAll("Contract$", "");
    return ports().stream().filter(port -> port.endsWith("." + name)).collect(Collectors.toSet());
  }

  /** Where there may be several of a port, the contract is given the one it is about. */
  private static boolean returnedBy(JavaClass contract, String port) {
    return contract.getMethods().stream()
        .anyMatch(method -> method.getRawReturnType().getName().equals(port));
  }
}
