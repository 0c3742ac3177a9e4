package ro.parcurs.example;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import ro.parcurs.crm.adapter.registry.RegistryAdapter;
import ro.parcurs.crm.error.CrmException;
import ro.parcurs.crm.work.StoreFailure;
import ro.parcurs.crm.work.StoreUnavailable;
import ro.parcurs.example.web.WebServer;

/** The program. */
public final class Main {

  private static final int UNCLEAR = 2;
  private static final int FAILED = 1;

  private Main() {}

  /** Does what the command line says; serves the pages until it is stopped. */
  public static void main(String[] arguments) throws InterruptedException {
    int status =
        run(
            arguments,
            System.getenv(),
            Teller.stream(FileDescriptor.out),
            Teller.stream(FileDescriptor.err));
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Does what the command line says, and returns what the program ends with. */
  static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err)
      throws InterruptedException {
    Task task;
    Settings settings;
    try {
      CommandLine line = CommandLine.of(arguments);
      if (line.has("--help")) {
        out.println(Settings.USAGE);
        return 0;
      }
      task = Task.of(line);
      settings = Settings.of(line, environment);
    } catch (Settings.Unclear e) {
      err.println(e.getMessage());
      err.println(Settings.USAGE);
      return UNCLEAR;
    }
    try {
      if (task instanceof Task.Serve) {
        serve(settings, out);
        return 0;
      }
      return workbook(task, settings, environment, out, err);
    } catch (WebServer.PortTaken e) {
      err.println("Port " + settings.port() + " is taken. Choose another one with --port.");
    } catch (EmbeddedDatabase.DirectoryInUse e) {
      err.println(
          "Another program works on "
              + settings.dataDirectory()
              + ". Stop it, or choose another directory with --data-dir.");
    } catch (RegistryAdapter.UnusableFile e) {
      err.println("The file of companies can't be used: " + e.getMessage());
    } catch (StoreUnavailable e) {
      err.println("The database can't be reached: " + e.getMessage());
    }
    return FAILED;
  }

  private static void serve(Settings settings, PrintStream out) throws InterruptedException {
    ExampleApp app = ExampleApp.start(settings);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  app.close();
                  stopped.countDown();
                },
                "stop"));
    out.println("Parcurs: " + app.address());
    stopped.await();
  }

  private static int workbook(
      Task task,
      Settings settings,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err) {
    Task.By by = task instanceof Task.Import imported ? imported.by() : ((Task.Export) task).by();
    Teller teller = new Teller(by.language(), out, err, Teller.isTerminal(environment));
    try (RunningCrm running = RunningCrm.open(settings)) {
      try {
        return task instanceof Task.Import imported
            ? new LeadImport(running.crm(), imported, teller).run()
            : new WorkbookExport(running.crm(), (Task.Export) task, teller).run();
      } catch (CrmException e) {
        teller.note(running.crm().messages().of(e, teller.language()));
      } catch (StoreFailure e) {
        teller.note(running.crm().messages().of(e, teller.language()));
        teller.note(teller.text("workbook.again"));
      } catch (NoSuchFileException e) {
        teller.note(teller.text("workbook.no-file", String.valueOf(e.getMessage())));
      } catch (FileAlreadyExistsException e) {
        teller.note(teller.text("workbook.file-exists", String.valueOf(e.getMessage())));
      } catch (IOException e) {
        teller.note(teller.text("workbook.file-trouble", e));
      }
      return FAILED;
    }
  }
}
