package ro.parcurs.crm.adapter.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.parcurs.crm.company.Cui;

/**
 * A real HTTP server down to its sockets, which answers as a script tells it, well or badly. One
 * answer a connection, so that each request is one connection.
 */
final class ScriptedService implements AutoCloseable {

  /** One request as it came. */
  record Request(long atNanos, String line, Map<String, String> headers, String body) {

    private static final Pattern CODE = Pattern.compile("\"cui\":([0-9]+)");

    List<Cui> codes() {
      List<Cui> codes = new ArrayList<>();
      Matcher matcher = CODE.matcher(body);
      while (matcher.find()) {
        codes.add(Cui.unchecked(matcher.group(1)));
      }
      return codes;
    }
  }

  /** What to do with a request. */
  @FunctionalInterface
  interface Script {
    void answer(Request request, OutputStream out, Socket socket) throws Exception;
  }

  private final ServerSocket server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Script script;

  private ScriptedService(ServerSocket server, Script script) {
    this.server = server;
    this.script = script;
  }

  static ScriptedService start(Script script) {
    try {
      ScriptedService service =
          new ScriptedService(new ServerSocket(0, 512, InetAddress.getLoopbackAddress()), script);
      daemon(service::accept);
      return service;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/api/PlatitorTvaRest/v9/tva");
  }

  void follow(Script other) {
    script = other;
  }

  /** In the order in which they came. */
  List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  // ---- scripts ----

  /** A whole answer with its length. */
  static Script answer(int status, String type, byte[] body, String... headers) {
    return (request, out, socket) -> {
      out.write(head(status, type, body.length, headers));
      out.write(body);
    };
  }

  static Script json(int status, String body, String... headers) {
    return answer(status, "application/json", utf8(body), headers);
  }

  static Script html(int status, String body) {
    return answer(status, "text/html; charset=utf-8", utf8(body));
  }

  /** Another answer for each request; the last one for all that follow. */
  static Script inTurn(Script... scripts) {
    List<Script> left = new ArrayList<>(List.of(scripts));
    return (request, out, socket) -> {
      Script next;
      synchronized (left) {
        next = left.size() > 1 ? left.remove(0) : left.get(0);
      }
      next.answer(request, out, socket);
    };
  }

  /** Every code that is asked belongs to a company. */
  static Script knowsAll() {
    return (request, out, socket) ->
        json(200, AnafJson.found(request.codes())).answer(request, out, socket);
  }

  static byte[] head(int status, String type, long length, String... headers) {
    StringBuilder head =
        new StringBuilder("HTTP/1.1 " + status + " Reason\r\nContent-Type: " + type + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return utf8(head + "Content-Length: " + length + "\r\nConnection: close\r\n\r\n");
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // ---- sockets ----

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = read(socket.getInputStream());
      requests.add(request);
      script.answer(request, socket.getOutputStream(), socket);
    } catch (Exception e) {
      // the other side has hung up, or the script broke the connection
    }
  }

  private static Request read(InputStream in) throws IOException {
    String line = line(in);
    long now = System.nanoTime();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String[] parts = header.split(":", 2);
      headers.put(parts[0], parts[1].strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    return new Request(
        now, line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("hung up");
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted-service");
    thread.setDaemon(true);
    thread.start();
  }
}
