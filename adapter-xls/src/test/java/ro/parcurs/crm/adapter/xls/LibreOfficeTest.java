package ro.parcurs.crm.adapter.xls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.testkit.Proof;

/**
 * Files go through LibreOffice and back; the Debian package {@code libreoffice-calc} has it.
 * Without it these tests fail.
 */
class LibreOfficeTest {

  private static final int CELLS = Proof.tries(500, 10_000);

  @TempDir Path directory;

  @Test
  @Timeout(20 * 60)
  void nothing_that_is_exported_is_run_and_everything_comes_back_as_it_was()
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    Path seen = directory.resolve("seen");
    List<String> kinds =
        List.of(
            "=1+1",
            "=HYPERLINK(\"file://%s\")",
            "=WEBSERVICE(\"http://localhost:9/%s\")",
            "=cmd|' /c touch %s'!A0",
            "=DDE(\"soffice\";\"%s\";\"A1\")",
            "+1+2",
            "-1-2",
            "@SUM(1;2)",
            "'=1",
            "+40722123456",
            "1.234,5",
            "01.02.2026",
            "0722123456",
            "TRUE");
    List<SheetRow> rows = new ArrayList<>();
    for (int i = 0; i < CELLS / 2; i++) {
      String hostile = kinds.get(i % kinds.size()).formatted(seen);
      rows.add(
          new SheetRow(
              i + 2,
              List.of(
                  Cell.of(hostile),
                  Cell.of(hostile + i),
                  Cell.of(java.math.BigDecimal.valueOf(-i)))));
    }
    Path ours = Files.write(directory.resolve("ours.xlsx"), RoundTripTest.written(rows));
    List<String> csv =
        Files.readAllLines(converted(ours, "csv:Text - txt - csv (StarCalc):9,0,76"));
    for (int i = 0; i < rows.size(); i++) {
      SheetRow row = rows.get(i);
      assertThat(csv.get(i + 1).split("\t", -1)[0].replace("\"\"", "\"").replaceAll("^\"|\"$", ""))
          .isEqualTo(row.cell(0).text());
    }
    for (String format : List.of("xlsx", "xls")) {
      assertThat(Opened.rows(Files.readAllBytes(converted(ours, format)))).isEqualTo(rows);
    }
    assertThat(seen).doesNotExist();
    Proof.report(
        "P16 in LibreOffice",
        0,
        Duration.ofNanos(System.nanoTime() - began),
        CELLS + " hostile cells, 0 run, all come back from .xlsx and .xls as they were");
  }

  @Test
  void its_own_files_are_read_in_both_formats() throws IOException {
    List<List<String>> expected =
        List.of(
            List.of("Clienți potențiali"),
            List.of("CUI", "Denumire firmă", "Județ", "Localitate", "Telefon"),
            List.of("RO 18547290", "Țesătoria Șoimul SRL", "Cluj", "Cluj-Napoca", "0722 123 456"),
            List.of("14399840", "Brutăria Ăsta SA", "București", "Sector 3", "0213 456 789"));
    for (String name : List.of("libreoffice.xlsx", "libreoffice.xls")) {
      assertThat(Opened.texts(DamagedWorkbookTest.resource(name))).isEqualTo(expected);
    }
  }

  private Path converted(Path file, String format) throws IOException, InterruptedException {
    Path to = Files.createTempDirectory(directory, "to");
    Path output = to.resolve("output.txt");
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "soffice",
                  "--headless",
                  "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                  "--convert-to",
                  format,
                  "--outdir",
                  to.toString(),
                  file.toString())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException e) {
      throw new AssertionError("LibreOffice is needed: install libreoffice-calc", e);
    }
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    Path converted = to.resolve("ours." + format.replaceAll(":.*", ""));
    assertThat(converted).as(Files.readString(output)).exists();
    return converted;
  }
}
