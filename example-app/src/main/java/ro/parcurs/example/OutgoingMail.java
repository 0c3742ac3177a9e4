package ro.parcurs.example;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Configuration;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter.Security;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.usecase.MailTransport;
import ro.parcurs.example.demo.DemoMailbox;
import ro.parcurs.example.demo.DemoSeller;

/** Where mail goes. */
public sealed interface OutgoingMail {

  /** Connects it. */
  MailTransport open();

  /** Into a mailbox of the program's own, which is shown as a page: nothing leaves the machine. */
  record Kept() implements OutgoingMail {

    @Override
    public MailTransport open() {
      return new DemoMailbox(DemoSeller.mailbox());
    }
  }

  /** To a mail server. */
  record OverSmtp(Configuration server) implements OutgoingMail {

    @Override
    public MailTransport open() {
      return SmtpAdapter.open(server).transport();
    }
  }

  /** How the address of a mail server is written. */
  String FORM =
      "--smtp has to be smtp://user:password@host:port, where STARTTLS is required, or smtps://… for"
          + " TLS from the beginning; in a user or password @ is written as %40, : as %3A, / as"
          + " %2F and % as %25";

  /** Where mail is handed in by TLS from the beginning (RFC 8314). */
  int SUBMISSIONS = 465;

  /**
   * The mail server that is meant on the command line.
   *
   * @param address never repeated in a message, for it may hold a password
   * @param from whom messages are from; the user, where that is an e-mail address
   * @param password the one of the environment; one in the address goes before
   * @throws Settings.Unclear when there can't be such a server
   */
  static OutgoingMail of(String address, Optional<String> from, Optional<String> password) {
    URI uri = uri(address);
    Optional<String> user = part(uri, 0);
    Optional<String> secret = part(uri, 1).filter(text -> !text.isEmpty()).or(() -> password);
    if (user.isPresent() && secret.isEmpty()) {
      throw new Settings.Unclear(
          "--smtp names a user, so it needs a password: better as the environment variable"
              + " PARCURS_SMTP_PASSWORD, which other users can't see");
    }
    try {
      Security security = uri.getScheme().equals("smtps") ? Security.TLS : Security.STARTTLS;
      int usual = security == Security.TLS ? SUBMISSIONS : Configuration.SUBMISSION;
      String host = uri.getHost().replaceAll("[\\[\\]]", "");
      Configuration server =
          Configuration.of(host, new Mailbox(DemoSeller.mailbox().name(), sender(from, user)))
              .at(uri.getPort() < 0 ? usual : uri.getPort(), security);
      return new OverSmtp(
          user.isPresent() ? server.withLogin(user.get(), secret.orElseThrow()) : server);
    } catch (IllegalArgumentException e) {
      throw new Settings.Unclear("--smtp: " + e.getMessage());
    }
  }

  private static URI uri(String address) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      throw new Settings.Unclear(FORM);
    }
    boolean known = "smtp".equals(uri.getScheme()) || "smtps".equals(uri.getScheme());
    if (!known || uri.getHost() == null || !isBare(uri)) {
      throw new Settings.Unclear(FORM);
    }
    return uri;
  }

  private static boolean isBare(URI uri) {
    return (uri.getPath().isEmpty() || uri.getPath().equals("/"))
        && uri.getQuery() == null
        && uri.getFragment() == null;
  }

  /** User (0) or password (1). */
  private static Optional<String> part(URI uri, int index) {
    @Nullable String both = uri.getRawUserInfo();
    if (both == null) {
      return Optional.empty();
    }
    String[] parts = both.split(":", 2);
    return index < parts.length
        ? Optional.of(URLDecoder.decode(parts[index].replace("+", "%2B"), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static EmailAddress sender(Optional<String> from, Optional<String> user) {
    String address =
        from.or(() -> user.filter(name -> name.contains("@")))
            .orElseThrow(
                () ->
                    new Settings.Unclear(
                        "--smtp needs --mail-from ADDRESS, for its user isn't an e-mail address"));
    try {
      return EmailAddress.of(address);
    } catch (InvalidInput e) {
      throw new Settings.Unclear("--mail-from has to be an e-mail address: " + address);
    }
  }
}
