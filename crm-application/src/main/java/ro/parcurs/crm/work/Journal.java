package ro.parcurs.crm.work;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.timeline.LeadEvent;
import ro.parcurs.crm.timeline.LeadlessEvent;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;

/**
 * Writes down what a use case made happen: on the lead's timeline and in the event log, in the unit
 * of work under way. Tells the {@link EventListener}s when it was kept. Thread-safe.
 */
public final class Journal {

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  private final Timeline timeline;
  private final EventLog log;
  private final UnitOfWork unitOfWork;
  private final Set<EventListener> listeners;
  private final Ids ids;
  private final Clock clock;

  /** What the unit of work under way in this thread will tell the listeners. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable List<EventRecord>> untold = new ThreadLocal<>();

  /**
   * @param listeners are called in the set's order
   */
  @Inject
  public Journal(
      Timeline timeline,
      EventLog log,
      UnitOfWork unitOfWork,
      Set<EventListener> listeners,
      Ids ids,
      Clock clock) {
    this.timeline = timeline;
    this.log = log;
    this.unitOfWork = unitOfWork;
    this.listeners = listeners;
    this.ids = ids;
    this.clock = clock;
  }

  /** The actor and the present moment, for what the aggregates remember. */
  public Stamp stamp(Actor actor) {
    return Stamp.of(actor, clock.instant());
  }

  /** The present date where the company is. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Tells what happened to a lead outside any pursuit. */
  public void write(Stamp stamp, LeadId lead, LeadEvent... events) {
    write(stamp, lead, Optional.empty(), List.of(events));
  }

  /** Tells what happened to a lead on a pursuit. */
  public void write(Stamp stamp, LeadId lead, PursuitId pursuit, LeadEvent... events) {
    write(stamp, lead, Optional.of(pursuit), List.of(events));
  }

  /** Tells several things that happened to a lead, in their order. */
  public void write(
      Stamp stamp, LeadId lead, Optional<PursuitId> pursuit, List<? extends LeadEvent> events) {
    write(stamp, pursuit, events.stream().map(event -> new Told(lead, event)).toList());
  }

  /** Tells what happened to many leads outside any pursuit, in this order. */
  public void write(Stamp stamp, List<Told> told) {
    write(stamp, Optional.empty(), told);
  }

  /** What happened to one of many leads. */
  public record Told(LeadId lead, LeadEvent event) {}

  private void write(Stamp stamp, Optional<PursuitId> pursuit, List<Told> told) {
    List<TimelineEntry> entries = new ArrayList<>(told.size());
    List<EventRecord> records = new ArrayList<>(told.size());
    for (Told one : told) {
      UUID id = ids.next();
      entries.add(
          new TimelineEntry(new TimelineEntryId(id), one.lead(), pursuit, stamp, one.event()));
      records.add(new EventRecord(id, Optional.of(one.lead()), pursuit, stamp, one.event()));
    }
    timeline.append(entries);
    log(records);
  }

  /** Tells what happened that concerns no lead. */
  public void write(Stamp stamp, LeadlessEvent event) {
    log(List.of(new EventRecord(ids.next(), Optional.empty(), Optional.empty(), stamp, event)));
  }

  private void log(List<EventRecord> records) {
    log.append(records);
    if (listeners.isEmpty() || records.isEmpty()) {
      return;
    }
    List<EventRecord> untoldYet = untold.get();
    if (untoldYet == null) {
      untoldYet = new ArrayList<>();
      untold.set(untoldYet);
      unitOfWork.whenEnded(this::tell);
    }
    untoldYet.addAll(records);
  }

  private void tell(UnitOfWork.Ending ending) {
    List<EventRecord> events = untold.get();
    untold.remove();
    if (events == null || ending != UnitOfWork.Ending.COMMITTED) {
      return;
    }
    List<EventRecord> happened = List.copyOf(events);
    for (EventListener listener : listeners) {
      try {
        listener.happened(happened);
      } catch (RuntimeException | Error failure) {
        LOG.error("a listener failed; what it was told was kept all the same", failure);
      }
    }
  }
}
