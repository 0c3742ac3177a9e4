package ro.parcurs.crm.adapter.registry;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import ro.parcurs.crm.adapter.registry.RegistryAdapter.CompanyFile;
import ro.parcurs.crm.company.Cui;
import ro.parcurs.crm.lead.usecase.CompanyRegistry;

/** Opens a file of companies in a JVM of its own, with the heap that was promised to be enough. */
final class CompaniesInSmallHeap {

  private static final Duration LONGEST = Duration.ofMinutes(4);

  private CompaniesInSmallHeap() {}

  /**
   * What came of it.
   *
   * @param answer of the company that was asked about
   * @param peakMiB the most heap that was in use
   */
  record Outcome(String answer, long openingMillis, long peakMiB) {}

  /** Indexes the file and asks about a company; fails when the JVM dies of it. */
  static Outcome open(int heapMiB, Path companies, Cui asked)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                CompaniesInSmallHeap.class.getName(),
                companies.toString(),
                asked.digits())
            .redirectErrorStream(true)
            .start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError("the JVM did not survive: " + printed);
      }
      String[] parts =
          printed
              .lines()
              .filter(line -> line.startsWith("outcome|"))
              .findFirst()
              .orElseThrow()
              .split("\\|");
      return new Outcome(parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Opens the file given and asks about the code given. */
  public static void main(String[] arguments) {
    long begin = System.nanoTime();
    CompanyRegistry registry =
        RegistryAdapter.file(CompanyFile.at(Path.of(arguments[0]))).registry();
    long opening = System.nanoTime() - begin;
    String answer = registry.lookUp(Cui.unchecked(arguments[1])).getClass().getSimpleName();
    System.out.printf(
        "outcome|%s|%d|%d%n", answer, Duration.ofNanos(opening).toMillis(), peak() >> 20);
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
