package ro.parcurs.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a class belongs, told by its package alone. The same reading serves the project and the
 * small tree of breaches that the laws are tried on.
 *
 * @param root the package above {@code crm} and {@code example}
 */
record Layers(String root) {

  static final Layers PROJECT = new Layers("ro.parcurs");
  static final Layers BREACHES = new Layers("ro.parcurs.architecture.breach");

  private static final Set<String> KERNEL =
      Set.of("work", "access", "message", "validation", "digest", "spreadsheet");

  /** Whatever is in the library and not known to be something else: strictest where new. */
  DescribedPredicate<JavaClass> domain() {
    return in("the domain", this::isDomain);
  }

  DescribedPredicate<JavaClass> application() {
    return in("the application", this::isApplication);
  }

  DescribedPredicate<JavaClass> adapters() {
    return in("the adapters", this::isAdapter);
  }

  DescribedPredicate<JavaClass> adapter(String name) {
    String adapter = crm() + ".adapter." + name;
    return in("the adapter " + name, name1 -> isWithin(name1, adapter));
  }

  DescribedPredicate<JavaClass> example() {
    return in("the example", name -> isWithin(name, root + ".example"));
  }

  DescribedPredicate<JavaClass> everything() {
    return in("the project", name -> isLibrary(name) || isWithin(name, root + ".example"));
  }

  boolean isDomain(String packageName) {
    return isLibrary(packageName) && !isApplication(packageName) && !isAdapter(packageName);
  }

  boolean isApplication(String packageName) {
    return packageName.equals(crm())
        || (isLibrary(packageName)
            && (packageName.endsWith(".usecase") || KERNEL.contains(firstPart(packageName))));
  }

  boolean isAdapter(String packageName) {
    return isWithin(packageName, crm() + ".adapter");
  }

  String crm() {
    return root + ".crm";
  }

  private boolean isLibrary(String packageName) {
    return isWithin(packageName, crm());
  }

  private String firstPart(String packageName) {
    String rest = packageName.substring(Math.min(packageName.length(), crm().length() + 1));
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private static boolean isWithin(String packageName, String parent) {
    return packageName.equals(parent) || packageName.startsWith(parent + ".");
  }

  private static DescribedPredicate<JavaClass> in(String name, Predicate<String> packages) {
    return DescribedPredicate.describe(
        "belong to " + name, type -> packages.test(type.getBaseComponentType().getPackageName()));
  }
}
