package ro.parcurs.crm.adapter.xls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Workbook;

/** Reads files in a JVM of its own, with the heap that was promised to be enough. */
final class SmallHeap {

  private static final int MINUTES = 30;

  private SmallHeap() {}

  /**
   * What came of a file.
   *
   * @param outcome the fault, or how many rows were read
   */
  record Outcome(String file, String outcome, long millis, long peakMiB) {}

  /** Reads the files in a heap of so many MiB; fails when the JVM dies of it. */
  static List<Outcome> read(int heap, List<Path> files) throws IOException, InterruptedException {
    Path list = Files.createTempFile("parcurs-", ".list");
    Path output = Files.createTempFile("parcurs-", ".out");
    Files.write(list, files.stream().map(Path::toString).toList());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlogback.configurationFile=none.xml",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                list.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new AssertionError("the JVM did not survive: " + Files.readString(output));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (String line : Files.readAllLines(output)) {
        String[] parts = line.split("\\|");
        if (parts.length == 5 && parts[0].equals("outcome")) {
          outcomes.add(
              new Outcome(parts[1], parts[2], Long.parseLong(parts[3]), Long.parseLong(parts[4])));
        }
      }
      return outcomes;
    } finally {
      process.destroyForcibly();
      Files.delete(list);
      Files.delete(output);
    }
  }

  /** Reads the files that are listed in the file given. */
  public static void main(String[] arguments) throws IOException {
    ExcelSpreadsheets spreadsheets = new ExcelSpreadsheets();
    for (String file : Files.readAllLines(Path.of(arguments[0]))) {
      long began = System.nanoTime();
      String outcome = read(spreadsheets, Path.of(file));
      System.out.printf(
          "outcome|%s|%s|%d|%d%n",
          Path.of(file).getFileName(), outcome, (System.nanoTime() - began) / 1_000_000, peak());
    }
  }

  private static String read(ExcelSpreadsheets spreadsheets, Path file) throws IOException {
    int count = 0;
    try (Workbook workbook = spreadsheets.open(() -> Files.newInputStream(file));
        SheetRows rows = workbook.sheet(Optional.empty()).rows()) {
      for (; rows.hasNext(); count++) {
        rows.next();
      }
      return count + " rows";
    } catch (UnreadableWorkbook refusal) {
      return refusal.fault().name();
    } catch (RuntimeException | IOException e) {
      return "UNTYPED " + e.getClass().getName();
    }
  }

  private static long peak() {
    return java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
