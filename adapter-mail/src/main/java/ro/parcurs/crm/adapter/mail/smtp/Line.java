package ro.parcurs.crm.adapter.mail.smtp;

import jakarta.mail.Session;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Configuration;

/**
 * The line to the server. It is cut when it was held for too long, whatever is being waited for,
 * and when the server says too much. For one message; one other thread cuts the lines of all.
 */
final class Line implements AutoCloseable {

  /**
   * How many bytes a server may say in all. RFC 5321 (section 4.5.3.1.5) has answers of 512; even
   * to hundreds of addresses, and with certificates, that is a small part of it.
   */
  static final int MOST_HEARD = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  private static final String UNASKED = "sockets are connected by whoever asks for them";

  private static final ScheduledThreadPoolExecutor WATCH = watch();

  private final int answering;
  private final Duration within;
  private final Optional<SSLContext> trust;
  private final AtomicLong heard = new AtomicLong();
  private @Nullable Bounded socket;
  private @Nullable Future<?> watched;
  private long until;
  private boolean over;

  /** From now on it is watched. */
  Line(Configuration configuration) {
    this.answering = milliseconds(configuration.answering());
    this.within = configuration.within();
    this.trust = configuration.trust();
    watch(within);
  }

  /** A session whose connections are this line. */
  Session session(Properties settings) {
    Properties own = new Properties();
    own.putAll(settings);
    own.put("mail.smtp.socketFactory", new Open());
    own.put("mail.smtp.ssl.socketFactory", new Closed());
    // Else what is not believed on one line would be tried on another, with Java's own beliefs.
    own.put("mail.smtp.socketFactory.fallback", "false");
    return Session.getInstance(own);
  }

  /** Whether its time is over, so that it was cut. */
  synchronized boolean isOver() {
    return over;
  }

  /**
   * It may be held for as long once more, whether or not something is said meanwhile.
   *
   * @throws SocketTimeoutException when its time is over already
   */
  synchronized void renew() throws IOException {
    if (over) {
      throw new SocketTimeoutException("not within " + within);
    }
    unwatch();
    watch(within);
    if (socket != null) {
      socket.setSoTimeout(milliseconds(within));
    }
  }

  /** It is not watched any more. */
  @Override
  public synchronized void close() {
    unwatch();
  }

  private synchronized void watch(Duration time) {
    until = System.nanoTime() + time.toNanos();
    watched = WATCH.schedule(this::cut, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized void unwatch() {
    if (watched != null) {
      watched.cancel(false);
    }
  }

  /**
   * The socket is closed under those who read from it or write to it. That of TLS would first say
   * goodbye, and wait for whoever is writing.
   */
  private synchronized void cut() {
    boolean renewed = System.nanoTime() - until < 0;
    if (!renewed) {
      over = true;
      closeSocket();
    }
  }

  private void closeSocket() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException gone) {
      LOG.debug("A line that is cut was closed already", gone);
    }
  }

  private synchronized Socket held(Socket bare) throws IOException {
    if (bare instanceof Bounded) {
      return bare;
    }
    socket = new Bounded(bare);
    if (over) {
      closeSocket();
      throw new SocketTimeoutException("not within " + within);
    }
    return socket;
  }

  /** As sockets count them, for which 0 is for ever. */
  private static int milliseconds(Duration time) {
    return Math.toIntExact(Math.min(Math.max(time.toMillis(), 1), Integer.MAX_VALUE));
  }

  private static ScheduledThreadPoolExecutor watch() {
    ScheduledThreadPoolExecutor watch =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "parcurs-mail-lines");
              thread.setDaemon(true);
              return thread;
            });
    watch.setRemoveOnCancelPolicy(true);
    return watch;
  }

  /** Not one write takes longer than an answer may, and not everything is heard. */
  private final class Bounded extends WriteTimeoutSocket {

    Bounded(Socket bare) throws IOException {
      super(bare, answering, WATCH);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new Heard(super.getInputStream());
    }
  }

  private final class Heard extends FilterInputStream {

    Heard(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? next : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(read);
      return read;
    }

    /** Nothing more to come, -1, is nothing heard. */
    private void count(int read) throws IOException {
      if (heard.addAndGet(Math.max(read, 0)) > MOST_HEARD) {
        throw new IOException("the server says more than " + MOST_HEARD + " bytes");
      }
    }
  }

  /** Begins lines that are open at first. */
  private final class Open extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
      return held(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException(UNASKED);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException(UNASKED);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException(UNASKED);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException(UNASKED);
    }
  }

  /** Closes lines to others. */
  private final class Closed extends SSLSocketFactory {

    @Override
    public Socket createSocket(Socket bare, String host, int port, boolean closing)
        throws IOException {
      return believing().createSocket(held(bare), host, port, closing);
    }

    /** Java's own beliefs are looked up only where they are needed, for it takes a while. */
    private SSLSocketFactory believing() {
      return trust
          .map(SSLContext::getSocketFactory)
          .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return believing().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return believing().getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException(UNASKED);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException(UNASKED);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException(UNASKED);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException(UNASKED);
    }
  }
}
