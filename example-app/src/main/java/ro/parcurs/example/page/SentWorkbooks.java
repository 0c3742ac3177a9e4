package ro.parcurs.example.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.file.Sha256;
import ro.parcurs.crm.lead.usecase.ImportPlan;
import ro.parcurs.crm.spreadsheet.WorkbookSource;
import ro.parcurs.example.web.NoSuchPage;
import ro.parcurs.example.web.Request;

/**
 * How workbooks come from a form and are found again by the pages that follow; one for all pages.
 * Thread-safe.
 */
public final class SentWorkbooks implements AutoCloseable {

  private static final long MOST_BYTES = 256L << 20;

  /** Asks something of a file. */
  @FunctionalInterface
  interface Asking<T> {
    T ask() throws IOException;
  }

  private final KeptWorkbooks kept;

  private SentWorkbooks(KeptWorkbooks kept) {
    this.kept = kept;
  }

  /** Keeps those that will come in a temporary directory of its own. */
  public static SentWorkbooks inTemporaryDirectory(Clock clock) {
    return new SentWorkbooks(
        read(
            () ->
                new KeptWorkbooks(
                    clock, Files.createTempDirectory("parcurs-workbooks"), MOST_BYTES)));
  }

  /**
   * Keeps the workbook of the form.
   *
   * @param look finds out whether it can be read at all
   * @throws InvalidInput when none was sent
   */
  Sha256 keep(Request request, Consumer<WorkbookSource> look) {
    Request.Upload file =
        request.upload("file").orElseThrow(() -> InvalidInput.of("file", "required"));
    byte[] content = file.content();
    look.accept(() -> new ByteArrayInputStream(content));
    return kept.keep(request.actor().id(), name(file.name()), content);
  }

  /** The workbook of the address. */
  KeptWorkbooks.Kept of(Request request) {
    return get(request, hash(request));
  }

  /** One that the user has sent before. */
  KeptWorkbooks.Kept get(Request request, Sha256 file) {
    return find(request, file).orElseThrow(NoSuchPage::new);
  }

  /** The same, if it is still there. */
  Optional<KeptWorkbooks.Kept> find(Request request, Sha256 file) {
    return kept.find(request.actor().id(), file);
  }

  /** What the workbook of the address is recognised by. */
  Sha256 hash(Request request) {
    try {
      return new Sha256(request.part("file"));
    } catch (InvalidInput nonsense) {
      throw new NoSuchPage();
    }
  }

  /** All that was in a user's workbook was taken over: it is soon forgotten. */
  void imported(UserId user, Sha256 file) {
    kept.imported(user, file);
  }

  /** Forgets workbooks that nobody needs any more; to be done from time to time. */
  public void forgetOld() {
    kept.forgetOld();
  }

  /** Forgets all of them; nothing is kept after that. */
  @Override
  public void close() {
    kept.close();
  }

  static <T> T read(Asking<T> asking) {
    try {
      return asking.ask();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Browsers may send a whole path. */
  private static String name(String sent) {
    String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String clean = name.replaceAll("\\p{Cntrl}", "").strip();
    return clean.isEmpty()
        ? "-"
        : clean.substring(0, Math.min(clean.length(), ImportPlan.MAX_FILE_NAME));
  }
}
