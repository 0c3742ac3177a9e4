package ro.parcurs.example.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.digest.Digest;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.spreadsheet.WorkbookSource;

/**
 * The workbooks that users have sent, in a directory: no more than the last few, none for longer
 * than somebody needs it, and none when the program has ended. Each is its sender's alone.
 * Thread-safe.
 */
final class KeptWorkbooks implements AutoCloseable {

  /** How many there are at most. */
  static final int MOST = 50;

  /** How long one is kept that nobody looks at. */
  static final Duration UNUSED = Duration.ofHours(2);

  /** How long one is kept that was imported: whoever presses twice is told the same twice. */
  static final Duration IMPORTED = Duration.ofMinutes(10);

  /**
   * A workbook that is kept.
   *
   * @param until when it is forgotten
   */
  record Kept(String name, Path path, long size, boolean imported, Instant until) {

    WorkbookSource source() {
      return () -> Files.newInputStream(path);
    }

    private Kept until(Instant later, boolean wasImported) {
      return new Kept(name, path, size, wasImported, later);
    }
  }

  private record Key(UserId user, Sha256 file) {}

  private final Clock clock;
  private final Path directory;
  private final long mostBytes;

  /** The one that nobody has looked at for the longest time comes first. */
  private final Map<Key, Kept> kept = new LinkedHashMap<>();

  /**
   * @param directory is there, and nobody else's; removed in the end
   * @param mostBytes how large all of them may be together
   */
  KeptWorkbooks(Clock clock, Path directory, long mostBytes) {
    this.clock = clock;
    this.directory = directory;
    this.mostBytes = mostBytes;
  }

  /** Keeps it, and says what it is recognised by. */
  synchronized Sha256 keep(UserId user, String name, byte[] content) {
    forgetOld();
    Key key = new Key(user, Digest.of(content));
    forget(key);
    try {
      Path path = Files.createTempFile(directory, "", ".xls");
      kept.put(key, new Kept(name, path, content.length, false, clock.instant().plus(UNUSED)));
      Files.write(path, content);
    } catch (IOException e) {
      forget(key);
      throw new UncheckedIOException(e);
    }
    while (kept.size() > MOST || (kept.size() > 1 && bytes() > mostBytes)) {
      forget(kept.keySet().iterator().next());
    }
    return key.file();
  }

  private long bytes() {
    return kept.values().stream().mapToLong(Kept::size).sum();
  }

  /** The user's workbook, if it is still there. */
  synchronized Optional<Kept> find(UserId user, Sha256 file) {
    forgetOld();
    Key key = new Key(user, file);
    Kept found = kept.remove(key);
    if (found == null) {
      return Optional.empty();
    }
    Kept looked = found.imported() ? found : found.until(clock.instant().plus(UNUSED), false);
    kept.put(key, looked);
    return Optional.of(looked);
  }

  /** The user's workbook was imported: it is soon not needed any more. */
  synchronized void imported(UserId user, Sha256 file) {
    kept.computeIfPresent(
        new Key(user, file), (key, old) -> old.until(clock.instant().plus(IMPORTED), true));
  }

  /** Forgets those whose time is over. */
  synchronized void forgetOld() {
    Instant now = clock.instant();
    List.copyOf(kept.entrySet()).stream()
        .filter(each -> each.getValue().until().isBefore(now))
        .forEach(each -> forget(each.getKey()));
  }

  /** Whoever is reading it still can, but where a file in use can't be deleted. */
  private void forget(Key key) {
    Kept old = kept.remove(key);
    if (old != null) {
      old.path().toFile().delete();
    }
  }

  /** Forgets all of them; nothing is kept after that. */
  @Override
  public synchronized void close() {
    List.copyOf(kept.keySet()).forEach(this::forget);
    directory.toFile().delete();
  }
}
