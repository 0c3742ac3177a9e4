package ro.parcurs.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The program, running in this JVM on a free port and an empty database of its own; one for all
 * tests, stopped with the JVM.
 */
public final class RunningApp {

  private static final ExampleApp APP = start();

  private RunningApp() {}

  /** Where its pages are, without a slash at the end. */
  public static String address() {
    return APP.address().replaceAll("/$", "");
  }

  /** The program itself. */
  static ExampleApp app() {
    return APP;
  }

  private static ExampleApp start() {
    try {
      Path directory = Files.createTempDirectory("parcurs");
      ExampleApp app =
          ExampleApp.start(
              Settings.defaults().withPort(0).withDataDirectory(directory).withoutDemoData());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    app.close();
                    delete(directory);
                  }));
      return app;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
