package ro.parcurs.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The program as a process of its own, so that it can be killed. */
final class ChildProgram implements AutoCloseable {

  private static final String READY = "Parcurs: ";
  private static final int PATIENCE_SECONDS = 90;

  private final Process process;
  private final StringBuffer output = new StringBuffer();
  private final CompletableFuture<String> address = new CompletableFuture<>();

  private ChildProgram(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "output of a child");
    reader.setDaemon(true);
    reader.start();
  }

  static ChildProgram start(String... arguments) {
    return start(List.of(), arguments);
  }

  /** With options for Java, too. */
  static ChildProgram start(List<String> ofJava, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow(IllegalStateException::new));
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx256m");
    command.addAll(ofJava);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    try {
      return new ChildProgram(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until pages are served; the address has no slash at the end. */
  String address() {
    try {
      return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("it doesn't start:\n" + output, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Waits until it ends by itself. */
  int exitCode() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("it doesn't end:\n" + output);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has said so far, errors too. */
  String output() {
    return output.toString();
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** As Ctrl+C does: it is asked to end. */
  void stop() {
    process.destroy();
    exitCode();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        if (line.startsWith(READY)) {
          address.complete(line.substring(READY.length()).replaceAll("/$", ""));
        }
      }
      address.completeExceptionally(new IllegalStateException("ended"));
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }

  /** The process that a pid file names, if it is alive. */
  static Optional<ProcessHandle> alive(String pidFileContent) {
    return ProcessHandle.of(
            Long.parseLong(pidFileContent.lines().findFirst().orElseThrow().strip()))
        .filter(ProcessHandle::isAlive);
  }
}
