package ro.parcurs.crm.adapter.mail.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The SMTP server of Debian's package {@code python3-aiosmtpd}, as a process of its own, and
 * Python's own reader of mail: neither knows anything of the library that sends.
 */
final class DebianServer implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/aiosmtpd");
  private static final String PYTHON = "/usr/bin/python3";
  private static final int PATIENCE_SECONDS = 30;

  /** Prints what a reader shows, a line each. */
  private static final String READER =
      """
      import email, email.policy, hashlib, sys
      m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
      out = []
      out.append('headers ' + ' '.join(sorted(k.lower() for k in m.keys())))
      out.append('id ' + str(m['message-id']))
      out.append('subject ' + str(m['subject']))
      for h in ('from', 'reply-to', 'to', 'cc'):
          for a in m[h].addresses:
              out.append('%s %s <%s>' % (h, a.display_name, a.addr_spec))
      out.append('date ' + m['date'].datetime.isoformat())
      out.append('plain ' + repr(m.get_body(('plain',)).get_content()))
      out.append('html ' + repr(m.get_body(('html',)).get_content()))
      for a in m.iter_attachments():
          content = a.get_content()
          out.append('file %s %s %s' % (a.get_filename(), a.get_content_type(), hashlib.sha256(content).hexdigest()))
          out.append('name ' + str(a.get_param('name')))
      defects = list(m.defects)
      for p in m.walk():
          defects += p.defects
          for v in p.values():
              defects += getattr(v, 'defects', ())
      out.append('defects %s' % defects)
      sys.stdout.buffer.write('\\n'.join(out).encode('utf-8'))
      """;

  private final Process process;
  private final Path mailbox;
  private final int port;

  DebianServer(Path directory) {
    if (!Files.isExecutable(PROGRAM)) {
      throw new AssertionError(
          PROGRAM + " is not there; install Debian's package python3-aiosmtpd");
    }
    mailbox = directory.resolve("mailbox");
    port = freePort();
    try {
      process =
          new ProcessBuilder(
                  PROGRAM.toString(),
                  "-n",
                  "-l",
                  "127.0.0.1:" + port,
                  "-c",
                  "aiosmtpd.handlers.Mailbox",
                  mailbox.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("aiosmtpd.log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitPort();
  }

  int port() {
    return port;
  }

  /** The files of the messages that it has kept. */
  List<Path> messages() {
    try (Stream<Path> files = Files.list(mailbox.resolve("new"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Python's reader makes of a message. */
  static List<String> read(Path message) {
    return read(message, READER);
  }

  /** What a program of Python's prints of a message. */
  static List<String> read(Path message, String program) {
    try {
      Process reader = new ProcessBuilder(PYTHON, "-c", program, message.toString()).start();
      String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String complained =
          new String(reader.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (reader.waitFor() != 0) {
        throw new AssertionError(complained);
      }
      return said.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitPort() {
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        pause();
      }
      if (!process.isAlive()) {
        break;
      }
    }
    throw new AssertionError("Debian's SMTP server doesn't start");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
