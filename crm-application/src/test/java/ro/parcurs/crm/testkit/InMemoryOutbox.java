package ro.parcurs.crm.testkit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.change.ConcurrentChange;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.error.Subject;
import ro.parcurs.crm.lead.ContactPersonId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.mail.Matter;
import ro.parcurs.crm.mail.Sending;
import ro.parcurs.crm.mail.SendingId;
import ro.parcurs.crm.mail.SendingState;
import ro.parcurs.crm.mail.usecase.Envelope;
import ro.parcurs.crm.mail.usecase.MailMessage;
import ro.parcurs.crm.mail.usecase.Outbox;
import ro.parcurs.crm.offer.OfferId;
import ro.parcurs.crm.pursuit.ResponsibilityId;

/** Sendings and their messages in memory. */
public final class InMemoryOutbox implements Outbox {

  private static final Comparator<Sending> BY_QUEUEING =
      Comparator.comparing((Sending sending) -> sending.queued().at())
          .thenComparing(sending -> sending.id().toString());

  private final InMemoryDatabase database;
  private final InMemoryTable<SendingId, Sending> sendings;
  private final InMemoryTable<SendingId, MailMessage> messages;

  public InMemoryOutbox(InMemoryDatabase database) {
    this.database = database;
    sendings = database.table();
    messages = database.table();
  }

  @Override
  public void add(Sending sending, MailMessage message) {
    sendings.all().stream()
        .filter(other -> other.key().equals(sending.key()) || other.id().equals(sending.id()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new AlreadyExists(Subject.SENDING, sending.key(), other.id());
            });
    sendings.put(sending.id(), sending.stored());
    messages.put(sending.id(), message);
  }

  @Override
  public Sending get(SendingId id) {
    return sendings.find(id).orElseThrow(() -> new NotFound(Subject.SENDING, id));
  }

  @Override
  public Optional<Envelope> findEnvelope(SendingId id) {
    return messages.find(id).map(MailMessage::envelope);
  }

  @Override
  public MailMessage messageOf(SendingId id) {
    return messages.find(id).orElseThrow(() -> new NotFound(Subject.SENDING, id));
  }

  @Override
  public List<Sending> ofOffer(OfferId offer) {
    return sendings.all().stream()
        .filter(sending -> sending.matter().equals(new Matter.OfOffer(offer)))
        .sorted(BY_QUEUEING.reversed())
        .toList();
  }

  @Override
  public List<Sending> ofResponsibility(ResponsibilityId responsibility) {
    return sendings.all().stream()
        .filter(
            sending ->
                sending.matter() instanceof Matter.OfMeeting of
                    && of.responsibility().equals(responsibility))
        .sorted(BY_QUEUEING.reversed())
        .toList();
  }

  @Override
  public List<Sending> ofPerson(LeadId lead, ContactPersonId person) {
    return sendings.all().stream()
        .filter(sending -> sending.lead().equals(lead))
        .filter(sending -> findEnvelope(sending.id()).filter(to -> names(to, person)).isPresent())
        .sorted(BY_QUEUEING)
        .toList();
  }

  @Override
  public Optional<Sending> lockDue(Instant now) {
    database.requireUnitOfWork();
    return sendings.all().stream()
        .filter(sending -> sending.state() == SendingState.QUEUED || sending.state().isUnderWay())
        .filter(sending -> !sending.due().isAfter(now))
        .min(Comparator.comparing(Sending::due).thenComparing(sending -> sending.id().toString()));
  }

  @Override
  public void save(Sending sending) {
    Sending stored = get(sending.id());
    if (!stored.version().equals(sending.version())) {
      throw new ConcurrentChange(Subject.SENDING, sending.id(), stored.queued());
    }
    sendings.put(sending.id(), sending.stored());
  }

  @Override
  public void eraseMessage(SendingId id) {
    messages.remove(id);
  }

  private static boolean names(Envelope envelope, ContactPersonId person) {
    return envelope.to().stream().anyMatch(recipient -> recipient.person().equals(person));
  }
}
