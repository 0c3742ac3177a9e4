package ro.parcurs.example.page;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.lead.usecase.ImportLeads;
import ro.parcurs.crm.lead.usecase.ImportRun;
import ro.parcurs.crm.lead.usecase.ImportRunId;
import ro.parcurs.crm.lead.usecase.LeadImports;
import ro.parcurs.crm.work.Caller;

/** The imports that go on beside the pages, each in a thread of its own. Thread-safe. */
final class RunningImports {

  private static final Logger LOG = LoggerFactory.getLogger(RunningImports.class);

  private final LeadImports imports;
  private final Map<Object, CompletableFuture<ImportRunId>> running = new ConcurrentHashMap<>();

  RunningImports(LeadImports imports) {
    this.imports = imports;
  }

  /**
   * Begins an import and leaves it to itself; one that goes on already is only found.
   *
   * @param what two imports with the same are one
   * @param ended is told how it was left, unless it was broken off
   * @return when it has begun
   * @throws RuntimeException when it doesn't begin, as {@link LeadImports#run} says
   * @throws IOException when the file can't be read
   */
  ImportRunId start(
      Object what, Caller caller, ImportLeads.Command command, Consumer<ImportRun> ended)
      throws IOException {
    CompletableFuture<ImportRunId> begun = new CompletableFuture<>();
    CompletableFuture<ImportRunId> before = running.putIfAbsent(what, begun);
    if (before == null) {
      Thread thread = new Thread(() -> run(what, caller, command, begun, ended), "import");
      thread.setDaemon(true);
      thread.start();
    }
    return await(before == null ? begun : before);
  }

  /** Whether it goes on in this program. */
  boolean isRunning(ImportRun run) {
    return running.values().stream()
        .filter(begun -> begun.isDone() && !begun.isCompletedExceptionally())
        .map(begun -> begun.getNow(run.id()))
        .anyMatch(run.id()::equals);
  }

  private void run(
      Object what,
      Caller caller,
      ImportLeads.Command command,
      CompletableFuture<ImportRunId> begun,
      Consumer<ImportRun> ended) {
    try {
      ended.accept(imports.run(caller, command, run -> begun.complete(run.id())));
    } catch (RuntimeException | IOException e) {
      if (!begun.completeExceptionally(e)) {
        LOG.warn("An import was broken off", e);
      }
    } finally {
      running.remove(what);
    }
  }

  private static ImportRunId await(CompletableFuture<ImportRunId> begun) throws IOException {
    try {
      return begun.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      Optional<Throwable> cause = Optional.ofNullable(e.getCause());
      if (cause.isPresent() && cause.get() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IOException(e);
    }
  }
}
