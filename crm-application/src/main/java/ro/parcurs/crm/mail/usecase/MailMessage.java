package ro.parcurs.crm.mail.usecase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import ro.parcurs.crm.mail.MessageId;

/**
 * An e-mail with everything in it. The same message is the same bytes each time it is sent.
 *
 * @param date when it was written, to the second
 */
public record MailMessage(
    MessageId id, Instant date, Envelope envelope, MailText text, MailFile file) {

  private static final int OF_HEADERS = 8 << 10;

  /** At worst, each byte of a text becomes three characters. */
  private static final int OF_A_TEXT_BYTE = 3;

  /** 57 bytes of a file become a line of 76 characters and its end. */
  private static final int FILE_LINE = 57;

  private static final int LINE = 78;

  public MailMessage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(envelope, "envelope");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(file, "file");
    date = date.truncatedTo(ChronoUnit.SECONDS);
  }

  /** How many bytes it takes under way; at most, and not much less where the file is large. */
  public long size() {
    long lines = (file.size() + FILE_LINE - 1L) / FILE_LINE;
    int times = file.method().isPresent() ? 2 : 1;
    return OF_HEADERS + (long) OF_A_TEXT_BYTE * text.size() + times * lines * LINE;
  }
}
