package ro.parcurs.crm.adapter.mail.smtp;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailTransport;

/**
 * Mail over SMTP, by way of the mail server of the company. Thread-safe.
 *
 * <pre>{@code
 * SmtpAdapter mail =
 *     SmtpAdapter.open(
 *         Configuration.of("smtp.exemplu.ro", new Mailbox("Exemplu", address))
 *             .withLogin("vanzari@exemplu.ro", password));
 * Injector injector = Guice.createInjector(new CrmModule(), mail.module(), …);
 * }</pre>
 *
 * <p>Each message has a connection of its own. By default nothing leaves over a line that is not
 * encrypted, or whose other end can't prove that it is the server.
 */
public final class SmtpAdapter {

  /** How the line to the server is kept from others. */
  public enum Security {
    /** It begins open, and is closed before anything of interest is said (RFC 3207). */
    STARTTLS,
    /** It is closed from the beginning (RFC 8314). */
    TLS,
    /** It is open: only for a server on the same machine, or in a test. */
    NONE
  }

  /** With what to log in. */
  public record Login(String user, String password) {

    public Login {
      require(!user.isBlank(), "a login without a user");
    }

    /** The password is nobody's business. */
    @Override
    public String toString() {
      return "Login[user=%s]".formatted(user);
    }
  }

  /**
   * Where the server is, and how to speak to it.
   *
   * @param host as its certificate has it
   * @param login empty where the server knows who may send in another way; never over an open line
   * @param from the mailbox that messages are from
   * @param returnPath where the server sends what can't be delivered; empty for the mailbox itself
   * @param connecting how long connecting may take
   * @param answering how long each answer may take but the last, and each part of the message to be
   *     taken; RFC 5321 (section 4.5.3.2) asks for minutes
   * @param within how long everything may take up to the end of the message, and then the answer to
   *     that once more, however the server spreads what it says; for the last answer RFC 5321
   *     (section 4.5.3.2.6) asks for ten minutes. The lease of {@code MailPatience} has to be
   *     longer. The machine's own search for the host's address isn't counted
   * @param maxBytes how large a message may be under way, from 64 KiB
   * @param trust whom to believe; empty for those whom Java believes
   */
  public record Configuration(
      String host,
      int port,
      Security security,
      Optional<Login> login,
      Mailbox from,
      Optional<EmailAddress> returnPath,
      Duration connecting,
      Duration answering,
      Duration within,
      long maxBytes,
      Optional<SSLContext> trust) {

    /** Where messages are submitted (RFC 6409). */
    public static final int SUBMISSION = 587;

    private static final int HIGHEST_PORT = 65_535;
    private static final long LEAST_BYTES = 64 << 10;
    private static final long USUAL_BYTES = 20 << 20;

    public Configuration {
      require(host.matches("[A-Za-z0-9.:_-]+"), "not a host: " + host);
      require(port > 0 && port <= HIGHEST_PORT, "not a port: " + port);
      require(
          security != Security.NONE || login.isEmpty(), "a password would go over an open line");
      require(isPositive(connecting), "connecting within " + connecting);
      require(isPositive(answering), "answering within " + answering);
      require(isPositive(within), "everything within " + within);
      require(maxBytes >= LEAST_BYTES, "messages of at most " + maxBytes + " bytes");
    }

    /**
     * STARTTLS on port 587; 30 s to connect, 5 min for each answer, 9 min for everything up to the
     * end of a message and once more for the answer to that; messages of up to 20 MiB.
     */
    public static Configuration of(String host, Mailbox from) {
      return new Configuration(
          host,
          SUBMISSION,
          Security.STARTTLS,
          Optional.empty(),
          from,
          Optional.empty(),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(9),
          USUAL_BYTES,
          Optional.empty());
    }

    /** The same server, at another port and with another kind of line. */
    public Configuration at(int otherPort, Security other) {
      return new Configuration(
          host,
          otherPort,
          other,
          login,
          from,
          returnPath,
          connecting,
          answering,
          within,
          maxBytes,
          trust);
    }

    /** The same with a login. */
    public Configuration withLogin(String user, String password) {
      return new Configuration(
          host,
          port,
          security,
          Optional.of(new Login(user, password)),
          from,
          returnPath,
          connecting,
          answering,
          within,
          maxBytes,
          trust);
    }

    /** The same with another address for what can't be delivered. */
    public Configuration withReturnPath(EmailAddress address) {
      return new Configuration(
          host,
          port,
          security,
          login,
          from,
          Optional.of(address),
          connecting,
          answering,
          within,
          maxBytes,
          trust);
    }

    /** The same with other patience. */
    public Configuration waiting(Duration toConnect, Duration forAnAnswer) {
      return new Configuration(
          host,
          port,
          security,
          login,
          from,
          returnPath,
          toConnect,
          forAnAnswer,
          within,
          maxBytes,
          trust);
    }

    /**
     * The same with another bound for everything up to the end of a message, and for the answer to
     * that; the lease of {@code MailPatience} has to be longer.
     */
    public Configuration within(Duration time) {
      return new Configuration(
          host,
          port,
          security,
          login,
          from,
          returnPath,
          connecting,
          answering,
          time,
          maxBytes,
          trust);
    }

    /** The same with another limit. */
    public Configuration upTo(long bytes) {
      return new Configuration(
          host,
          port,
          security,
          login,
          from,
          returnPath,
          connecting,
          answering,
          within,
          bytes,
          trust);
    }

    /** The same, believing others: a company's own authority, for example. */
    public Configuration trusting(SSLContext others) {
      return new Configuration(
          host,
          port,
          security,
          login,
          from,
          returnPath,
          connecting,
          answering,
          within,
          maxBytes,
          Optional.of(others));
    }

    private static boolean isPositive(Duration duration) {
      return !duration.isNegative() && !duration.isZero();
    }
  }

  private final MailTransport transport;

  private SmtpAdapter(MailTransport transport) {
    this.transport = transport;
  }

  /** Speaks to nobody yet. */
  public static SmtpAdapter open(Configuration configuration) {
    return new SmtpAdapter(new SmtpMailTransport(configuration));
  }

  /**
   * A message byte for byte as it travels (RFC 5322), but for the dots that SMTP doubles; for
   * whoever keeps messages instead of sending them.
   */
  public static byte[] written(MailMessage message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      MimeForm.of(message, Session.getInstance(new Properties())).writeTo(bytes);
    } catch (IOException | MessagingException notAMessage) {
      throw new IllegalStateException("a message that has no form: " + message.id(), notAMessage);
    }
    return bytes.toByteArray();
  }

  /** Binds the port. */
  public Module module() {
    return new AbstractModule() {
      @Override
      protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), MailTransport.class)
            .setBinding()
            .toInstance(transport);
      }
    };
  }

  /** The adapter of the port, for those who don't use Guice. */
  public MailTransport transport() {
    return transport;
  }

  private static void require(boolean sound, String fault) {
    if (!sound) {
      throw new IllegalArgumentException(fault);
    }
  }
}
