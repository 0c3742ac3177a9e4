package ro.parcurs.crm.adapter.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A server that does as it is told at one stage of the dialogue, and well at the others. */
final class ScriptedServer implements AutoCloseable {

  /** Where in the dialogue something happens. */
  enum Stage {
    GREETING,
    EHLO,
    /** Asked for only where it is offered. */
    STARTTLS,
    MAIL,
    RCPT,
    DATA,
    /** In the middle of the message. */
    CONTENT,
    /** After the end of the message. */
    END
  }

  private static final Map<Stage, String> WELL =
      Map.of(
          Stage.GREETING, "220 localhost",
          Stage.EHLO, "250 HELP",
          Stage.STARTTLS, "220 go on",
          Stage.MAIL, "250 ok",
          Stage.RCPT, "250 ok",
          Stage.DATA, "354 go on",
          Stage.END, "250 taken");

  /** What is done instead of answering well. */
  sealed interface Deed {
    record HangUp() implements Deed {}

    record Wait(Duration time) implements Deed {}

    record Say(String answer) implements Deed {}

    /** Answers well, but only then. */
    record Late(Duration time) implements Deed {}

    /**
     * An answer without an end, a byte at a time; a message is taken in as slowly.
     *
     * @param opening what it begins with
     */
    record Dribble(Duration pause, String opening) implements Deed {

      Dribble(Duration pause) {
        this(pause, "");
      }
    }

    /** An answer without an end, as fast as it is taken. */
    record Flood() implements Deed {}
  }

  private static final int LINES_AT_A_TIME = 400;

  private final ServerSocket socket;
  private final Stage stage;
  private final Deed deed;
  private final String extensions;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicLong flooded = new AtomicLong();

  ScriptedServer(Stage stage, Deed deed) {
    this(stage, deed, "");
  }

  /**
   * @param extensions what it offers, each as a line of its answer to EHLO
   */
  ScriptedServer(Stage stage, Deed deed, String extensions) {
    this.extensions = extensions;
    this.stage = stage;
    this.deed = deed;
    try {
      socket = new ServerSocket();
      // So that a message doesn't fit into what the system keeps for a server that is gone.
      socket.setReceiveBufferSize(4096);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "scripted");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The messages of which it got the end. */
  List<String> taken() {
    return List.copyOf(taken);
  }

  /** Every command that it got, in its order. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  /** How many bytes of an answer without an end were taken from it. */
  long flooded() {
    return flooded.get();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException | InterruptedException gone) {
        // The next one comes.
      }
    }
  }

  private void talk(Socket client) throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 512);
    if (!answer(client, Stage.GREETING)) {
      return;
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      Stage now =
          switch (verb) {
            case "EHLO", "HELO" -> Stage.EHLO;
            case "STARTTLS" -> Stage.STARTTLS;
            case "MAIL" -> Stage.MAIL;
            case "RCPT" -> Stage.RCPT;
            case "DATA" -> Stage.DATA;
            default -> Stage.GREETING;
          };
      if (now == Stage.GREETING) {
        say(client, verb.equals("QUIT") ? "221 bye" : "250 ok");
        if (verb.equals("QUIT")) {
          return;
        }
      } else if (!answer(client, now)) {
        return;
      } else if (now == Stage.DATA && !(stage == Stage.DATA && deed instanceof Deed.Say)) {
        if (!content(client, in)) {
          return;
        }
      }
    }
  }

  private boolean content(Socket client, BufferedReader in)
      throws IOException, InterruptedException {
    String line = in.readLine();
    if (stage == Stage.CONTENT && deed instanceof Deed.Dribble dribble) {
      return slowly(in, dribble.pause());
    }
    if (stage == Stage.CONTENT && !answer(client, Stage.CONTENT)) {
      return false;
    }
    StringBuilder message = new StringBuilder();
    while (line != null && !line.equals(".")) {
      message.append(line).append('\n');
      line = in.readLine();
    }
    if (line == null) {
      return false;
    }
    taken.add(message.toString());
    return answer(client, Stage.END);
  }

  private static boolean slowly(BufferedReader in, Duration pause)
      throws IOException, InterruptedException {
    String line = in.readLine();
    for (int i = 1; line != null && !line.equals("."); i++) {
      if (i % LINES_AT_A_TIME == 0) {
        Thread.sleep(pause.toMillis());
      }
      line = in.readLine();
    }
    return false;
  }

  /** Whether the dialogue goes on. */
  private boolean answer(Socket client, Stage now) throws IOException, InterruptedException {
    if (now == stage && deed instanceof Deed.HangUp) {
      return false;
    }
    if (now == stage && deed instanceof Deed.Wait wait) {
      Thread.sleep(wait.time().toMillis());
      return false;
    }
    if (now == stage && deed instanceof Deed.Say say) {
      say(client, say.answer());
      return now != Stage.GREETING;
    }
    if (now == stage && deed instanceof Deed.Dribble dribble) {
      client.getOutputStream().write(dribble.opening().getBytes(StandardCharsets.US_ASCII));
      withoutEnd(client, now, dribble.pause());
    }
    if (now == stage && deed instanceof Deed.Flood) {
      withoutEnd(client, now, Duration.ZERO);
    }
    if (now == stage && deed instanceof Deed.Late late) {
      Thread.sleep(late.time().toMillis());
    }
    say(
        client,
        now == Stage.EHLO ? "250-localhost\r\n" + extensions + WELL.get(now) : WELL.get(now));
    return true;
  }

  /** Ends when the other side has hung up. */
  private void withoutEnd(Socket client, Stage now, Duration pause)
      throws IOException, InterruptedException {
    byte[] line = (WELL.get(now).substring(0, 3) + "-more\r\n").getBytes(StandardCharsets.US_ASCII);
    while (true) {
      if (pause.isZero()) {
        client.getOutputStream().write(line);
        flooded.addAndGet(line.length);
      } else {
        for (byte one : line) {
          client.getOutputStream().write(one);
          Thread.sleep(pause.toMillis());
        }
      }
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
