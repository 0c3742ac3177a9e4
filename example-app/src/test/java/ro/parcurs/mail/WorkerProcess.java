package ro.parcurs.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another process of Java with the same classes, which can be killed at any moment. */
final class WorkerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private WorkerProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "output of a worker");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * @param program its {@code main} is called with the arguments
   */
  static WorkerProcess running(Class<?> program, Object... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
    for (Object argument : arguments) {
      command.add(String.valueOf(argument));
    }
    try {
      return new WorkerProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it is at work. */
  void awaitBegun() {
    Instant end = Instant.now().plus(PATIENCE);
    while (!lines.contains(MailWorker.BEGUN)) {
      assertThat(process.isAlive()).as(() -> lines.toString()).isTrue();
      assertThat(Instant.now()).as(() -> lines.toString()).isBefore(end);
      MailCrashTest.pause(Duration.ofMillis(10));
    }
  }

  /** Kills it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private void read() {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      out.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add("its end: " + e);
    }
  }
}
