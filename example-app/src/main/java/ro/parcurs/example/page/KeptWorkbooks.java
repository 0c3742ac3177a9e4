package ro.parcurs.example.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.digest.Digest;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.spreadsheet.WorkbookSource;

/**
 * The workbooks that users have sent, as long as the program runs, and no more than the last few.
 * Each is its sender's alone. Thread-safe.
 */
final class KeptWorkbooks {

  private static final int MOST = 50;

  /** A workbook that is kept. */
  record Kept(String name, Path path) {

    WorkbookSource source() {
      return () -> Files.newInputStream(path);
    }
  }

  private record Key(UserId user, Sha256 file) {}

  private final Map<Key, Kept> kept = new LinkedHashMap<>();

  /** Keeps it, and says what it is recognised by. */
  synchronized Sha256 keep(UserId user, String name, byte[] content) {
    Key key = new Key(user, Digest.of(content));
    try {
      Path path = Files.createTempFile("parcurs-workbook", ".xls");
      path.toFile().deleteOnExit();
      Files.write(path, content);
      forget(kept.remove(key));
      kept.put(key, new Kept(name, path));
      if (kept.size() > MOST) {
        forget(kept.remove(kept.keySet().iterator().next()));
      }
      return key.file();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The user's workbook, if it is still there. */
  synchronized Optional<Kept> find(UserId user, Sha256 file) {
    return Optional.ofNullable(kept.get(new Key(user, file)));
  }

  /** Whoever is reading it still can, but where a file in use can't be deleted. */
  private static void forget(@Nullable Kept old) throws IOException {
    if (old != null) {
      Files.deleteIfExists(old.path());
    }
  }
}
