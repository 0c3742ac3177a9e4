package ro.parcurs.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A mail server that takes many messages at once and does something wrong at a stage of a dialogue
 * when it is told to. It counts what it got and what it kept.
 */
final class FaultyMailServer implements AutoCloseable {

  /** Where in a dialogue something goes wrong. */
  enum Stage {
    GREETING,
    EHLO,
    MAIL,
    RCPT,
    DATA,
    /** In the middle of the message. */
    CONTENT,
    /** After the end of the message. */
    END
  }

  /** What goes wrong. */
  enum Kind {
    /** It asks to come later. */
    BUSY,
    /** It refuses for good. */
    REFUSES,
    HANGS_UP,
    /** It says nothing for longer than anybody waits. */
    SILENT,
    /** It begins an answer and hangs up. */
    STAMMERS,
    /** Its answer is none. */
    GARBLES
  }

  /**
   * @param keeps whether a message of which the end came is kept although there is no answer
   */
  record Fault(Stage stage, Kind kind, boolean keeps) {}

  /** No fault: it takes the message. */
  static final Fault NONE = new Fault(Stage.END, Kind.BUSY, true);

  /** A message, however often it came. */
  static final class Letter {

    private final AtomicInteger whole = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Set<String> digests = ConcurrentHashMap.newKeySet();

    /** How many times all of it came. */
    int whole() {
      return whole.get();
    }

    /** How many times it was kept: so many copies the client has. */
    int kept() {
      return kept.get();
    }

    /** How many times it was refused for good after all of it had come. */
    int refused() {
      return refused.get();
    }

    /** How many different contents came. */
    int contents() {
      return digests.size();
    }
  }

  private final ServerSocket socket;
  private final Duration silence;
  private final Supplier<Fault> faults;
  private final ExecutorService lines = Executors.newCachedThreadPool();
  private final Map<String, Letter> letters = new ConcurrentHashMap<>();
  private final Map<Kind, AtomicInteger> happened = new ConcurrentHashMap<>();

  /**
   * @param silence how long nothing is said by one that is silent
   * @param faults what goes wrong in the next dialogue; {@link #NONE} where nothing does
   */
  FaultyMailServer(Duration silence, Supplier<Fault> faults) {
    this.silence = silence;
    this.faults = faults;
    try {
      socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "faulty mail server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** By the identity of the message, without brackets. */
  Map<String, Letter> letters() {
    return letters;
  }

  Letter letter(String id) {
    return letters.computeIfAbsent(id, first -> new Letter());
  }

  /** How often it did something wrong in that way. */
  int happened(Kind kind) {
    return happened.computeIfAbsent(kind, first -> new AtomicInteger()).get();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.shutdownNow();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket line = socket.accept();
        lines.execute(() -> speak(line));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void speak(Socket line) {
    try (line) {
      new Dialogue(line).hold();
    } catch (IOException | InterruptedException gone) {
      // The other side hung up, was killed, or the server is closed.
      Thread.interrupted();
    }
  }

  /** One line. */
  private final class Dialogue {

    private final Socket line;
    private final BufferedReader in;
    private final Fault fault = faults.get();

    Dialogue(Socket line) throws IOException {
      this.line = line;
      this.in =
          new BufferedReader(
              new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
    }

    void hold() throws IOException, InterruptedException {
      if (!answer(Stage.GREETING, "220 faulty")) {
        return;
      }
      for (String said = in.readLine(); said != null; said = in.readLine()) {
        String verb = said.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        boolean goesOn =
            switch (verb) {
              case "EHLO" -> answer(Stage.EHLO, "250 faulty");
              case "MAIL" -> answer(Stage.MAIL, "250 well");
              case "RCPT" -> answer(Stage.RCPT, "250 well");
              case "DATA" -> answer(Stage.DATA, "354 go on") && isAtAnother(Stage.DATA) && take();
              case "RSET" -> answer("250 well");
              default -> false;
            };
        if (!goesOn) {
          return;
        }
      }
    }

    /** Takes a message and answers. */
    private boolean take() throws IOException, InterruptedException {
      StringBuilder content = new StringBuilder();
      String id = "";
      String next = in.readLine();
      if (fault.stage() == Stage.CONTENT && !answer(Stage.CONTENT, "")) {
        return false;
      }
      while (next != null && !next.equals(".")) {
        if (id.isEmpty() && next.startsWith("Message-ID: <")) {
          id = next.substring(next.indexOf('<') + 1, next.indexOf('>'));
        }
        content.append(next).append('\n');
        next = in.readLine();
      }
      if (next == null) {
        return false;
      }
      Letter letter = letter(id);
      letter.whole.incrementAndGet();
      letter.digests.add(digest(content.toString()));
      if (fault.stage() != Stage.END || fault.equals(NONE)) {
        letter.kept.incrementAndGet();
      } else if (fault.kind() == Kind.REFUSES) {
        letter.refused.incrementAndGet();
      } else if (fault.kind() != Kind.BUSY && fault.keeps()) {
        letter.kept.incrementAndGet();
      }
      return answer(Stage.END, "250 taken");
    }

    /** A message that was refused before it came is not waited for. */
    private boolean isAtAnother(Stage stage) {
      return fault.stage() != stage;
    }

    private boolean answer(Stage stage, String well) throws IOException, InterruptedException {
      if (fault.stage() != stage || fault.equals(NONE)) {
        return answer(well);
      }
      happened.computeIfAbsent(fault.kind(), first -> new AtomicInteger()).incrementAndGet();
      switch (fault.kind()) {
        case BUSY:
          return answer((stage == Stage.GREETING ? "421" : "451") + " come later");
        case REFUSES:
          return answer((stage == Stage.RCPT ? "550" : "554") + " never");
        case SILENT:
          Thread.sleep(silence.toMillis());
          return false;
        case STAMMERS:
          line.getOutputStream().write("25".getBytes(StandardCharsets.US_ASCII));
          return false;
        case GARBLES:
          answer("??? what");
          return false;
        default:
          return false;
      }
    }

    private boolean answer(String text) throws IOException {
      line.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return true;
    }
  }

  private static String digest(String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
