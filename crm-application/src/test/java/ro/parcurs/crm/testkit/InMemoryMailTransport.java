package ro.parcurs.crm.testkit;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import ro.parcurs.crm.company.EmailAddress;
import ro.parcurs.crm.mail.Mailbox;
import ro.parcurs.crm.mail.usecase.Delivery;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.MailTransport;

/** A mail server in memory, which can be told to answer badly. Thread-safe. */
public final class InMemoryMailTransport implements MailTransport {

  /** Whom its messages are from. */
  public static final Mailbox SENDER =
      new Mailbox("Exemplu Vânzări", EmailAddress.of("vanzari@exemplu.ro"));

  /** How many bytes it takes at first. */
  public static final long MAX_BYTES = 1 << 20;

  private final AtomicLong maxBytes = new AtomicLong(MAX_BYTES);
  private final List<MailMessage> arrived = new CopyOnWriteArrayList<>();
  private final Queue<Delivery> next = new ConcurrentLinkedQueue<>();

  @Override
  public Mailbox sender() {
    return SENDER;
  }

  @Override
  public long maxBytes() {
    return maxBytes.get();
  }

  @Override
  public Delivery deliver(MailMessage message, Runnable beforeItsEnd) {
    Delivery answer = next.poll();
    if (answer instanceof Delivery.Deferred || answer instanceof Delivery.Rejected) {
      return answer;
    }
    beforeItsEnd.run();
    arrived.add(message);
    return answer == null ? new Delivery.Accepted("250 OK") : answer;
  }

  /** How many bytes it takes from now on. */
  public void limit(long bytes) {
    maxBytes.set(bytes);
  }

  /** How the next attempt ends, and the ones after it; then all goes well again. */
  public void answer(Delivery... answers) {
    next.addAll(List.of(answers));
  }

  /** What was taken, in that order; also when it didn't say so. */
  public List<MailMessage> arrived() {
    return List.copyOf(arrived);
  }
}
