package ro.parcurs.crm.adapter.postgres;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The wire between a client and a PostgreSQL server, which can be cut at a chosen point of what
 * they say to each other (PostgreSQL manual, chapter "Frontend/Backend Protocol"), led to another
 * server, or be dead for a while. Without encryption.
 */
final class Wire implements Closeable {

  /** Where in the passing of a statement the wire is cut. */
  enum Point {
    /** Nothing of the statement reaches the server. */
    BEFORE,
    /** Half of the message reaches the server. */
    HALF_WAY,
    /** The server carries the statement out; the client doesn't hear of it. */
    BEFORE_THE_ANSWER
  }

  /** The statement at which the wire was cut. */
  record Cut(String statement, Point point) {

    boolean isCommit() {
      return statement.equalsIgnoreCase("commit");
    }

    /** Whether the server committed although the client was cut off. */
    boolean isKept() {
      return isCommit() && point == Point.BEFORE_THE_ANSWER;
    }
  }

  private final ServerSocket door;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final AtomicInteger statementsLeft = new AtomicInteger(Integer.MAX_VALUE);
  private volatile Point point = Point.BEFORE;
  private volatile @Nullable Cut cut;
  private volatile int server;
  private volatile boolean dead;

  private Wire(int server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  static Wire to(int server) {
    try {
      Wire wire = new Wire(server);
      start("wire", wire::listen);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** The address of a database behind the wire. */
  String url(String database) {
    return "jdbc:postgresql://localhost:%d/%s?sslmode=disable".formatted(port(), database);
  }

  /** Who connects from now on reaches another server. */
  void leadTo(int otherServer) {
    server = otherServer;
  }

  /** Cuts when the n-th statement from now passes; a piece of a copy counts as one. */
  void cutAtStatement(int n, Point where) {
    cut = null;
    point = where;
    statementsLeft.set(n);
  }

  /** Where it was cut since {@link #cutAtStatement} was last called. */
  Optional<Cut> cut() {
    statementsLeft.set(Integer.MAX_VALUE);
    return Optional.ofNullable(cut);
  }

  /** Cuts every connection there is. */
  void cutAll() {
    lines.forEach(Line::close);
  }

  /** Cuts every connection, and lets nobody through until {@link #revive}. */
  void die() {
    dead = true;
    cutAll();
  }

  void revive() {
    dead = false;
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cutAll();
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (dead) {
          client.close();
          continue;
        }
        Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), server));
        lines.add(line);
        start("wire to the server", line::carryQuestions);
        start("wire from the server", line::carryAnswers);
      } catch (IOException e) {
        // The door was closed, or there is no server: whoever knocked finds out.
        continue;
      }
    }
  }

  private static void start(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }

  private final class Line {

    private final Socket client;
    private final Socket server;
    private final Map<String, String> prepared = new ConcurrentHashMap<>();
    private volatile @Nullable Cut atTheAnswer;

    Line(Socket client, Socket server) throws IOException {
      this.client = client;
      this.server = server;
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    }

    void close() {
      lines.remove(this);
      try (Socket one = client;
          Socket other = server) {
        one.setSoLinger(true, 0);
      } catch (IOException e) {
        // It is closed, which is what was wanted.
        return;
      }
    }

    void carryQuestions() {
      try {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(server.getOutputStream());
        int length = in.readInt(); // the first message has no kind
        out.writeInt(length);
        out.write(in.readNBytes(length - 4));
        while (true) {
          byte kind = in.readByte();
          byte[] body = in.readNBytes(in.readInt() - 4);
          Optional<String> statement = statement(kind, body);
          if (statement.isPresent() && statementsLeft.decrementAndGet() == 0) {
            Cut here = new Cut(statement.get(), point);
            cut = here;
            if (here.point() == Point.BEFORE_THE_ANSWER) {
              atTheAnswer = here;
            } else {
              if (here.point() == Point.HALF_WAY) {
                out.write(whole(kind, body), 0, body.length / 2 + 5);
              }
              return;
            }
          }
          out.write(whole(kind, body));
        }
      } catch (IOException e) {
        return; // one of them has gone
      } finally {
        close();
      }
    }

    void carryAnswers() {
      try {
        DataInputStream in = new DataInputStream(server.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        while (true) {
          byte kind = in.readByte();
          byte[] body = in.readNBytes(in.readInt() - 4);
          if (atTheAnswer == null) {
            out.write(whole(kind, body));
          } else if (kind == 'Z' || kind == 'G') {
            return; // the server is done and waits for the next question, or for what is to be
            // copied
          }
        }
      } catch (IOException e) {
        return; // one of them has gone
      } finally {
        close();
      }
    }

    /**
     * The statement that the message lets the server run, if it does. An empty one is none: so the
     * pool looks whether a connection is alive, whenever it was idle for a moment.
     */
    private Optional<String> statement(byte kind, byte[] body) {
      return sent(kind, body).filter(statement -> !statement.isEmpty());
    }

    private Optional<String> sent(byte kind, byte[] body) {
      return switch (kind) {
        case 'P' -> {
          prepared.put(text(body, 0), text(body, 1));
          yield Optional.empty();
        }
        case 'B' -> Optional.of(prepared.getOrDefault(text(body, 1), ""));
        case 'Q' -> Optional.of(text(body, 0));
        case 'd' -> Optional.of("copy data");
        default -> Optional.empty();
      };
    }

    private static byte[] whole(byte kind, byte[] body) {
      return ByteBuffer.allocate(body.length + 5)
          .put(kind)
          .putInt(body.length + 4)
          .put(body)
          .array();
    }

    /** The n-th text in a message, counted from 0; each ends with a zero byte. */
    private static String text(byte[] body, int n) {
      return new String(body, StandardCharsets.UTF_8).split("\0", n + 2)[n];
    }
  }
}
