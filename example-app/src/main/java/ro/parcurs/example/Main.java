package ro.parcurs.example;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import ro.parcurs.crm.adapter.registry.RegistryAdapter;
import ro.parcurs.crm.work.StoreUnavailable;
import ro.parcurs.example.web.WebServer;

/** The program. */
public final class Main {

  private static final int UNCLEAR = 2;
  private static final int FAILED = 1;

  private Main() {}

  /** Runs until it is stopped. */
  public static void main(String[] arguments) throws InterruptedException {
    int status = run(arguments, System.getenv(), System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  private static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err)
      throws InterruptedException {
    Settings settings;
    try {
      if (CommandLine.of(arguments).has("--help")) {
        out.println(Settings.USAGE);
        return 0;
      }
      settings = Settings.of(arguments, environment);
    } catch (Settings.Unclear e) {
      err.println(e.getMessage());
      err.println(Settings.USAGE);
      return UNCLEAR;
    }
    try {
      serve(settings, out);
      return 0;
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
}
