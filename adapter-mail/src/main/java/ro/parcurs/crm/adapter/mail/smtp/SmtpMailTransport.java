package ro.parcurs.crm.adapter.mail.smtp;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Configuration;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Login;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Security;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.Trouble;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.Delivery.Answer;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailTransport;

/** One SMTP dialogue (RFC 5321) a message. */
final class SmtpMailTransport implements MailTransport {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpMailTransport.class);

  private static final int TEMPORARY = 400;
  private static final int PERMANENT = 500;

  /** "Authentication required", and what servers say instead of it. */
  private static final int LOGIN_REQUIRED = 530;

  private final Configuration configuration;
  private final Properties settings;

  SmtpMailTransport(Configuration configuration) {
    this.configuration = configuration;
    this.settings = properties(configuration);
  }

  @Override
  public Mailbox sender() {
    return configuration.from();
  }

  @Override
  public long maxBytes() {
    return configuration.maxBytes();
  }

  @Override
  public Delivery deliver(MailMessage message, Runnable beforeItsEnd) {
    try (Line line = new Line(configuration)) {
      Session session = line.session(settings);
      MimeMessage mime = MimeForm.of(message, session);
      Address[] to = addresses(message);
      Dialogue dialogue =
          new Dialogue(session, line, configuration.security() == Security.TLS, beforeItsEnd);
      try {
        Optional<Delivery> trouble = connect(dialogue);
        return trouble.isPresent() ? trouble.get() : send(dialogue, mime, to);
      } finally {
        close(dialogue);
      }
    } catch (MessagingException notAMessage) {
      throw new IllegalStateException("a message that has no form: " + message.id(), notAMessage);
    }
  }

  /**
   * What was in the way of reaching the server; empty when it is there, and it is the right one.
   */
  private Optional<Delivery> connect(Dialogue dialogue) {
    try {
      // Not by an authenticator: it would be asked again, behind our back, when the login fails.
      dialogue.connect(
          configuration.host(),
          configuration.port(),
          configuration.login().map(Login::user).orElse(null),
          configuration.login().map(Login::password).orElse(null));
      return Optional.empty();
    } catch (MessagingException failure) {
      Delivery.Deferred deferred =
          new Delivery.Deferred(unreachable(dialogue, failure), answer(dialogue));
      LOG.warn("{}: {}, {}", configuration.host(), deferred.trouble(), failure.getMessage());
      return Optional.of(deferred);
    }
  }

  private static Trouble unreachable(Dialogue dialogue, MessagingException failure) {
    if (dialogue.isOver()) {
      return Trouble.TIMEOUT;
    }
    if (failure instanceof AuthenticationFailedException) {
      return Trouble.LOGIN;
    }
    if (cause(failure, SSLException.class) != null || dialogue.isOpenAgainstWill()) {
      return Trouble.SECURITY;
    }
    return ofLine(dialogue, failure);
  }

  private static Delivery send(Dialogue dialogue, MimeMessage mime, Address[] to) {
    try {
      dialogue.sendMessage(mime, to);
      return new Delivery.Accepted(String.valueOf(dialogue.getLastServerResponse()).strip());
    } catch (MessagingException failure) {
      RuntimeException stopped = dialogue.stopped();
      if (stopped != null) {
        throw stopped;
      }
      return dialogue.isHandedOver()
          ? afterTheEnd(dialogue, failure)
          : beforeTheEnd(dialogue, failure);
    }
  }

  /** Only the server's own no is a no; anything else leaves it open. */
  private static Delivery afterTheEnd(Dialogue dialogue, MessagingException failure) {
    return codes(failure).stream()
        .findFirst()
        .map(
            said ->
                said.code() >= PERMANENT
                    ? new Delivery.Rejected(Trouble.REFUSED, Optional.of(said))
                    : new Delivery.Deferred(Trouble.BUSY, Optional.of(said)))
        .orElseGet(() -> new Delivery.Unknown(ofLine(dialogue, failure)));
  }

  private static Delivery beforeTheEnd(Dialogue dialogue, MessagingException failure) {
    List<Answer> said = codes(failure);
    Optional<Answer> permanent =
        said.stream().filter(answer -> answer.code() >= PERMANENT).findFirst();
    if (permanent.filter(answer -> answer.code() == LOGIN_REQUIRED).isPresent()) {
      return new Delivery.Deferred(Trouble.LOGIN, permanent);
    }
    if (permanent.isPresent()) {
      boolean ofAddress = cause(failure, SMTPAddressFailedException.class) != null;
      return new Delivery.Rejected(ofAddress ? Trouble.ADDRESS : Trouble.REFUSED, permanent);
    }
    return said.isEmpty()
        ? new Delivery.Deferred(ofLine(dialogue, failure), Optional.empty())
        : new Delivery.Deferred(Trouble.BUSY, Optional.of(said.get(0)));
  }

  /** What was the matter with a line on which no answer came. */
  private static Trouble ofLine(Dialogue dialogue, MessagingException failure) {
    return dialogue.isOver() || cause(failure, SocketTimeoutException.class) != null
        ? Trouble.TIMEOUT
        : Trouble.CONNECTION;
  }

  /** Every no that the server said to this message, in its order. */
  private static List<Answer> codes(MessagingException failure) {
    List<Answer> codes = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      int code = code(cause);
      if (code >= TEMPORARY) {
        codes.add(new Answer(code, String.valueOf(cause.getMessage()).strip()));
      }
    }
    return codes;
  }

  private static int code(Throwable failure) {
    if (failure instanceof SMTPAddressFailedException ofAddress) {
      return ofAddress.getReturnCode();
    }
    if (failure instanceof SMTPSenderFailedException ofSender) {
      return ofSender.getReturnCode();
    }
    return failure instanceof SMTPSendFailedException ofMessage ? ofMessage.getReturnCode() : 0;
  }

  private static Optional<Answer> answer(Dialogue dialogue) {
    int code = dialogue.getLastReturnCode();
    return code >= TEMPORARY
        ? Optional.of(new Answer(code, String.valueOf(dialogue.getLastServerResponse()).strip()))
        : Optional.empty();
  }

  private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> kind) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (kind.isInstance(cause)) {
        return kind.cast(cause);
      }
    }
    return null;
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof MessagingException messaging
        ? messaging.getNextException()
        : failure.getCause();
  }

  private static Address[] addresses(MailMessage message) throws MessagingException {
    List<Address> to = new ArrayList<>();
    for (var address : message.envelope().addresses()) {
      to.add(new InternetAddress(address.value()));
    }
    return to.toArray(new Address[0]);
  }

  private static void close(Dialogue dialogue) {
    try {
      dialogue.close();
    } catch (MessagingException gone) {
      LOG.debug("The server had hung up already", gone);
    }
  }

  private static Properties properties(Configuration configuration) {
    String domain = configuration.from().address().value().replaceAll(".*@", "");
    Properties properties = new Properties();
    set(properties, "connectiontimeout", configuration.connecting().toMillis());
    set(properties, "timeout", configuration.answering().toMillis());
    set(properties, "localhost", domain);
    set(
        properties,
        "from",
        configuration.returnPath().orElse(configuration.from().address()).value());
    set(properties, "auth", configuration.login().isPresent());
    set(properties, "auth.mechanisms", "PLAIN LOGIN");
    set(properties, "starttls.enable", configuration.security() == Security.STARTTLS);
    set(properties, "starttls.required", configuration.security() == Security.STARTTLS);
    set(properties, "ssl.checkserveridentity", true);
    set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
    // All addresses or none: who is left out would not be seen.
    set(properties, "sendpartial", false);
    set(properties, "allow8bitmime", false);
    set(properties, "quitwait", false);
    return properties;
  }

  private static void set(Properties properties, String name, Object value) {
    properties.setProperty("mail.smtp." + name, value.toString());
  }
}
