package ro.parcurs.example.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.testkit.SettableClock;

class KeptWorkbooksTest {

  private static final UserId ANA = new UserId("ana");
  private static final UserId ION = new UserId("ion");
  private static final int MOST_BYTES = 1_000;

  private final SettableClock clock = new SettableClock();

  @TempDir private Path parent;
  private Path directory;
  private KeptWorkbooks kept;

  @BeforeEach
  void open() throws IOException {
    directory = Files.createDirectory(parent.resolve("kept"));
    kept = new KeptWorkbooks(clock, directory, MOST_BYTES);
  }

  @Test
  void a_workbook_is_its_senders_alone_and_the_same_one_is_kept_once() throws IOException {
    Sha256 file = keep("a");
    assertThat(kept.keep(ANA, "b.xls", bytes("a"))).isEqualTo(file);
    assertThat(files()).isOne();
    assertThat(kept.find(ION, file)).isEmpty();
    KeptWorkbooks.Kept found = kept.find(ANA, file).orElseThrow();
    assertThat(found.name()).isEqualTo("b.xls");
    try (InputStream content = found.source().open()) {
      assertThat(content).hasContent("a");
    }
  }

  @Test
  void it_is_forgotten_when_nobody_has_looked_at_it_for_long() {
    Sha256 looked = keep("looked at");
    Sha256 unused = keep("unused");
    clock.advance(KeptWorkbooks.UNUSED);
    assertThat(kept.find(ANA, looked)).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(kept.find(ANA, unused)).isEmpty();
    assertThat(files()).isOne();
    clock.advance(KeptWorkbooks.UNUSED);
    kept.forgetOld();
    assertThat(files()).isZero();
  }

  @Test
  void it_is_forgotten_soon_after_it_was_imported_looked_at_or_not() {
    Sha256 file = keep("a");
    kept.imported(ION, file);
    kept.imported(ANA, file);
    clock.advance(KeptWorkbooks.IMPORTED);
    assertThat(kept.find(ANA, file)).as("whoever presses twice").isPresent();
    clock.advance(Duration.ofMillis(1));
    kept.forgetOld();
    assertThat(files()).isZero();
    assertThat(keep("a")).isEqualTo(file);
    clock.advance(KeptWorkbooks.UNUSED);
    assertThat(kept.find(ANA, file)).as("sent anew").isPresent();
  }

  @Test
  void no_more_are_kept_than_the_last_few_that_were_looked_at() {
    List<Sha256> sent = new ArrayList<>();
    for (int i = 0; i < KeptWorkbooks.MOST; i++) {
      sent.add(keep("file " + i));
    }
    assertThat(kept.find(ANA, sent.get(0))).isPresent();
    keep("one more");
    assertThat(files()).isEqualTo(KeptWorkbooks.MOST);
    assertThat(kept.find(ANA, sent.get(0))).isPresent();
    assertThat(kept.find(ANA, sent.get(1))).isEmpty();
  }

  @Test
  void nor_more_bytes() {
    Sha256 first = keep("1".repeat(MOST_BYTES / 2));
    Sha256 second = keep("2".repeat(MOST_BYTES / 2));
    assertThat(kept.find(ANA, first)).isPresent();
    Sha256 third = keep("3");
    assertThat(kept.find(ANA, second)).isEmpty();
    assertThat(kept.find(ANA, first)).isPresent();
    assertThat(kept.find(ANA, third)).isPresent();
    Sha256 large = keep("4".repeat(MOST_BYTES + 1));
    assertThat(kept.find(ANA, large)).as("alone, since it was sent").isPresent();
    assertThat(files()).isOne();
  }

  @Test
  void none_is_left_when_it_ends() {
    keep("a");
    keep("b");
    kept.close();
    assertThat(directory).doesNotExist();
    assertThatThrownBy(() -> keep("c")).isInstanceOf(UncheckedIOException.class);
  }

  private Sha256 keep(String content) {
    return kept.keep(ANA, "a.xls", bytes(content));
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  private int files() {
    String[] names = directory.toFile().list();
    return names == null ? -1 : names.length;
  }
}
