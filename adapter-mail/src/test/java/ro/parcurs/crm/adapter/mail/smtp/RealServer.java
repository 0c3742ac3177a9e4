package ro.parcurs.crm.adapter.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.testkit.MailTransportContract.Arrived;

/** SubEtha, which keeps what it gets. */
final class RealServer implements AutoCloseable {

  /** Addresses that begin so are unknown here. */
  static final String UNKNOWN = "nimeni";

  /** A message as it came over the line. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Received(String sender, List<String> recipients, byte[] bytes) {

    String messageId() {
      String head = new String(bytes, StandardCharsets.US_ASCII);
      int at = head.indexOf("Message-ID: <") + "Message-ID: <".length();
      return head.substring(at, head.indexOf('>', at));
    }

    /** Read by the library that wrote it. */
    Arrived arrived() {
      try {
        MimeMessage message =
            new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        Multipart all = (Multipart) message.getContent();
        Multipart texts = (Multipart) all.getBodyPart(0).getContent();
        Part file = all.getBodyPart(1);
        return new Arrived(
            messageId(),
            mailbox((InternetAddress) message.getFrom()[0]),
            mailbox((InternetAddress) message.getReplyTo()[0]),
            recipients.stream().map(EmailAddress::of).toList(),
            message.getSubject(),
            text(texts.getBodyPart(0)),
            text(texts.getBodyPart(1)),
            file.getFileName(),
            file.getInputStream().readAllBytes());
      } catch (MessagingException | IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String text(Part part) throws MessagingException, IOException {
      return ((String) part.getContent()).replace("\r\n", "\n");
    }

    private static Mailbox mailbox(InternetAddress address) {
      String name = address.getPersonal();
      return new Mailbox(name == null ? "" : name, EmailAddress.of(address.getAddress()));
    }
  }

  private final SMTPServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();

  RealServer(UnaryOperator<SMTPServer.Builder> settings) {
    server =
        settings
            .apply(
                new SMTPServer.Builder()
                    .port(0)
                    .hostName("localhost")
                    .insertReceivedHeaders(false)
                    .messageHandlerFactory(Keeping::new))
            .build();
    server.start();
  }

  int port() {
    return server.getPortAllocated();
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Keeping implements MessageHandler {

    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    Keeping(MessageContext context) {
      context.getRemoteAddress();
    }

    @Override
    public void from(String from) {
      sender = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      if (recipient.startsWith(UNKNOWN)) {
        throw new RejectException(550, "5.1.1 <" + recipient + "> nu este aici");
      }
      recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws IOException {
      received.add(new Received(sender, List.copyOf(recipients), data.readAllBytes()));
      return "luat";
    }

    @Override
    public void done() {
      recipients.clear();
    }
  }
}
