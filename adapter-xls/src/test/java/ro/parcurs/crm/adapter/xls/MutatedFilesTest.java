package ro.parcurs.crm.adapter.xls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.testkit.Proof;

/** Promise P14: whatever is done to a file, it is read or refused, and the process lives on. */
class MutatedFilesTest {

  private static final int TRIES = Proof.tries(300, 50_000);
  private static final int BATCH = 500;
  private static final int HEAP = 256;

  private static final List<String> TOKENS =
      List.of(
          "<",
          ">",
          "\"",
          "&#0;",
          "&amp;",
          "]]>",
          "<!--",
          "-->",
          "<?x",
          "?>",
          "\u0000",
          "r=\"9999999\"",
          "t=\"s\"",
          "<v>-1</v>",
          "<v>1e308</v>",
          "<f/>",
          "s=\"-1\"",
          "ref=\"A1:XFD1048576\"",
          "<row>",
          "</row>",
          "<c>",
          "</sheetData>",
          "r:id=\"x\"",
          "../../",
          "99999999999999999999");

  @Test
  @Timeout(4 * 60 * 60)
  void a_changed_file_is_read_or_refused_in_a_small_heap_in_a_short_time(@TempDir Path directory)
      throws IOException, InterruptedException {
    long seed = Proof.seed();
    Random random = new Random(seed);
    long began = System.nanoTime();
    List<byte[]> originals =
        List.of(
            DamagedWorkbookTest.simple(),
            DamagedWorkbookTest.old(),
            DamagedWorkbookTest.resource("libreoffice.xlsx"),
            DamagedWorkbookTest.resource("libreoffice.xls"));
    Map<String, Integer> outcomes = new TreeMap<>();
    long slowest = 0;
    for (int done = 0; done < TRIES; ) {
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < BATCH && done < TRIES; i++, done++) {
        byte[] original = originals.get(random.nextInt(originals.size()));
        files.add(Files.write(directory.resolve(done + ".bin"), changed(original, random)));
      }
      List<SmallHeap.Outcome> read = SmallHeap.read(HEAP, files);
      assertThat(read).as("seed %d", seed).hasSameSizeAs(files);
      for (SmallHeap.Outcome outcome : read) {
        assertThat(outcome.outcome())
            .as("%s of seed %d", outcome.file(), seed)
            .doesNotStartWith("UNTYPED");
        assertThat(outcome.millis()).as(outcome.file()).isLessThan(10_000);
        slowest = Math.max(slowest, outcome.millis());
        outcomes.merge(outcome.outcome().replaceAll("\\d+ rows", "read"), 1, Integer::sum);
      }
      for (Path file : files) {
        Files.delete(file);
      }
    }
    assertThat(outcomes).containsKey("DAMAGED");
    Proof.report(
        "P14",
        seed,
        Duration.ofNanos(System.nanoTime() - began),
        "%d changed files in %d MiB: %s; slowest %d ms".formatted(TRIES, HEAP, outcomes, slowest));
  }

  private static byte[] changed(byte[] original, Random random) {
    boolean zip = original[0] == 'P';
    if (!zip || random.nextInt(4) == 0) {
      return changedBytes(original, random);
    }
    Map<String, byte[]> parts = Zips.parts(original);
    List<String> names = new ArrayList<>(parts.keySet());
    String name = names.get(random.nextInt(names.size()));
    byte[] part = parts.get(name);
    parts.put(name, random.nextBoolean() ? changedBytes(part, random) : changedText(part, random));
    return Zips.of(parts);
  }

  private static byte[] changedBytes(byte[] original, Random random) {
    byte[] changed = original.clone();
    int kind = random.nextInt(4);
    if (kind == 0 && changed.length > 1) {
      return java.util.Arrays.copyOf(changed, random.nextInt(changed.length));
    }
    if (kind == 1 && changed.length > 16) {
      int from = random.nextInt(changed.length - 8);
      int to = random.nextInt(changed.length - 8);
      System.arraycopy(original, from, changed, to, 8);
      return changed;
    }
    for (int i = 1 + random.nextInt(8); i > 0 && changed.length > 0; i--) {
      changed[random.nextInt(changed.length)] =
          (byte) (kind == 2 ? random.nextInt(256) : random.nextBoolean() ? 0xFF : 0);
    }
    return changed;
  }

  private static byte[] changedText(byte[] original, Random random) {
    StringBuilder text = new StringBuilder(new String(original, StandardCharsets.UTF_8));
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(3)) {
      case 0 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
      case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
      default -> {
        int end = Math.min(text.length(), at + random.nextInt(200));
        text.insert(random.nextInt(text.length() + 1), text.substring(at, end).repeat(3));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
