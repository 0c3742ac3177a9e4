package ro.parcurs.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes whole messages, and then is in the mood for an answer or isn't. */
final class MoodyMailServer implements AutoCloseable {

  enum Mood {
    TAKES,
    /** It asks to come again later. */
    BUSY,
    /** It takes the whole message and hangs up without an answer. */
    HANGS_UP
  }

  private final ServerSocket socket;
  private final Queue<Mood> moods = new ConcurrentLinkedQueue<>();
  private final AtomicInteger got = new AtomicInteger();

  MoodyMailServer() {
    try {
      socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "moody mail server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Its moods for the next dialogues; then it takes everything. */
  void nextly(Mood... next) {
    moods.addAll(List.of(next));
  }

  /** How many whole messages it has got, whatever it said. */
  int got() {
    return got.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket line = socket.accept()) {
        speak(line);
      } catch (IOException e) {
        // The other side hung up, or the server is closed.
        continue;
      }
    }
  }

  private void speak(Socket line) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
    PrintWriter out = new PrintWriter(line.getOutputStream(), true, StandardCharsets.US_ASCII);
    Mood mood = moods.isEmpty() ? Mood.TAKES : moods.remove();
    say(out, "220 moody");
    for (String said = in.readLine(); said != null; said = in.readLine()) {
      if (said.startsWith("MAIL") && mood == Mood.BUSY) {
        say(out, "451 come later");
      } else if (said.startsWith("DATA")) {
        say(out, "354 go on");
        while (!".".equals(in.readLine())) {
          // The message itself is of no interest.
          continue;
        }
        got.incrementAndGet();
        if (mood == Mood.HANGS_UP) {
          return;
        }
        say(out, "250 taken");
      } else {
        say(out, "250 well");
      }
    }
  }

  private static void say(PrintWriter out, String answer) {
    out.print(answer + "\r\n");
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
