package ro.parcurs.crm.adapter.xls;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import ro.parcurs.crm.spreadsheet.SheetRows;
import ro.parcurs.crm.spreadsheet.UnreadableWorkbook;
import ro.parcurs.crm.spreadsheet.Workbook;

/**
 * Promise P14, looked for by a fuzzer that is led by what code its inputs reach: whatever the bytes
 * are, they are read or refused with a typed error, in ten seconds. In a build the kept inputs are
 * tried again; with {@code -Dparcurs.fuzz=true} one of the methods is fuzzed ({@code
 * docs/excel.md}).
 */
@Timeout(3600)
class AnyBytesFuzzTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final byte[] WORKBOOK = whole("simple.xlsx");
  private static final Map<String, byte[]> PARTS = new TreeMap<>(Zips.parts(WORKBOOK));
  private static final List<String> NAMES = List.copyOf(PARTS.keySet());

  @MethodSource("files")
  @FuzzTest(maxDuration = "10m")
  void a_file_of_any_bytes_is_read_or_refused(byte[] file) throws IOException {
    readOrRefused(file);
  }

  /** The first byte says which part of a sound workbook is replaced by the others. */
  @MethodSource("parts")
  @FuzzTest(maxDuration = "10m")
  void a_workbook_with_any_bytes_in_a_part_is_read_or_refused(byte[] input) throws IOException {
    if (input.length > 0) {
      Map<String, byte[]> parts = new TreeMap<>(PARTS);
      parts.put(
          NAMES.get((input[0] & 0xFF) % NAMES.size()), Arrays.copyOfRange(input, 1, input.length));
      readOrRefused(Zips.of(parts));
    }
  }

  private static void readOrRefused(byte[] file) throws IOException {
    long began = System.nanoTime();
    try (Workbook workbook = new ExcelSpreadsheets().open(() -> new ByteArrayInputStream(file))) {
      for (String sheet : workbook.sheets()) {
        try (SheetRows rows = workbook.sheet(Optional.of(sheet)).rows()) {
          rows.forEachRemaining(row -> row.cells().forEach(cell -> cell.text()));
        }
      }
    } catch (UnreadableWorkbook refusal) {
      assertThat(refusal.fault()).isNotNull();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
  }

  static Stream<byte[]> files() {
    return Stream.of(
        WORKBOOK, whole("simple.xls"), whole("libreoffice.xls"), whole("libreoffice.xlsx"));
  }

  static Stream<byte[]> parts() {
    List<byte[]> inputs = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      byte[] part = PARTS.get(NAMES.get(i));
      byte[] input = new byte[part.length + 1];
      input[0] = (byte) i;
      System.arraycopy(part, 0, input, 1, part.length);
      inputs.add(input);
    }
    return inputs.stream();
  }

  private static byte[] whole(String name) {
    try {
      return switch (name) {
        case "simple.xlsx" -> DamagedWorkbookTest.simple();
        case "simple.xls" -> DamagedWorkbookTest.old();
        default -> DamagedWorkbookTest.resource(name);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
