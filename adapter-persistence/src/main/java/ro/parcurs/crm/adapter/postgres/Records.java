package ro.parcurs.crm.adapter.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.work.EventRecord;

/**
 * What units of work have to tell, timeline entries and events: kept until the unit ends, then
 * written at once. So the heads of the leads' chains are the last locks that it takes, for a short
 * while and always in the same order, and the positions of events are drawn while they are held:
 * for one lead in the order of the commits.
 */
final class Records {

  /** Far from the 65,535 parameters that a statement may have. */
  private static final int ROWS_PER_STATEMENT = 500;

  private static final Comparator<LeadId> LOCKING_ORDER = Comparator.comparing(LeadId::toString);

  /** What one unit has not written yet. */
  private static final class Pending {
    private final List<TimelineEntry> entries = new ArrayList<>();
    private final List<EventRecord> events = new ArrayList<>();
  }

  private final PostgresUnitOfWork unit;
  private final TimelineMapper timeline;
  private final EventLogMapper log;
  private final Events events;
  private final EventRows rows = new GeneratedEventRows();

  Records(PostgresUnitOfWork unit, Events events) {
    this.unit = unit;
    this.timeline = unit.mapper(TimelineMapper.class);
    this.log = unit.mapper(EventLogMapper.class);
    this.events = events;
    unit.beforeCommit(this::write);
  }

  /** Keeps entries for the end of the unit of work under way. */
  void tell(List<TimelineEntry> entries) {
    unit.part(Pending.class, Pending::new).entries.addAll(entries);
  }

  /** Keeps events for the end of the unit of work under way. */
  void log(List<EventRecord> records) {
    unit.part(Pending.class, Pending::new).events.addAll(records);
  }

  /** Writes what the unit of work under way has kept, if there is one and it has kept anything. */
  void write() {
    unit.findPart(Pending.class)
        .ifPresent(
            pending -> {
              writeTimeline(pending.entries);
              inParts(
                  pending.events.stream()
                      .map(event -> rows.row(event, events.payload(event.event())))
                      .toList(),
                  log::insert);
              pending.entries.clear();
              pending.events.clear();
            });
  }

  private void writeTimeline(List<TimelineEntry> entries) {
    List<ChainHead> touched =
        entries.stream()
            .map(TimelineEntry::lead)
            .distinct()
            .sorted(LOCKING_ORDER)
            .map(ChainHead::ofNew)
            .toList();
    List<ChainHead> locked = new ArrayList<>();
    inParts(touched, part -> locked.addAll(timeline.lockHeads(part)));
    Chains chains = Chains.goingOnFrom(locked);
    inParts(
        entries.stream()
            .map(entry -> chains.append(rows.row(entry, events.payload(entry.event()))))
            .toList(),
        timeline::insert);
    inParts(chains.heads(), timeline::moveHeads);
  }

  private static <R> void inParts(List<R> all, Consumer<List<R>> statement) {
    IntStream.iterate(0, begin -> begin < all.size(), begin -> begin + ROWS_PER_STATEMENT)
        .mapToObj(begin -> all.subList(begin, Math.min(all.size(), begin + ROWS_PER_STATEMENT)))
        .forEach(statement);
  }
}
