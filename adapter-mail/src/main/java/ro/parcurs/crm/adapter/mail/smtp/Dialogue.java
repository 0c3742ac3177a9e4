package ro.parcurs.crm.adapter.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** A dialogue that halts before the end of the message. For one message and one thread. */
final class Dialogue extends SMTPTransport {

  /** Settings are those of "mail.smtp" whether or not the line is closed from the beginning. */
  private static final String NAME = "smtp";

  private final Line line;
  private final Runnable beforeTheEnd;
  private boolean isServerThere;
  private boolean handedOver;
  private @Nullable RuntimeException stopped;

  Dialogue(Session session, Line line, boolean closedFromTheBeginning, Runnable beforeTheEnd) {
    super(session, null, NAME, closedFromTheBeginning);
    this.line = line;
    this.beforeTheEnd = beforeTheEnd;
  }

  /** Called when all but the end of the message was written. */
  @Override
  protected void finishData() throws IOException, MessagingException {
    try {
      beforeTheEnd.run();
    } catch (RuntimeException failure) {
      stopped = failure;
      // On this the line is cut, without an end.
      throw new IOException(failure);
    }
    // A line that is over by now is cut, so that its end can't be given.
    line.renew();
    handedOver = true;
    super.finishData();
  }

  /** Whether its time was over. */
  boolean isOver() {
    return line.isOver();
  }

  /** Whether the end of the message may have been given to the server. */
  boolean isHandedOver() {
    return handedOver;
  }

  /** Why the end of the message was not given to the server; null when nobody stopped it. */
  @Nullable RuntimeException stopped() {
    return stopped;
  }

  /** Whether the server was there, and the line was not closed although it must be. */
  boolean isOpenAgainstWill() {
    return getRequireStartTLS() && isServerThere && !isSSL();
  }

  @Override
  protected boolean ehlo(String domain) throws MessagingException {
    isServerThere = super.ehlo(domain);
    return isServerThere;
  }
}
