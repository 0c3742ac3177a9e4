package ro.parcurs.example.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.adapter.mail.smtp.SmtpAdapter;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailTransport;

/**
 * A mail server that takes everything and keeps it for the pages to show: nothing leaves the
 * machine. It keeps the newest {@value #MOST} messages, of {@value #MOST_BYTES} bytes in all, in
 * memory, so they are gone when the program ends. Thread-safe.
 */
public final class DemoMailbox implements MailTransport {

  static final int MOST = 200;
  static final long MOST_BYTES = 64 << 20;
  private static final long MAX_BYTES = 10 << 20;

  /**
   * A message that has arrived.
   *
   * @param number 1 for the first since the program was started
   * @param bytes how many it has under way
   */
  public record Letter(long number, MailMessage message, long bytes) {}

  private final Mailbox sender;
  private final Deque<Letter> letters = new ArrayDeque<>();
  private long last;
  private long bytes;

  public DemoMailbox(Mailbox sender) {
    this.sender = sender;
  }

  @Override
  public Mailbox sender() {
    return sender;
  }

  @Override
  public long maxBytes() {
    return MAX_BYTES;
  }

  @Override
  public Delivery deliver(MailMessage message, Runnable beforeItsEnd) {
    long size = SmtpAdapter.written(message).length;
    beforeItsEnd.run();
    return new Delivery.Accepted("250 kept as number " + keep(message, size));
  }

  private synchronized long keep(MailMessage message, long size) {
    last++;
    bytes += size;
    letters.addFirst(new Letter(last, message, size));
    while (letters.size() > MOST || bytes > MOST_BYTES) {
      bytes -= letters.removeLast().bytes();
    }
    return last;
  }

  /** What it keeps, the newest first. */
  public synchronized List<Letter> letters() {
    return List.copyOf(letters);
  }

  /** The one of that number; empty when it is not kept, or not any more. */
  public Optional<Letter> find(long number) {
    return letters().stream().filter(letter -> letter.number() == number).findFirst();
  }
}
